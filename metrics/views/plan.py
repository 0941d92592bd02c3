"""The data plan of a center: who counts what, where and when, who stands in, and what is counted already."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.drafts.actions import draft_of, drop_draft
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Membership
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, catalogue, plans
from ..models import DataSource
from ..plan_forms import PLAN_WORDS, PlanForm, SourceForm
from ..querysets import may_read_all_numbers
from . import finding

PLAN, SOURCE = "collection-plan", "data-source"  # forms whose unsaved words are kept


@collaborative_page("number", "read")
def data_plan(request):
    """Our data plan on one page."""
    return _plan_page(request, finding.team_that_counts(request.actor))


@collaborative_page("number", "read")
def team_plan(request, team_id):
    """The data plan of another team, for who may see its numbers."""
    return _plan_page(request, finding.team_within_reach(request.actor, team_id))


def _plan_page(request, team):
    actor = request.actor
    is_own = team.pk in actor.own_team_ids
    return render(
        request,
        "metrics/data_plan.html",
        {
            "team": team,
            "is_own": is_own,
            "numbers": plans.data_plan(actor, team, catalogue.metrics_of(actor)),
            "sources": [(source, new_form_key()) for source in plans.sources_of(actor, team)],
            "data_people": data_people(actor, [team.pk]).get(team.pk, ()),
            "may_write": is_own and can(actor, "write", "number"),
            "hidden": finding.just_hidden(request, "hidden"),
            "undo_key": new_form_key(),
        },
    )


def data_people(actor, team_ids):
    """{team: names of its data point people}, in the order they came."""
    rows = (
        Membership.objects.visible_to(actor)
        .filter(team_id__in=team_ids, is_data_point_person=True)
        .on(actor.today)
        .select_related("person")
        .order_by("created_at", "pk")
    )
    found = {}
    for row in rows:
        found.setdefault(row.team_id, []).append(row.person.full_name)
    return found


@collaborative_page("number", "read")
def plan_centers(request):
    """Who has the numbers in hand at each center, for whoever helps all of them."""
    actor = request.actor
    if not may_read_all_numbers(actor):
        raise PermissionDenied
    teams = finding.teams_that_count(actor)
    metrics = [metric for metric in catalogue.metrics_of(actor) if metric.is_required]
    found = plans.center_plans(actor, teams, metrics, data_people(actor, [team.pk for team in teams]))
    return render(request, "metrics/plan_centers.html", {"centers": found, "metrics": metrics})


@collaborative_page("number", "write", methods=("GET", "POST"))
def plan_edit(request, metric_id):
    """Who counts one of our numbers, when and where."""
    actor, metric = request.actor, finding.metric_or_404(request.actor, metric_id)
    team = finding.team_that_counts(actor)
    plan = plans.plan_of(actor, team, metric)
    initial = {name: getattr(plan, name) for name in (*PLAN_WORDS, "version")} if plan else {}
    draft = {"form": PLAN, "thing_id": metric.pk, "by": actor.person_id}
    form = PlanForm(request.POST or None, initial=_going_on(initial, draft))
    words = {"form": form, "metric": metric, "definition": metric.definition, "plan": plan}
    status = 200
    if form.is_valid():
        try:
            here = {"team": team, "metric": metric, "by": finding.me(actor), "on": actor.today}
            actions.plan_collection(**here, **form.cleaned_data)
        except ChangedMeanwhile as other:
            words["theirs"], status = other.current, 409
            _take_version(form, other.current)
        else:
            drop_draft(**draft)
            messages.success(request, _("Your plan is saved."))
            return finding.go_to(request, "data_plan")
    return render(request, "metrics/plan_edit.html", {**words, "form_key": new_form_key()}, status=status)


def _going_on(initial, draft):
    """What was typed and not saved goes on from the version it was begun at, so that a newer one shows beside it."""
    begun = draft_of(**draft)
    return {**initial, **begun.words, "version": begun.opened_version} if begun else initial


def _take_version(form, current):
    """What is sent next is meant for the row as it is now."""
    form.data = form.data.copy()
    form.data["version"] = current.version


@collaborative_page("number", "write", methods=("GET", "POST"))
def source_add(request):
    """Write down what our center counts already."""
    actor = request.actor
    team = finding.team_that_counts(actor)
    draft = {"form": SOURCE, "thing_id": team.pk, "by": actor.person_id}
    form = SourceForm(request.POST or None, metrics=catalogue.metrics_of(actor), initial=_going_on({}, draft))
    if form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        actions.add_source(team=team, by=finding.me(actor), on=actor.today, **words)
        drop_draft(**draft)
        messages.success(request, _("It is on your plan."))
        return finding.go_to(request, "data_plan")
    return render(request, "metrics/source_edit.html", {"form": form, "thing_id": team.pk, "form_key": new_form_key()})


@collaborative_page("number", "write", methods=("GET", "POST"))
def source_edit(request, source_id):
    """Change what we wrote about something we count already."""
    actor = request.actor
    source = get_object_or_404(DataSource.objects.within(actor, "write").select_related("team"), pk=source_id)
    initial = {name: getattr(source, name) for name in ("name", "kept_by", "how_often", "note", "version")}
    initial["metric"] = source.metric_id
    draft = {"form": SOURCE, "thing_id": source.pk, "by": actor.person_id}
    form = SourceForm(request.POST or None, metrics=catalogue.metrics_of(actor), initial=_going_on(initial, draft))
    words, status = {"form": form, "source": source, "thing_id": source.pk}, 200
    if form.is_valid():
        try:
            actions.edit_source(source, by=finding.me(actor), on=actor.today, **form.cleaned_data)
        except ChangedMeanwhile as other:
            words["theirs"], status = other.current, 409
            _take_version(form, other.current)
        else:
            drop_draft(**draft)
            messages.success(request, _("It is saved."))
            return finding.go_to(request, "data_plan")
    return render(request, "metrics/source_edit.html", {**words, "form_key": new_form_key()}, status=status)


@collaborative_page("number", "write", methods=("POST",))
def source_hide(request, source_id):
    """Take it off our plan."""
    actor = request.actor
    source = get_object_or_404(DataSource.objects.within(actor, "write"), pk=source_id)
    actions.hide_source(source, by=finding.me(actor), on=actor.today)
    return redirect(f"{finding.address(request, 'data_plan')}?{urlencode({'hidden': source.pk})}#have")


@collaborative_page("number", "write", methods=("POST",))
def source_show(request, source_id):
    """Bring it back to our plan."""
    actor = request.actor
    source = DataSource.objects.filter(organization_id=actor.organization_id, pk=source_id).first()
    if source is None or not can(actor, "write", "number", source):
        raise Http404
    actions.show_source(source, by=finding.me(actor), on=actor.today)
    return finding.go_to(request, "data_plan")
