"""The view from the balcony: four questions with evidence, who could use a call, what comes and who has it in hand."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from collaborative.discussion.enums import Question
from collaborative.discussion.models import Noticing, Post
from collaborative.framework.models import PrimaryDriver
from collaborative.tenancy.enums import TEAM_ROLES
from collaborative.tenancy.models import Team
from metrics.arrays import values_of
from metrics.catalogue import metrics_of
from metrics.enums import Collect
from metrics.labels import listed
from metrics.rules.batch import run_charts
from metrics.rules.batch_values import clear_shifts
from metrics.series import LAST
from pdsa.enums import Decision
from pdsa.models import CycleAnswer, PDSACycle
from pdsa.models.cycle import short_name

from . import parts

RECENT = datetime.timedelta(days=42)
A_FEW, MANY = 3, 40
STILL_OPEN, LEARNED = "", (Decision.GROW, Decision.LET_GO)  # decisions
HALF_A_YEAR = {Collect.WEEK: 26, Collect.MONTH: 6}  # periods


@dataclass(frozen=True)
class Asked:
    """One of the four questions: up to two lines of evidence and what was noticed last."""

    key: str
    words: str
    evidence: list[str]
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
    evidence = {
        Question.TESTS: _of_tests(told[STILL_OPEN], _drivers(actor)),
        Question.NUMBERS: _of_numbers(actor, metrics, teams),
        Question.METHODS: _of_methods(grown, let_go),
        Question.TEAMS: _of_teams(actor),
    }
    noticed = _noticed(actor)
    trying, celebrating = _first_of_each(told[STILL_OPEN]), _first_of_each(sorted(grown + let_go, reverse=True))
    return {
        "questions": [Asked(key, label, evidence[key], noticed.get(key, [])) for key, label in Question.choices],
        "coming": parts.what_comes(actor, limit=8),
        "centers": [CenterNow(one, trying.get(one.pk), _celebrate(celebrating.get(one.pk))) for one in teams],
        "metrics": metrics,
        "teams": teams,
    }


def _teams(actor):
    """The teams by the name of their center, which is all a line needs of them."""
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    return list(teams.select_related("center").only("center__name").order_by("center__name", "pk"))


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
    return cycles.filter(begun_on__gte=actor.today - 3 * RECENT, decision__in=(STILL_OPEN, *LEARNED))


def _drivers(actor):
    """The primary drivers in order, each with `is_tried`: whether somebody shows a try under it now."""
    running = _shown_lately(PDSACycle.objects.visible_to(actor).posted(), actor).running()
    drivers = PrimaryDriver.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    tried = Exists(running.filter(driver=OuterRef("pk")))
    return list(drivers.annotate(is_tried=tried).order_by("position", "pk"))


def _of_tests(running, drivers):
    lines = [_("Newest: %(tries)s.") % {"tries": _named(running)}] if running else []
    quiet = [driver.short_title for driver in drivers if not driver.is_tried]
    if quiet:
        lines.append(
            _("Nobody shows a try now under %(drivers)s. The next call of a role group is a good place to ask why.")
            % {"drivers": listed(quiet)}
        )
    elif drivers:
        lines.append(_("Every driver has a try that somebody shows now."))
    return lines


def _of_numbers(actor, metrics, teams):
    """Where a line moved clearly in the last half year, either way, told alike."""
    if not metrics or not teams:
        return []
    table = values_of(actor, metrics=metrics, teams=[team.pk for team in teams], last=LAST)
    charts = run_charts(table.values, phases=table.phases)
    moved = _moved_lately(table, charts, {metric.pk: metric.definition.collect for metric in metrics})
    center_of = {team.pk: team.center.name for team in teams}
    lines = []
    for metric in metrics:
        centers = [center_of[team.pk] for team in teams if (team.pk, metric.pk) in moved]
        if centers:
            lines.append(
                _("%(metric)s: the line moved at %(centers)s. What was different?")
                % {"metric": metric.name, "centers": listed(centers)}
            )
    return lines[:2] or [_("No line moved clearly in the last half year. That is worth knowing, too.")]


def _moved_lately(table, charts, collected):
    """The (team id, metric id) whose line has a clear shift that reaches into the last half year."""
    clear, last = clear_shifts(charts), table.values.shape[1] - 1
    ends = zip(charts.shifts.series[clear].tolist(), charts.shifts.end[clear].tolist(), strict=True)
    found = ((table.keys[series], last - end) for series, end in ends)
    return {key for key, back in found if back < HALF_A_YEAR[collected[key[1]]]}


def _of_methods(grown, let_go):
    lines = []
    if grown:
        lines.append(_("Grown: %(tries)s.") % {"tries": _named(grown)})
    if let_go:
        lines.append(_("Let go, with what was learned: %(tries)s.") % {"tries": _named(let_go)})
    return lines


def _named(told):
    return listed([f"“{one.name}” ({one.center})" for one in told[:A_FEW]])


def _of_teams(actor):
    answers = CycleAnswer.objects.visible_to(actor).filter(
        author_role__in=TEAM_ROLES, author_team__isnull=False, said_on__gte=actor.today - RECENT
    )
    newest = answers.exclude(author_team=F("team")).order_by("-said_on", "-pk")
    centers = newest.values_list("author_team__center__name", "team__center__name")[:MANY]
    pairs = [_("%(one)s answered %(other)s") % {"one": one, "other": other} for one, other in dict.fromkeys(centers)]
    lines = [f"{listed(pairs[:A_FEW])}."] if pairs else []
    waiting = Post.objects.visible_to(actor).unanswered().order_by("-posted_at", "-pk").first()
    if waiting:
        lines.append(_("Still waiting for an answer: “%(post)s”") % {"post": waiting})
    return lines


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
