"""One try: its four stages, its staircase, what others say to it, and who can see it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from collaborative.audit.actions import record_opening
from collaborative.audit.models import Opening
from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words
from metrics import periods
from metrics.catalogue import metrics_of

from .. import pages, reach, talk, wording
from ..forms import AnswerForm, CoachAnswerForm
from ..models import AskedTeam, CycleAnswer, PDSACycle, Photo
from .fetching import DraftOf, cycle_for, room_url
from .lists import undo_line


@collaborative_page("try")
def cycle_detail(request, cycle_id):
    """Everything about one try on one page; each thing one can do has a page of its own."""
    actor = request.actor
    cycle = cycle_for(actor, "read", cycle_id)
    own = cycle.team_id in actor.own_team_ids
    ramp = PDSACycle.objects.visible_to(actor).filter(ramp=cycle.ramp_id)
    said = CycleAnswer.objects.visible_to(actor).filter(cycle=cycle)
    asked = AskedTeam.objects.visible_to(actor).filter(cycle=cycle)
    photos = Photo.objects.visible_to(actor).filter(cycle=cycle)
    if not own:
        _note_opening(actor, cycle)
    steps = list(ramp.order_by("pk"))
    context = {
        "cycle": cycle,
        "spread": reach.spread_of_ramp(actor, cycle.team, steps),
        "line": pages.line(cycle, actor),
        "steps": pages.staircase(steps, cycle, lambda one: room_url(actor, "cycle_detail", one.pk)),
        "answers": pages.conversation(list(said.for_page()), actor, just_said=request.GET.get("said", "")),
        "asked": [(pages.asker(ask, actor), ask) for ask in asked.for_page()],
        "photos": pages.pictures(list(photos.order_by("pk")), actor),
        "decision": wording.Decided.of(cycle),
        "can_see": wording.who_can_see(cycle, mine=cycle.author_id == actor.person_id),
        "opened": _opened(cycle) if own and cycle.audience != Audience.SELF else None,
        "threads": talk.threads_about(actor, cycle),
        "form_key": new_form_key(),
        **_rights(actor, cycle),
        **undo_line(request),
    }
    if own and context["may_write"]:
        context["charts"] = _charts(actor, cycle)
    return render(request, "pdsa/cycle_detail.html", {**context, **_answer_form(actor, cycle, context)})


def _rights(actor, cycle):
    """What this person may do here, as plain booleans for the page."""
    may = {verb: can_on_rung(actor, verb, "try", cycle) for verb in ("write", "share", "comment")}
    return {
        "may_write": may["write"],
        "may_share": may["share"],
        "may_answer": may["comment"],
        "may_talk": cycle.audience != Audience.SELF and can(actor, "write", "post"),
        "may_ask_team": may["comment"] and cycle.audience == Audience.ALL,
        "is_mine": cycle.author_id == actor.person_id,
        "is_own_team": cycle.team_id in actor.own_team_ids,
        "is_coach": actor.has_role(Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM),
    }


def _charts(actor, cycle):
    """The charts of our numbers, each with the address that writes this try on it, at the time it was tried."""
    place, on = [actor.organization_slug, actor.collaborative_slug], cycle.starts_on or cycle.begun_on
    found = []
    for metric in metrics_of(actor):
        asked = {"period": periods.start_of(metric.definition.collect, on).isoformat(), "text": cycle.name}
        address = reverse("metrics:note_add", args=[*place, metric.pk])
        found.append((in_own_words(metric.name), f"{address}?{urlencode(asked)}"))
    return found


def _answer_form(actor, cycle, context):
    if not context["may_answer"]:
        return {}
    draft = DraftOf(actor, "try-answer", cycle.pk)
    form_class = CoachAnswerForm if context["is_coach"] else AnswerForm
    return {"answer_form": form_class(initial=draft.words()), "draft": draft}


def _note_opening(actor, cycle):
    """Enough for "your coach has read this": the team or the coach, once; never a person of a team."""
    if actor.has_role(Role.FACULTY_COACH) and cycle.team_id in actor.assigned_team_ids:
        record_opening("try", cycle.pk, coach_id=actor.person_id, on=actor.today)
    elif actor.team_id:
        record_opening("try", cycle.pk, team_id=actor.team_id, on=actor.today)


def _opened(cycle):
    """Whether the coach has read it, and in how many teams somebody opened it."""
    rows = list(Opening.objects.filter(thing="try", thing_id=cycle.pk).values_list("team_id", "coach_id"))
    return {
        "by_coach": any(coach for _team, coach in rows),
        "teams": sum(1 for team, _coach in rows if team),
    }
