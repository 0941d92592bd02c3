"""The page of one chart, what the team writes on it, its goal, and what a row was before."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.drafts.actions import drop_draft, words_of
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, chart_page, explained, fitting, labels, pages, periods, plans, timeline
from ..enums import Collect, Kind
from ..forms import GoalForm, NoteForm
from ..history import history_of
from ..middles import middle_of_all
from ..models import ChartNote, ChartTalk, Observation
from ..series import series_of
from . import finding

NOTE = "chart-note"  # a form whose unsaved words are kept
PERIODS_FOR_A_NOTE = 60
CORRECTED = 12  # lines of "what it was before"
TALKS = 6  # talks about a chart that stand under it


@collaborative_page("number", "read")
def metric_chart(request, metric_id):
    """Our chart of one metric; staff, who have none of their own, go to the list."""
    metric = finding.metric_or_404(request.actor, metric_id)
    team = finding.own_team(request.actor)
    return _chart(request, team, metric) if team else finding.go_to(request, "metric_list")


@collaborative_page("number", "read")
def team_chart(request, team_id, metric_id):
    """Another team's chart, as far as role and agreement reach."""
    team = finding.team_within_reach(request.actor, team_id)
    return _chart(request, team, finding.metric_or_404(request.actor, metric_id))


def _chart(request, team, metric):
    actor = request.actor
    series = series_of(actor, metrics=[metric], teams=[team.pk], last=None)[team.pk, metric.pk]
    notes = _notes(actor, team, metric)
    goal = chart_page.goal_of(metric, pages.goals_of(actor, team.pk).get(metric.pk))
    line = timeline.timeline_of(actor, team.center_id)
    is_own = team.pk in actor.own_team_ids
    return render(
        request,
        "metrics/metric_chart.html",
        {
            "team": team,
            "metric": metric,
            "definition": metric.definition,
            "made_of": explained.made_of(metric.definition),
            "month_rule": explained.month_rule(metric.definition),
            "is_own": is_own,
            "page": chart_page.page_of(series, goal=goal, notes=notes, line=line, today=actor.today),
            "goal": goal,
            "notes": [(_when(metric, note, actor.today), note, new_form_key()) for note in notes],
            "plan": plans.plan_of(actor, team, metric),
            "talks": [(talk, new_form_key()) for talk in _talks(actor, team, metric)],
            "corrected": _corrected(actor, team, metric),
            "middle": middle_of_all(actor, metric),
            "may_write": is_own and can(actor, "write", "number"),
            "hidden_note": finding.just_hidden(request, "hidden"),
            "hidden_talk": finding.just_hidden(request, "hidden_talk"),
            "undo_key": new_form_key(),
            "take_out_url": finding.way_out(request, "team_export", team.pk, team=team),
        },
    )


def _notes(actor, team, metric):
    rows = ChartNote.objects.visible_to(actor).filter(team_id=team.pk, metric_id=metric.pk)
    return list(rows.select_related("author").order_by("period_start", "pk"))


def _corrected(actor, team, metric):
    """The numbers somebody corrected, the latest first."""
    rows = Observation.objects.visible_to(actor).filter(
        team_id=team.pk, definition_id__in=[one.pk for one in metric.definitions], version__gt=1
    )
    collect = metric.definition.collect
    return [
        (labels.period_title(collect, row.period_start, today=actor.today), row)
        for row in rows.order_by("-entered_at", "-pk")[:CORRECTED]
    ]


def _when(metric, note, today):
    return labels.period_title(metric.definition.collect, note.period_start, today=today)


def _talks(actor, team, metric):
    """What the team said when it looked at this chart, the latest first."""
    rows = ChartTalk.objects.visible_to(actor).filter(team_id=team.pk, metric_id=metric.pk)
    return list(rows.order_by("-held_on", "-pk")[:TALKS])


def _is_near(actor, team_id):
    """Whether the reader is on the team or walks with it: to them its people go by their names."""
    near = {*actor.member_team_ids, *actor.assigned_team_ids}
    return team_id in near or actor.has_role(Role.IMPLEMENTATION_TEAM)


@collaborative_page("number", "read")
def observation_history(request, observation_id):
    """What a number was before: who changed what, and when."""
    actor = request.actor
    rows = Observation.objects.visible_to(actor).select_related("definition__metric", "team__center")
    row = get_object_or_404(rows, pk=observation_id)
    collect = row.definition.collect
    return render(
        request,
        "metrics/observation_history.html",
        {
            "metric": row.definition.metric,
            "team": row.team,
            "row": row,
            "period": labels.period_title(collect, row.period_start, today=actor.today),
            "lines": history_of(row, within_team=_is_near(actor, row.team_id)),
            "may_write": row.team_id in actor.own_team_ids and can(actor, "write", "number", row),
            "week": row.period_start if collect == Collect.WEEK else None,
        },
    )


@collaborative_page("number", "write", methods=("GET", "POST"))
def note_add(request, metric_id):
    """Write at a point of our chart what we were trying then, or what else was going on."""
    actor, metric = request.actor, finding.metric_or_404(request.actor, metric_id)
    team, collect = finding.team_that_counts(actor), metric.definition.collect
    starts = reversed(periods.last_starts(collect, actor.today, PERIODS_FOR_A_NOTE))
    choices = [(start, labels.period_title(collect, start, today=actor.today)) for start in starts]
    draft = {"form": NOTE, "thing_id": metric.pk, "by": actor.person_id}
    asked = {name: request.GET[name] for name in ("period", "text") if request.GET.get(name)}
    initial = {**asked, **words_of(**draft)}
    form = NoteForm(request.POST or None, periods=choices, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        actions.add_note(
            team=team,
            metric=metric,
            period_start=data["period"],
            text=data["text"],
            is_nothing_to_do_with_tests=data["is_nothing_to_do_with_tests"],
            by=finding.me(actor),
            on=actor.today,
        )
        drop_draft(**draft)
        messages.success(request, _("Your note is on the chart."))
        return finding.go_to(request, "metric_chart", metric.pk)
    words = {"form": form, "metric": metric, "team": team, "form_key": new_form_key()}
    return render(request, "metrics/note_add.html", words)


@collaborative_page("number", "write", methods=("POST",))
def note_hide(request, note_id):
    """Take one of our notes off the chart."""
    actor = request.actor
    note = get_object_or_404(ChartNote.objects.within(actor, "write"), pk=note_id)
    actions.hide_note(note, by=finding.me(actor), on=actor.today)
    chart = finding.address(request, "metric_chart", note.metric_id)
    return redirect(f"{chart}?{urlencode({'hidden': note.pk})}#notes")


@collaborative_page("number", "write", methods=("POST",))
def note_show(request, note_id):
    """Put one of our notes back on the chart."""
    actor = request.actor
    note = ChartNote.objects.filter(organization_id=actor.organization_id, pk=note_id).first()
    if note is None or not can(actor, "write", "number", note):
        raise Http404
    actions.show_note(note, by=finding.me(actor), on=actor.today)
    return finding.go_to(request, "metric_chart", note.metric_id)


@collaborative_page("number", "write", methods=("GET", "POST"))
def goal_set(request, metric_id):
    """Set our own goal for a number."""
    actor, metric = request.actor, finding.metric_or_404(request.actor, metric_id)
    team, definition = finding.team_that_counts(actor), metric.definition
    now = chart_page.goal_of(metric, pages.goals_of(actor, team.pk).get(metric.pk))
    form = GoalForm(request.POST or None, definition=definition)
    if form.is_valid():
        actions.set_team_goal(team=team, metric=metric, by=finding.me(actor), on=actor.today, **form.cleaned_data)
        messages.success(request, _("That is your goal now."))
        return finding.go_to(request, "metric_chart", metric.pk)
    is_percent, scale = definition.kind == Kind.PERCENTAGE, fitting.scale_words(definition)
    words = {"form": form, "metric": metric, "now": now, "is_percent": is_percent, "scale": scale}
    return render(request, "metrics/goal_set.html", {**words, "form_key": new_form_key()})
