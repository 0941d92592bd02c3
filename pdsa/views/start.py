"""Trying something takes two answers: what, and by when. The next cycle carries the rest over."""

from functools import partial

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, pages, rules, wording
from ..enums import Decision
from ..forms import NextForm, StartForm
from ..models import PDSACycle
from .fetching import DraftOf, cycle_for, drivers_of, ideas_of, me, own_team, priorities_of, to
from .stages import both_versions

CARRIED = ("what", "title", "whose_idea", "with_whom", "where", "how_to_tell")
# What is different the next time, left empty, by what was decided.
CHANGES = {Decision.REPEAT: ("with_whom", "where"), Decision.GROW: ("with_whom", "where")}
NOT_KEPT = ("csrfmiddlewaretoken", "form_key", "idea", "into", "another", "size_asked")


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_start(request):
    """Start from nothing, or from one of the small ideas beside the empty box."""
    actor = request.actor
    team, drivers, draft = own_team(actor), drivers_of(actor), _start_draft(actor)
    ideas = ideas_of(actor, drivers)
    choices = _choices(actor, drivers, team.pk)
    if request.method == "POST":
        form = StartForm(request.POST, **choices)
        if form.is_valid() and not _asks(form, actor, grown_from=None):
            return _written(request, form, draft, partial(actions.start_cycle, team=team))
    else:
        form = StartForm(initial=_beginning(request, actor, ideas, draft), **choices)
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "unfolded": form.unfolds()}
    context["shelves"] = pages.shelves(drivers, ideas, request.GET.get("driver", ""))
    return render(request, "pdsa/cycle_start.html", context)


@collaborative_page("try", "write", methods=("POST",))
def idea_take(request):
    """Put a small idea into the form; what is typed there comes along and stays, even where the idea is gone."""
    actor = request.actor
    ideas = ideas_of(actor, drivers_of(actor))
    idea = _idea(ideas, request.POST.get("idea"))
    words = {name: value for name, value in request.POST.dict().items() if name not in NOT_KEPT}
    said = _("That idea is not here any more. Your words are.")
    if idea:
        words = _with_idea(words, idea, ideas)
        alone, under = _("The idea is in the box. Change it until it is yours."), _("The idea stands under your words.")
        said = alone if words["what"] == pages.idea_words(idea)["what"] else under
    if "what" in words:
        _start_draft(actor).keep(words)
    messages.success(request, said)
    return to(actor, "cycle_start")


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_next(request, cycle_id):
    """The next cycle of a ramp: the plan carried over, one thing changed (a hint, no rule)."""
    actor = request.actor
    cycle = cycle_for(actor, "write", cycle_id)
    draft = DraftOf(actor, "try-next", cycle.pk)
    choices = _choices(actor, drivers_of(actor), cycle.team_id)
    if request.method == "POST":
        form = NextForm(request.POST, **choices)
        if form.is_valid() and not _asks(form, actor, grown_from=cycle.pk):
            return _written(request, form, draft, partial(actions.start_next, cycle))
    else:
        form = NextForm(initial={**carried(cycle, actor.today), **draft.words()}, **choices)
    changes = CHANGES.get(cycle.decision, ())
    context = {"form": form, "cycle": cycle, "draft": draft, "form_key": new_form_key(), "unfolded": True}
    context["hint"] = wording.NEXT_HINTS.get(cycle.decision, "")
    context["last_time"] = [words for words in (getattr(cycle, name) for name in changes) if words]
    return render(request, "pdsa/cycle_next.html", context)


def carried(cycle, today):
    """The plan as it was, and what the team said it would do with it, ready to be changed."""
    words = {name: getattr(cycle, name) for name in CARRIED if name not in CHANGES.get(cycle.decision, ())}
    words["what"] = "\n".join(text for text in (cycle.what, cycle.next_step) if text)
    keys = {"driver": str(cycle.driver_id or ""), "priority": str(cycle.priority_id or "")}
    return {**words, **keys, "look_back_on": rules.next_tuesday(today)}


def _choices(actor, drivers, team_id):
    return {"drivers": drivers, "priorities": priorities_of(actor, [team_id]), "today": actor.today}


def _start_draft(actor):
    return DraftOf(actor, "try-start", actor.collaborative_id)


def _asks(form, actor, *, grown_from):
    """Whether to come back with a question: is it the one written just now, or what would the Tuesday version be?"""
    words = form.cleaned_data
    if not words["another"]:
        just_now = _just_now(actor, grown_from)
        form.same_one = _first(row for row in just_now if row.pk == words["into"] and row.audience == Audience.SELF)
        if form.same_one:
            return False
        alike = _first(row for row in just_now if rules.looks_like(words["what"], row.what))
        if alike:
            form.ask_whether_same(alike, may_go_into=alike.audience == Audience.SELF)
            return True
    return grown_from is None and _ask_for_size(form, actor.today)


def _just_now(actor, grown_from):
    """What this person wrote down a little while ago, here: going back in the browser brings its form back."""
    rows = PDSACycle.objects.visible_to(actor).of_teams(actor.own_team_ids)
    return list(rows.written_since(actor.person_id, timezone.now() - rules.JUST_NOW).filter(grown_from=grown_from))


def _ask_for_size(form, today):
    """Whether to ask, once and before a first cycle only, what the Tuesday version would be."""
    words = form.cleaned_data
    if words["size_asked"]:
        return False
    form.asks_for_size = rules.looks_big(
        words=form.all_words(), today=today, starts_on=words["starts_on"], look_back_on=words["look_back_on"]
    )
    if form.asks_for_size:
        form.data = {**form.data.dict(), "size_asked": "on"}
    return form.asks_for_size


def _written(request, form, draft, write):
    """Write the try down, or save it in the one that was written just now; then show it."""
    actor = request.actor
    cycle = form.same_one
    if cycle:
        said = {name: value for name, value in form.words().items() if value}  # what is left empty stays as it was
        try:
            actions.plan(cycle, version=form.cleaned_data["opened_version"] or 0, by=me(actor), on=actor.today, **said)
        except ChangedMeanwhile as changed:
            return both_versions(request, changed.current, "plan", form)
        messages.success(request, _("Saved. It is still the same one."))
    else:
        cycle = write(by=me(actor), on=actor.today, **form.words())
        messages.success(request, _("Written down. Only you can see it, until you show it to your team."))
    draft.drop()
    return to(actor, "cycle_detail", cycle.pk)


def _idea(ideas, key):
    return _first(idea for idea in ideas if str(idea.pk) == key)


def _first(rows):
    return next(rows, None)


def _with_idea(words, idea, ideas):
    return rules.with_idea(words, pages.idea_words(idea), [pages.idea_words(one) for one in ideas])


def _beginning(request, actor, ideas, draft):
    """What the form shows first: next Tuesday, the words not saved yet, and the idea that was picked beside them."""
    beginning = {"look_back_on": rules.next_tuesday(actor.today), **draft.words()}
    beginning["driver"] = beginning.get("driver") or request.GET.get("driver", "")
    idea = _idea(ideas, request.GET.get("idea"))
    return _with_idea(beginning, idea, ideas) if idea else beginning
