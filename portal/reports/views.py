"""Monthly reports: ask for one, see how far it is, read it."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from collaborative.files.answers import file_response
from collaborative.tenancy import grants
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Scope, Verb
from collaborative.tenancy.models import Person, Team
from collaborative.tenancy.sent_forms import new_form_key

from . import actions
from .forms import AskForm
from .models import Report, ReportPart

A_PAGE = 20


@collaborative_page("report")
def report_list(request):
    return _list(request, _ask_form(request))


@collaborative_page("report", "write", methods=("POST",))
def report_ask(request):
    """The report of a month: the one that is there, or a new one."""
    form = _ask_form(request, request.POST)
    if not form.is_valid():
        return _list(request, form)
    me = get_object_or_404(Person.objects.visible_to(request.actor), pk=request.actor.person_id)
    report = actions.ask_for_report(
        **form.cleaned_data, language=request.actor.person["language"] or "en", by=me, on=request.actor.today
    )
    return redirect(
        "reports:report_detail", request.actor.organization_slug, request.actor.collaborative_slug, report.pk
    )


@collaborative_page("report")
def report_detail(request, report_id):
    values = {"report": _report(request, report_id), "form_key": new_form_key()}
    values["may_ask"] = can(request.actor, "write", "report", values["report"])
    return render(request, "reports/report_detail.html", values)


@collaborative_page("report")
def report_progress(request, report_id):
    """The part of the page that says how far the report is."""
    values = {"report": _report(request, report_id), "form_key": new_form_key()}
    values["may_ask"] = can(request.actor, "write", "report", values["report"])
    return render(request, "reports/_progress.html", values)


@collaborative_page("report")
def report_file(request, report_id):
    report = _report(request, report_id)
    part = ReportPart.objects.filter(report=report, name="pdf").first()
    if part is None:
        raise Http404
    answer = file_response(part)
    name = f"{report.team.center.slug}-{report.month:%Y-%m}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _report(request, report_id):
    return get_object_or_404(Report.objects.visible_to(request.actor).for_page(), pk=report_id)


def _ask_form(request, data=None):
    actor = request.actor
    teams = Team.objects.shown().filter(organization_id=actor.organization_id, pk__in=_teams_to_ask_for(actor))
    return AskForm(
        data, teams=teams.select_related("center", "collaborative").order_by("center__name", "pk"), today=actor.today
    )


def _teams_to_ask_for(actor):
    """The teams whose report one may ask for."""
    reach = set()
    for place in actor.memberships:
        scope = grants.scope_of("report", Verb.WRITE, place.role)
        if scope == Scope.ALL:
            reach.update(actor.collaborative_team_ids)
        elif scope == Scope.ASSIGNED:
            reach.update(place.assigned_team_ids)
        elif scope == Scope.TEAM:
            reach.update(place.team_ids)
    return (reach & set(actor.collaborative_team_ids)) - set(actor.hushed_team_ids)


def _list(request, form):
    here = Q(collaborative_id=request.actor.collaborative_id)
    reports = Report.objects.visible_to(request.actor).filter(here).for_page()
    page = Paginator(reports, A_PAGE).get_page(request.GET.get("page"))
    values = {"page": page, "reports": list(page.object_list), "form": form, "form_key": new_form_key()}
    values["may_ask"] = can(request.actor, "write", "report")
    return render(request, "reports/report_list.html", values)
