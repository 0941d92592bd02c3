"""The view from the balcony: four questions with evidence, who could use a call, what comes and who has it in hand."""

import datetime
from dataclasses import dataclass

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

from . import parts

RECENT = datetime.timedelta(days=42)
A_FEW = 3
LEARNED = (Decision.GROW, Decision.LET_GO)
SAID = ("title", "what", "stage", "decision", "driver_id", "begun_on", "team__center__name")
HALF_A_YEAR = {Collect.WEEK: 26, Collect.MONTH: 6}  # periods


@dataclass(frozen=True)
class Asked:
    """One of the four questions: up to two lines of evidence and what was noticed last."""

    key: str
    words: str
    evidence: list[str]
    noticings: list


@dataclass(frozen=True)
class CenterNow:
    """A center as it is now: what it tries, and something to celebrate. No counts."""

    team: object
    trying: object
    celebrate: str


def balcony(actor) -> dict:
    """Everything on the project team's home but the friendly calls, which live with the notices."""
    teams = list(Team.objects.visible_to(actor).select_related("center").order_by("center__name", "pk"))
    running, learned = _running(actor), _learned(actor)
    drivers = list(
        PrimaryDriver.objects.visible_to(actor)
        .filter(framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False)
        .order_by("position", "pk")
    )
    evidence = {
        Question.TESTS: _of_tests(running, drivers),
        Question.NUMBERS: _of_numbers(actor, teams),
        Question.METHODS: _of_methods(learned),
        Question.TEAMS: _of_teams(actor),
    }
    noticed = _noticed(actor)
    trying, celebrating = _first_of_each(running), _first_of_each(learned)
    return {
        "questions": [Asked(key, label, evidence[key], noticed.get(key, [])) for key, label in Question.choices],
        "coming": parts.what_comes(actor, limit=8),
        "centers": [CenterNow(one, trying.get(one.pk), _celebrate(celebrating.get(one.pk))) for one in teams],
    }


def _running(actor):
    """The newest running try a team shows under each driver, newest first."""
    return _newest(_recent(actor).running(), "driver_id")


def _learned(actor):
    """The newest try each team grew and the newest it let go, newest first."""
    return _newest(_recent(actor).filter(decision__in=LEARNED), "decision")


def _recent(actor):
    """The tries of the last weeks that may be read."""
    return PDSACycle.objects.visible_to(actor).posted().filter(begun_on__gte=actor.today - 3 * RECENT)


def _newest(cycles, each):
    """The newest of each team and of each value of another column; only what a line says of it is read."""
    found = cycles.select_related("team__center").only(*SAID).order_by("team_id", each, "-begun_on", "-pk")
    return sorted(found.distinct("team_id", each), key=lambda cycle: (cycle.begun_on, cycle.pk), reverse=True)


def _of_tests(running, drivers):
    titles = list(dict.fromkeys(f"“{cycle.name}” ({cycle.team.center.name})" for cycle in running))
    lines = [_("Newest: %(tries)s.") % {"tries": listed(titles[:A_FEW])}] if titles else []
    touched = {cycle.driver_id for cycle in running}
    quiet = [driver.short_title for driver in drivers if driver.pk not in touched]
    if quiet:
        lines.append(_("Nobody shows a try now under %(drivers)s.") % {"drivers": listed(quiet)})
    elif drivers:
        lines.append(_("Every driver has a try that somebody shows now."))
    return lines


def _of_numbers(actor, teams):
    """Where a line moved clearly in the last half year, either way, told alike."""
    metrics = metrics_of(actor)
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


def _of_methods(learned):
    grown = [cycle for cycle in learned if cycle.decision == Decision.GROW]
    let_go = [cycle for cycle in learned if cycle.decision == Decision.LET_GO]
    lines = []
    if grown:
        lines.append(_("Grown: %(tries)s.") % {"tries": listed(_named(grown))})
    if let_go:
        lines.append(_("Let go, with what was learned: %(tries)s.") % {"tries": listed(_named(let_go))})
    return lines


def _named(cycles):
    return list(dict.fromkeys(f"“{cycle.name}” ({cycle.team.center.name})" for cycle in cycles))[:A_FEW]


def _of_teams(actor):
    answers = CycleAnswer.objects.visible_to(actor).filter(
        author_role__in=TEAM_ROLES, said_on__gte=actor.today - RECENT
    )
    pairs = [
        _("%(one)s answered %(other)s") % {"one": answer.author_team.center.name, "other": answer.team.center.name}
        for answer in answers.select_related("author_team__center", "team__center").order_by("-said_on", "-pk")[:40]
        if answer.author_team_id and answer.author_team_id != answer.team_id
    ]
    lines = [f"{listed(list(dict.fromkeys(pairs))[:A_FEW])}."] if pairs else []
    waiting = Post.objects.visible_to(actor).unanswered().order_by("-posted_at", "-pk").first()
    if waiting:
        lines.append(_("Still waiting for an answer: “%(post)s”") % {"post": waiting})
    return lines


def _noticed(actor):
    found = {}
    rows = Noticing.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("author")
    for noticing in rows.order_by("-noticed_on", "-pk")[:40]:
        found.setdefault(noticing.question, []).append(noticing)
    return {question: noticings[:2] for question, noticings in found.items()}


def _first_of_each(cycles):
    """The first of each team's, by team id."""
    return {cycle.team_id: cycle for cycle in reversed(cycles)}


def _celebrate(learned):
    if learned is None:
        return ""
    if learned.decision == Decision.GROW:
        return _("They grew “%(title)s”.") % {"title": learned.name}
    return _("They let go of “%(title)s” and said why.") % {"title": learned.name}
