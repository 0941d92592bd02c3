"""The monthly report of a center: asked for by a person, drawn by a worker, the same for the same words and numbers."""

from django.db import models
from django.db.models import Q

from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person, Team

from .enums import ReportState
from .querysets import ReportQuerySet


class Report(OrganizationRow):
    """One report and how far it is. No history: it follows from the words and numbers in its story.

    `story`: everything it says, gathered when it was asked for; `data_version` stands for it. `newer_at`: numbers came
    in since.
    """

    collaborative = RowKey(Collaborative, related_name="+")
    team = RowKey(Team, related_name="reports")
    month = models.DateField()
    language = models.CharField(max_length=8, default="en")
    data_version = models.CharField(max_length=64)
    story = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=ReportState, default=ReportState.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_by = RowKey(Person, related_name="+")
    touched_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    newer_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organization_id", "team", "-month"], name="report_of_team"),
            models.Index(fields=["state"], condition=~Q(state=ReportState.DONE), name="report_unfinished"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "month", "language", "data_version"],
                condition=Q(hidden_at=None),
                name="report_once_per_story",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="report_of_a_month"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="report_progress_in_percent"),
            models.CheckConstraint(
                condition=Q(state=ReportState.DONE, progress=100, done_at__isnull=False)
                | (~Q(state=ReportState.DONE) & Q(done_at=None)),
                name="report_done_has_moment",
            ),
        ]

    def __str__(self):
        return f"{self.team_id} {self.month:%Y-%m}"

    @property
    def is_done(self):
        return self.state == ReportState.DONE

    @property
    def is_stuck(self):
        return self.state == ReportState.STUCK


class ReportPart(OrganizationRow):
    """One drawn piece: a chart, or the whole PDF. A drawing that was interrupted goes on after its last part.

    Parts stand beside `files` and not in it: they are read as far as the team's numbers are, not along an audience.
    """

    report = RowKey(Report, related_name="parts")
    team = RowKey(Team, related_name="+")
    name = models.CharField(max_length=80)
    content_type = models.CharField(max_length=40)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "report", "name"], name="report_part_once"),
        ]

    def __str__(self):
        return self.name
