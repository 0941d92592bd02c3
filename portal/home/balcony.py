"""The view from the balcony: four questions with evidence, who could use a call, what comes and who has it in hand."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from collaborative.discussion.enums import Question
from collaborative.discussion.models import Noticing
from collaborative.framework.models import PrimaryDriver
from collaborative.onboarding.pages import hand_of_team
from collaborative.tenancy.models import Team
from metrics.catalogue import metrics_of
from pdsa.enums import Decision
from pdsa.models import PDSACycle
from pdsa.models.cycle import short_name

from . import evidence, parts

RECENT = datetime.timedelta(days=42)
MANY = 40
STILL_OPEN, LEARNED = "", (Decision.GROW, Decision.LET_GO)  # decisions


@dataclass(frozen=True)
class Asked:
    """One of the four questions: up to two lines of evidence, with their links, and what was noticed last."""

    key: str
    words: str
    evidence: list[SafeString]
    noticings: list


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A try that a team shows, as a line tells it: of hundreds of them, no more is read. The newest is the greatest."""

    begun_on: datetime.date
    pk: object
    name: str
    decision: str
    team_id: object
    center: str


@dataclass(frozen=True)
class CenterNow:
    """A center as it is now: what it tries, and something to celebrate. No counts."""

    team: object
    trying: object
    celebrate: str


def balcony(actor) -> dict:
    """Everything on the project team's home but the friendly calls, which live with the notices."""
    teams, metrics, told = _teams(actor), metrics_of(actor), _told(actor)
    grown, let_go = told[Decision.GROW], told[Decision.LET_GO]
    seen = {
        Question.TESTS: evidence.of_tests(actor, told[STILL_OPEN], _drivers(actor)),
        Question.NUMBERS: evidence.of_numbers(actor, metrics, teams),
        Question.METHODS: evidence.of_methods(actor, grown, let_go),
        Question.TEAMS: evidence.of_teams(actor, since=actor.today - RECENT),
    }
    noticed = _noticed(actor)
    trying, celebrating = _first_of_each(told[STILL_OPEN]), _first_of_each(sorted(grown + let_go, reverse=True))
    return {
        "questions": [Asked(key, label, seen[key], noticed.get(key, [])) for key, label in Question.choices],
        "coming": parts.what_comes(actor, limit=8),
        "centers": [CenterNow(one, trying.get(one.pk), _celebrate(celebrating.get(one.pk))) for one in teams],
        "metrics": metrics,
        "teams": teams,
    }


def _teams(actor):
    """The teams by the name of their center, which is all a line needs of them, and what one wants a hand with."""
    teams = Team.objects.visible_to(actor).taking_part(on=actor.today)
    teams = teams.filter(collaborative_id=actor.collaborative_id)
    teams = teams.select_related("center").only("center__name").annotate(hand=hand_of_team(actor))
    return list(teams.order_by("center__name", "pk"))


def _told(actor) -> dict:
    """The newest try each team shows, runs, grew and let go: by decision, newest first."""
    cycles = _shown_lately(PDSACycle.objects.visible_to(actor).posted(), actor)
    newest = cycles.order_by("team_id", "decision", "-begun_on", "-pk").distinct("team_id", "decision")
    columns = ("begun_on", "pk", "title", "what", "decision", "team_id", "team__center__name")
    told = {decision: [] for decision in (STILL_OPEN, *LEARNED)}
    for begun_on, pk, title, what, decision, team_id, center in newest.values_list(*columns):
        told[decision].append(Told(begun_on, pk, short_name(title, what), decision, team_id, center))
    return {decision: sorted(found, reverse=True) for decision, found in told.items()}


def _shown_lately(cycles, actor):
    """The tries of the last weeks that run, or that were grown or let go."""
    lately = cycles.of_teams_here(actor).filter(begun_on__gte=actor.today - 3 * RECENT)
    return lately.filter(decision__in=(STILL_OPEN, *LEARNED))


def _drivers(actor):
    """The primary drivers in order, each with `is_tried`: whether somebody shows a try under it now."""
    running = _shown_lately(PDSACycle.objects.visible_to(actor).posted(), actor).running()
    drivers = PrimaryDriver.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    tried = Exists(running.filter(driver=OuterRef("pk")))
    return list(drivers.annotate(is_tried=tried).order_by("position", "pk"))


def _noticed(actor):
    found = {}
    rows = Noticing.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("author")
    for noticing in rows.order_by("-noticed_on", "-pk")[:MANY]:
        found.setdefault(noticing.question, []).append(noticing)
    return {question: noticings[:2] for question, noticings in found.items()}


def _first_of_each(told):
    """The first of each team's, by team id."""
    return {one.team_id: one for one in reversed(told)}


def _celebrate(learned):
    if learned is None:
        return ""
    if learned.decision == Decision.GROW:
        return _("They grew “%(title)s”.") % {"title": learned.name}
    return _("They let go of “%(title)s” and said why.") % {"title": learned.name}
