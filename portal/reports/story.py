"""Everything a report says, gathered as plain values: words first, then a chart and its table for each number.

Only what a team has shown to all teams is told of its tries: whoever may read its report reads the same one.
"""

from dataclasses import replace

from django.db.models import Q
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collaborative.schedule.models import ActionPeriod, Closure, LearningSession
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import House
from collaborative.ui.house_words import speaking
from collaborative.ui.own_words import book_of, in_own_words
from metrics import labels, periods
from metrics.aggregation import Counted, months
from metrics.catalogue import metrics_in
from metrics.chart_page import chart_of, goal_of, headline_sentences, remark_of
from metrics.enums import Collect
from metrics.models import ChartNote, TeamGoal
from metrics.series import Series, series_of
from metrics.timeline import Timeline
from pdsa.enums import Stage
from pdsa.models import PDSACycle, Priority
from portal.papers.sizes import paper_of

from . import rules
from .pictures import picture_of

MONTHS_IN_TABLE = 6
MOST_TRIES = 12


def story_of(team, month, *, language: str, organization) -> dict:
    """What the report of `team` (with its center and collaborative) for `month` says, in `language`."""
    ours = speaking(vocabulary_of(team.collaborative))
    with translation.override(language), ours, book_of(team.collaborative_id):
        return {
            "language": language,
            "paper": paper_of(organization.country),
            "collaborative": team.collaborative.name,
            "center": team.center.name,
            "month": date_format(month, "YEAR_MONTH_FORMAT"),
            "day": [rules.last_day(month).year, rules.last_day(month).month, rules.last_day(month).day],
            "working_on": _working_on(team, month),
            "tries": _tries(team, month),
            "metrics": _metrics(team, month),
            "labels": _labels(team, month),
        }


def vocabulary_of(collaborative) -> dict:
    """What is said there in place of our nouns."""
    house = House.objects.shown().filter(collaborative=collaborative).first()
    return house.vocabulary if house else {}


def _working_on(team, month):
    lines = Priority.objects.shown().still_told_here().filter(team=team, since__lte=rules.last_day(month))
    lines = lines.filter(Q(ended_on=None) | Q(ended_on__gte=month)).order_by("position", "since", "pk")
    return [line.text for line in lines if line.text]


def _tries(team, month):
    """What was planned, tried or decided in the month, as far as all teams may see it."""
    last = rules.last_day(month)
    cycles = PDSACycle.objects.shown().still_told_here().filter(team=team, audience=Audience.ALL, begun_on__lte=last)
    cycles = cycles.filter(Q(decided_on__gte=month) | Q(decided_on=None, look_back_on__gte=month))
    cycles = cycles.exclude(what="").order_by("begun_on", "pk")
    return [_try(cycle, last) for cycle in cycles[:MOST_TRIES]]


def _try(cycle, last):
    is_decided = cycle.stage == Stage.CLOSED and cycle.decided_on <= last
    prompts = (
        (_("How it fits with what we thought"), cycle.compared),
        (_("What surprised us"), cycle.surprised),
        (_("For whom it worked well, and for whom not yet"), cycle.for_whom),
    )
    return {
        "name": cycle.name,
        "what": cycle.what if cycle.what != cycle.name else "",
        "next": cycle.get_decision_display() if is_decided else _("Still going on"),
        "why": cycle.decision_reason if is_decided else "",
        "learned": [{"prompt": str(prompt), "words": words} for prompt, words in prompts if words],
    }


def _metrics(team, month):
    last = rules.last_day(month)
    metrics = metrics_in(team.collaborative_id, today=last)
    found = series_of(None, metrics=metrics, teams=[team.pk], last=None, today=last)
    own_goals = {goal.metric_id: goal for goal in _goals(team, last)}
    notes, line = list(ChartNote.objects.shown().filter(team=team).order_by("period_start", "pk")), _timeline(team)
    told = []
    for metric in metrics:
        series = _until(found[team.pk, metric.pk], month)
        if series.last_counted is not None:
            own = [note for note in notes if note.metric_id == metric.pk]
            goal = goal_of(metric, own_goals.get(metric.pk))
            told.append(_metric(series, month, goal, own, line))
    return told


def _goals(team, last):
    return TeamGoal.objects.shown().filter(team=team, set_on__lte=last).order_by("set_on", "pk")


def _timeline(team):
    here = {"collaborative_id": team.collaborative_id}
    action = ActionPeriod.objects.shown().filter(**here).order_by("number", "pk")
    sessions = LearningSession.objects.shown().filter(**here).order_by("number", "pk")
    closures = Closure.objects.shown().filter(center_id=team.center_id).order_by("starts_on", "pk")
    return Timeline(
        tuple(action.values_list("name", "number", "starts__on", "ends__on")),
        tuple(sessions.values_list("name", "number", "starts__on")),
        tuple(closures.values_list("why", "starts_on")),
    )


def _until(series: Series, month) -> Series:
    """The series up to the end of the month; a week belongs to the month of its Thursday."""
    is_weekly = series.metric.definition.collect == Collect.WEEK
    keep = sum((periods.month_of(start) if is_weekly else start) <= month for start in series.starts)
    cut = {name: getattr(series, name)[:keep] for name in ("starts", "points", "values")}
    return replace(series, **cut, phases=tuple(row for row in series.phases if row < keep))


def _metric(series, month, goal, notes, line):
    last, definition = rules.last_day(month), series.metric.definition
    return {
        "key": series.metric.key,
        "name": in_own_words(series.metric.name),
        "counted": in_own_words(definition.numerator_words),
        "sentences": headline_sentences(series, chart_of(series), last),
        "picture": picture_of(series, goal=goal, notes=notes, line=line, today=last),
        "rows": _rows(series, month),
    }


def _rows(series, month):
    """The weeks of the month and the month they make; of what is counted by month, the last months."""
    definition, last = series.metric.definition, rules.last_day(month)
    if definition.collect == Collect.MONTH:
        shown = list(range(len(series.starts)))[-MONTHS_IN_TABLE:]
        return [_row(series, row, last) for row in shown]
    weeks = [row for row, start in enumerate(series.starts) if periods.month_of(start) == month]
    own = {series.starts[row]: series.points[row] for row in weeks}
    made = months(definition.kind, own, definition.per)
    return [*(_row(series, row, last) for row in weeks), *(_month_row(definition, one) for one in made)]


def _row(series, row, last):
    definition, point = series.metric.definition, series.points[row]
    return {
        "period": labels.period_title(definition.collect, series.starts[row], today=last),
        "counts": labels.count_words(definition.kind, point),
        "value": labels.value_words(definition.kind, series.values[row]),
        "remark": remark_of(point),
        "reason": point.reason if point else "",
        "is_sum": False,
    }


def _month_row(definition, made):
    covered = _("%(covered)s of %(weeks)s weeks counted") % {"covered": made.covered, "weeks": made.weeks}
    return {
        "period": date_format(made.month, "YEAR_MONTH_FORMAT"),
        "counts": labels.count_words(definition.kind, Counted(made.numerator, made.denominator)),
        "value": labels.value_words(definition.kind, made.value),
        "remark": covered,
        "reason": "",
        "is_sum": True,
    }


def _labels(team, month):
    """The report's own words, in its language."""
    values = {"center": team.center.name, "month": date_format(month, "YEAR_MONTH_FORMAT")}
    return {
        "title": _("%(center)s in %(month)s") % values,
        "working_on": _("What we are working on"),
        "tried": _("What we tried"),
        "nothing_tried": _("Nothing is written down for all teams this month. That says nothing about what was tried."),
        "next": _("What next"),
        "numbers": _("Our numbers"),
        "no_numbers": _("No numbers yet. The first ones start the story."),
        "not_for_rating": _("These numbers are for the team, so it can see if its changes help."),
        "period": _("When"),
        "counts": _("Counted"),
        "value": _("Value"),
        "remark": pgettext("beside a number", "Good to know"),
        "talk": _("What do we make of it? Talk about it together before anybody else does."),
        "page": _("page"),
    }
