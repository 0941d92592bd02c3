"""The only writes of reports. Each step of a drawing is a short transaction, so that its progress can be seen."""

from datetime import datetime

from django.db.models import F
from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there
from collaborative.later.queue import later
from collaborative.tenancy.models import Organization
from metrics.models import Observation

from . import rules
from .enums import ReportState
from .models import Report, ReportPart
from .story import story_of

TASK = "portal.reports.tasks.draw_report"


def ask_for_report(*, team, month, language, by, on) -> Report:
    """The report of this month with the words and numbers as they are now: one that is there, or a new one to draw.

    One that could not be drawn is begun again.
    """
    story = story_of(team, month, language=language, organization=Organization.objects.get(pk=team.organization_id))
    key = {"team": team, "month": month, "language": language, "data_version": rules.version_of(story)}
    report = Report(collaborative_id=team.collaborative_id, story=story, asked_by=by, touched_at=timezone.now(), **key)
    if not add_unless_there(report):
        report = Report.objects.shown().get(**key)
        if report.is_stuck:
            _begin_again(report)
    if not report.is_done:
        later(TASK, report_id=report.pk)
    return report


def take_up(report_id, now: datetime) -> Report | None:
    """Begin drawing, or go on with it; None where it is done, or somebody else is at it.

    After three attempts it is left as it is, and its page says so.
    """
    free = Report.objects.to_take_up(now).filter(pk=report_id)
    free.filter(attempts__gte=rules.MOST_ATTEMPTS).update(state=ReportState.STUCK, touched_at=now)
    taken = free.update(state=ReportState.DRAWING, attempts=F("attempts") + 1, touched_at=now)
    return Report.objects.get(pk=report_id) if taken else None


def keep_part(report: Report, *, name: str, content_type: str, content: bytes) -> None:
    """A piece is drawn; how far the report is can be seen as soon as this commits."""
    _add_part(report, name, content_type, content)
    charts = ReportPart.objects.filter(report=report).count()
    progress = rules.progress(charts, len(report.story["metrics"]))
    Report.objects.filter(pk=report.pk, state=ReportState.DRAWING).update(progress=progress, touched_at=timezone.now())


def _add_part(report, name, content_type, content):
    add_unless_there(
        ReportPart(report=report, team_id=report.team_id, name=name, content_type=content_type, content=content)
    )


def finish(report: Report, pdf: bytes) -> None:
    """The pages are there. The charts inside them are no longer kept apart."""
    _add_part(report, "pdf", "application/pdf", pdf)
    ReportPart.objects.filter(report=report).exclude(name="pdf").delete()
    now = timezone.now()
    Report.objects.filter(pk=report.pk).update(state=ReportState.DONE, progress=100, done_at=now, touched_at=now)


def put_back(report: Report) -> None:
    """A drawing that broke off is taken up by the next sweep; after three attempts it is left as it is."""
    state = ReportState.STUCK if report.attempts >= rules.MOST_ATTEMPTS else ReportState.WAITING
    Report.objects.filter(pk=report.pk, state=ReportState.DRAWING).update(state=state, touched_at=timezone.now())


def mark_newer(now: datetime) -> int:
    """Note on every drawn report that numbers came in since; says on how many."""
    marked = 0
    for report in Report.objects.shown().filter(state=ReportState.DONE, newer_at=None).defer("story"):
        since = Observation.objects.shown().filter(
            team_id=report.team_id, entered_at__gt=report.created_at, period_start__lte=rules.last_day(report.month)
        )
        if since.exists():
            marked += Report.objects.filter(pk=report.pk).update(newer_at=now)
    return marked


def take_words_back(now: datetime) -> int:
    """Draw anew, without them, reports that hold words their authors removed for good since; says how many."""
    fresh = Report.objects.shown().filter(created_at__gt=now - rules.FORGETTING)
    changed = 0
    for report in fresh.select_related("team__center", "team__collaborative"):
        organization = Organization.objects.get(pk=report.organization_id)
        story = story_of(report.team, report.month, language=report.language, organization=organization)
        if rules.lost_words(report.story, story):
            _draw_anew(report, story, now)
            changed += 1
    return changed


def _draw_anew(report, story, now):
    ReportPart.objects.filter(report=report).delete()
    report.story, report.data_version = story, rules.version_of(story)
    same = {name: getattr(report, name) for name in ("team_id", "month", "language", "data_version")}
    if Report.objects.shown().filter(**same).exclude(pk=report.pk).exists():
        Report.objects.filter(pk=report.pk).update(story={}, hidden_at=now)
        return
    _begin_again(report)
    later(TASK, report_id=report.pk)


def _begin_again(report):
    report.state, report.progress, report.attempts = ReportState.WAITING, 0, 0
    report.done_at = report.newer_at = None
    report.touched_at = timezone.now()
    report.save(
        update_fields=["story", "data_version", "state", "progress", "attempts", "done_at", "newer_at", "touched_at"]
    )


def unfinished(now: datetime) -> list:
    """Reports nobody seems to be at (the queue lost them, or a worker was killed): they wait for their turn again."""
    found = list(Report.objects.to_ask_again(now).order_by("touched_at", "pk").values_list("pk", flat=True))
    Report.objects.filter(pk__in=found).update(state=ReportState.WAITING, touched_at=now)
    return found
