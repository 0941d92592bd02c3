"""Trying something takes two answers: what, and by when. The next cycle carries the rest over."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from collaborative.framework.models import StarterIdea
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, rules, wording
from ..forms import NextForm, StartForm
from .fetching import DraftOf, cycle_for, drivers_of, me, own_team, priorities_of, to

CARRIED = ("what", "title", "with_whom", "where", "how_to_tell")


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_start(request):
    """Start from nothing, or from one of the small ideas beside the empty box."""
    actor = request.actor
    team = own_team(actor)
    drivers = drivers_of(actor)
    draft = DraftOf(actor, "try-start", actor.collaborative_id)
    ideas = _ideas(request, actor, drivers)
    choices = {"drivers": drivers, "priorities": priorities_of(actor, [team.pk])}
    if request.method == "POST":
        form = StartForm(request.POST, **choices)
        if form.is_valid() and not _ask_for_size(form, actor.today):
            cycle = actions.start_cycle(team=team, by=me(actor), on=actor.today, **form.words())
            draft.drop()
            messages.success(request, _("Written down. Only you can see it, until you show it to your team."))
            return to(actor, "cycle_detail", cycle.pk)
    else:
        form = StartForm(initial=_beginning(request, actor, ideas, draft), **choices)
    context = {"form": form, "ideas": ideas, "drivers": drivers, "draft": draft, "form_key": new_form_key()}
    context["driver_chosen"] = request.GET.get("driver", "")
    context["unfolded"] = form.unfolds()
    return render(request, "pdsa/cycle_start.html", context)


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


def _ideas(request, actor, drivers):
    """The small ideas under the driver that was picked."""
    picked = next((driver for driver in drivers if str(driver.pk) == request.GET.get("driver")), None)
    if picked is None:
        return []
    ideas = StarterIdea.objects.visible_to(actor).filter(driver=picked)
    return list(ideas.order_by("position", "pk"))


def _beginning(request, actor, ideas, draft):
    """What the form shows first: the idea that was picked, else the words not saved yet, else next Tuesday alone."""
    beginning = {"look_back_on": rules.next_tuesday(actor.today), "driver": request.GET.get("driver", "")}
    idea = next((idea for idea in ideas if str(idea.pk) == request.GET.get("idea")), None)
    if idea:
        return {**beginning, "what": idea.what, "with_whom": idea.with_whom, "how_to_tell": idea.how_to_tell}
    return {**beginning, **draft.words()}


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_next(request, cycle_id):
    """The next cycle of a ramp: context carried over, one thing changed (a hint, no rule)."""
    actor = request.actor
    cycle = cycle_for(actor, "write", cycle_id)
    drivers = drivers_of(actor)
    draft = DraftOf(actor, "try-next", cycle.pk)
    choices = {"drivers": drivers, "priorities": priorities_of(actor, [cycle.team_id])}
    if request.method == "POST":
        form = NextForm(request.POST, **choices)
        if form.is_valid():
            following = actions.start_next(cycle, by=me(actor), on=actor.today, **form.words())
            draft.drop()
            messages.success(request, _("The next one is written down. Only you can see it, until you show it."))
            return to(actor, "cycle_detail", following.pk)
    else:
        form = NextForm(initial=_carried(cycle, actor.today, draft), **choices)
    context = {"form": form, "cycle": cycle, "draft": draft, "form_key": new_form_key()}
    context["hint"] = wording.NEXT_HINTS.get(cycle.decision, "")
    context["unfolded"] = True
    return render(request, "pdsa/cycle_next.html", context)


def _carried(cycle, today, draft):
    carried = {name: getattr(cycle, name) for name in CARRIED}
    carried["what"] = cycle.next_step or cycle.what
    keys = {"driver": str(cycle.driver_id or ""), "priority": str(cycle.priority_id or "")}
    return {**carried, **keys, "look_back_on": rules.next_tuesday(today), **draft.words()}
