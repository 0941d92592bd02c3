"""Drawing reports: many short transactions, each step's progress to be seen, and a rerun skips what is done."""

import importlib
from uuid import UUID

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.later.queue import later
from collaborative.tenancy.every import for_each_organization

from . import actions
from .models import ReportPart


@shared_task
def draw_report(report_id, organization_id):
    """Draw the charts of one report, each in a transaction of its own, then lay out its pages."""
    place = UUID(organization_id)
    with tenant_context(place):
        report = actions.take_up(UUID(report_id), timezone.now())
    if report is None:
        return
    try:
        _draw(report, place)
    except (Exception, SoftTimeLimitExceeded):
        with tenant_context(place):
            actions.put_back(report)
        raise


def _draw(report, place):
    drawing = importlib.import_module("portal.reports.drawing")  # large libraries: only while something is drawn
    drawn = []
    for metric in report.story["metrics"]:
        with tenant_context(place):
            part = ReportPart.objects.filter(report=report, name=metric["key"]).first()
        svg = bytes(part.content) if part else drawing.chart_svg(metric)
        drawn.append(svg)
        if part is None:
            with tenant_context(place):
                actions.keep_part(report, name=metric["key"], content_type=drawing.CHART, content=svg)
    pdf = drawing.report_pdf(report.story, drawn)
    with tenant_context(place):
        actions.finish(report, pdf)


@shared_task(over_organizations=True)
def resume_reports():
    """Every minute: take up what was lost, note what came in since, and take back words that were removed for good."""
    for_each_organization(_resume)


def _resume(organization_id):
    now = timezone.now()
    with tenant_context(organization_id):
        actions.take_words_back(now)
        actions.mark_newer(now)
        for report_id in actions.unfinished(now):
            later(actions.TASK, report_id=report_id)
