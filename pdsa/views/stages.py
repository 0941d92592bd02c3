"""Plan, Do, Study, Act: one page each, on different days; of two people on one record the second sees both versions."""

from http import HTTPStatus

from django.contrib import messages
from django.forms import CharField
from django.shortcuts import render
from django.utils.translation import gettext as _

from collaborative.framework.models import SecondaryDriver
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, wording
from ..enums import Decision
from ..forms import ActForm, DoForm, PlanForm, StudyForm
from .fetching import DraftOf, cycle_for, drivers_of, me, priorities_of, to

KEYS = ("driver", "secondary", "priority")


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_plan(request, cycle_id):
    """Plan: what, with whom, when, what we think will happen, how we will tell."""
    actor = request.actor
    cycle = cycle_for(actor, "write", cycle_id)
    drivers = drivers_of(actor)
    secondary = SecondaryDriver.objects.visible_to(actor).filter(primary__in=drivers).select_related("primary")
    choices = {
        "drivers": drivers,
        "priorities": priorities_of(actor, [cycle.team_id]),
        "today": actor.today,
        "begun_on": cycle.begun_on,
        "saved_days": (cycle.starts_on, cycle.look_back_on),
        "secondary_drivers": list(secondary.order_by("primary__position", "position", "pk")),
    }
    return _stage(request, cycle, "plan", PlanForm, actions.plan, choices)


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_do(request, cycle_id):
    """Do: what did you do, and what did you see and hear?"""
    return _stage(request, cycle_for(request.actor, "write", cycle_id), "do", DoForm, actions.do)


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_study(request, cycle_id):
    """Study: how it fits with what we thought, for whom it worked well, and for whom not yet."""
    cycle = cycle_for(request.actor, "write", cycle_id)
    asks = not cycle.prediction or cycle.guessed_afterwards or "prediction" in request.POST
    return _stage(request, cycle, "study", StudyForm, actions.study, {"asks_for_guess": asks})


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_act(request, cycle_id):
    """Act: change it, try it again somewhere else, grow it, or let it go; then the next cycle is offered."""
    actor = request.actor
    cycle = cycle_for(actor, "write", cycle_id)
    posted_by_me = cycle.author_id == actor.person_id and cycle.audience != Audience.SELF
    return _stage(request, cycle, "act", ActForm, _act, {"asks_how_shown": posted_by_me})


def _act(cycle, *, by, on, shown_as="", **words):
    actions.act(cycle, by=by, on=on, **words)
    if shown_as and cycle.decision == Decision.LET_GO:
        actions.share_cycle(cycle, audience=cycle.audience, group=cycle.group, shown_as=shown_as, by=by, on=on)


def _stage(request, cycle, stage, form_class, action, choices=None):
    """Show a stage's form with what is saved or was being typed; save it, or show both versions."""
    actor = request.actor
    draft = DraftOf(actor, f"try-{stage}", cycle.pk)
    options = {**(choices or {}), "ask_about_names": cycle.audience != Audience.SELF}
    if request.method != "POST":
        kept = {} if request.GET.get("saved") else draft.words()
        form = form_class(initial={**saved_words(cycle, form_class, options), **kept}, **options)
        return _page(request, cycle, stage, form, draft, has_draft=bool(kept))
    form = form_class(request.POST, **options)
    if not form.is_valid():
        return _page(request, cycle, stage, form, draft)
    try:
        version = form.cleaned_data["opened_version"] or 0
        action(cycle, by=me(actor), on=actor.today, version=version, **form.words())
    except ChangedMeanwhile as changed:
        return both_versions(request, changed.current, stage, form)
    except actions.NotReadyToAct:
        form.add_error("decision", _("Write one line about what happened first. Then choose what comes next."))
        return _page(request, cycle, stage, form, draft)
    draft.drop()
    messages.success(request, _("Saved."))
    goes_on = stage == "act" and cycle.decision != Decision.LET_GO
    return to(actor, "cycle_next" if goes_on else "cycle_detail", cycle.pk)


def saved_words(cycle, form_class, options):
    """The stage's words as they are saved, with the version they were read at."""
    names = [name for name in form_class(**options).fields if hasattr(cycle, name)]
    words = {name: getattr(cycle, name) for name in names}
    words.update({key: str(getattr(cycle, f"{key}_id") or "") for key in KEYS if key in names})
    return {**words, "opened_version": cycle.version}


def _page(request, cycle, stage, form, draft, *, has_draft=False):
    context = {"cycle": cycle, "form": form, "draft": draft, "has_draft": has_draft, "form_key": new_form_key()}
    context["can_see"] = wording.who_can_see(cycle, mine=cycle.author_id == request.actor.person_id)
    context["decisions"] = wording.Decided.all()
    context["unfolded"] = True
    return render(request, f"pdsa/cycle_{stage}.html", context)


def both_versions(request, current, stage, form):
    """409: what is there now, beside what this person wrote; both can still be had."""
    rows = []
    for bound in form:
        if not hasattr(current, bound.name):
            continue
        theirs, mine = getattr(current, bound.name), form.cleaned_data.get(bound.name)
        if (theirs or "") != (mine or ""):
            is_text = isinstance(bound.field, CharField)
            rows.append({"name": bound.name, "label": bound.label, "mine": mine, "theirs": theirs, "is_text": is_text})
    shown = NOT_TYPED | {row["name"] for row in rows if row["is_text"]}
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name not in shown]
    context = {"cycle": current, "rows": rows, "typed": typed, "form_key": new_form_key(), "stage": stage}
    return render(request, "pdsa/changed_meanwhile.html", context, status=HTTPStatus.CONFLICT)


NOT_TYPED = {"csrfmiddlewaretoken", "form_key", "opened_version"}
