"""Teams answer teams. A coach is first offered to ask another team."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, pages
from ..forms import AnswerForm, AskTeamForm, CoachAnswerForm, ThanksForm
from ..models import CycleAnswer, PDSACycle
from .fetching import DraftOf, cycle_for, me, to

SIMILAR = 5  # teams offered


@collaborative_page("try", "comment", methods=("GET", "POST"))
def cycle_answer(request, cycle_id):
    """Answer a try, or an answer under it; one prompt is enough."""
    is_coach = request.actor.has_role(Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM)
    form_class = AnswerForm if request.POST.get("in_reply_to") or not is_coach else CoachAnswerForm
    return _say(request, cycle_id, form_class, actions.answer_cycle, "pdsa/cycle_answer.html")


@collaborative_page("try", "comment", methods=("GET", "POST"))
def answer_thank(request, cycle_id):
    """Say thank you in words, for a try or for an answer."""
    return _say(request, cycle_id, ThanksForm, actions.thank, "pdsa/answer_thank.html")


def _say(request, cycle_id, form_class, action, template):
    actor = request.actor
    cycle = cycle_for(actor, "comment", cycle_id)
    draft = DraftOf(actor, "try-answer", _spoken_to_key(request) or cycle.pk)
    form = form_class(request.POST) if request.method == "POST" else form_class(initial=_beginning(request, draft))
    if form.is_valid():
        try:
            said = action(
                cycle, by=me(actor), on=actor.today, in_reply_to=_spoken_to(actor, cycle, form), **form.words()
            )
        except actions.SaySomething:
            form.ask_for_words()
        else:
            draft.drop()
            return to(actor, "cycle_detail", cycle.pk, query=f"?said={said.pk}#said-{said.pk}")
    context = {"cycle": cycle, "line": pages.line(cycle, actor), "form": form, "draft": draft}
    return render(request, template, {**context, "form_key": new_form_key(), "is_coach": form_class is CoachAnswerForm})


def _beginning(request, draft):
    return {**draft.words(), "in_reply_to": _spoken_to_key(request)}


def _spoken_to_key(request):
    """The id of the answer one speaks to, out of the address or the form; None for the try itself."""
    try:
        return uuid.UUID(request.POST.get("in_reply_to") or request.GET.get("to", ""))
    except ValueError:
        return None


def _spoken_to(actor, cycle, form):
    """The answer one speaks to, under this same try; None for the try itself."""
    answer_id = form.cleaned_data["in_reply_to"]
    if answer_id is None:
        return None
    return get_object_or_404(CycleAnswer.objects.visible_to(actor).filter(cycle=cycle), pk=answer_id)


@collaborative_page("try", "comment", methods=("GET", "POST"))
def cycle_ask_team(request, cycle_id):
    """Ask another team to answer: those who try something like it stand first."""
    actor = request.actor
    cycle = cycle_for(actor, "comment", cycle_id)
    if cycle.audience != Audience.ALL:
        raise PermissionDenied
    teams = Team.objects.visible_to(actor).taking_part(on=actor.today)
    teams = teams.filter(collaborative_id=cycle.collaborative_id).exclude(pk=cycle.team_id)
    options = {
        "teams": list(teams.select_related("center").order_by("center__name", "pk")),
        "name": lambda team: team.center.name,
    }
    similar = _similar(actor, cycle)
    nearest = {"team": str(similar[0].cycle.team_id)} if similar else {}
    form = AskTeamForm(request.POST if request.method == "POST" else None, initial=nearest, **options)
    if form.is_valid():
        team = form.cleaned_data["team"]
        actions.ask_team(cycle, team=team, words=form.cleaned_data["words_for_them"], by=me(actor), on=actor.today)
        messages.success(request, _("%(center)s will find your question.") % {"center": team.center.name})
        return to(actor, "cycle_detail", cycle.pk)
    context = {"cycle": cycle, "line": pages.line(cycle, actor), "form": form, "similar": similar}
    return render(request, "pdsa/cycle_ask_team.html", {**context, "form_key": new_form_key()})


def _similar(actor, cycle):
    """The newest try shown to all of each other team under the same driver, the same secondary driver first."""
    if cycle.driver_id is None:
        return []
    tries = PDSACycle.objects.visible_to(actor).shown_to_all().by_driver(cycle.driver_id).exclude(team=cycle.team_id)
    newest = list(tries.for_lines().newest_first()[:60])
    newest.sort(key=lambda one: one.secondary_id is None or one.secondary_id != cycle.secondary_id)
    by_team = {}
    for one in newest:
        by_team.setdefault(one.team_id, one)
    return [pages.line(one, actor) for one in list(by_team.values())[:SIMILAR]]
