"""Who could use a friendly call (the second step after a letter, never a word to anyone in the center), and what each
person wants to hear of, how soon."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person, Team

from .enums import OFFERED, STARTS_WITH, CallReason, Pace, Subject
from .querysets import FriendlyCallQuerySet, ReachQuerySet


@with_history
class FriendlyCall(OrganizationRow):
    """A team that could use a call, who phones, and what to offer. Without `done_by` it settled by itself."""

    collaborative = RowKey(Collaborative, related_name="+")
    team = RowKey(Team, related_name="friendly_calls")
    helper = RowKey(Person, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=8, choices=CallReason, default=CallReason.ASKED)
    why = models.CharField(_("why a call would be nice"), max_length=240, blank=True)
    offer = models.CharField(_("what to offer"), max_length=240, blank=True)
    since = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = RowKey(Person, null=True, blank=True, related_name="+")
    note = models.TextField(_("what we heard"), blank=True)

    objects = FriendlyCallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "reason"],
                condition=Q(hidden_at=None, done_on=None, reason=CallReason.NUMBERS),
                name="numbers_call_open_once",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(done_by=None, note=""), name="call_done_has_day"
            ),
            models.CheckConstraint(condition=Q(reason=CallReason.NUMBERS) | ~Q(why=""), name="call_says_why"),
        ]

    def __str__(self):
        return f"{self.team_id} {self.since}"


def _pace(subject):
    return models.CharField(subject.label, max_length=8, choices=Pace, default=STARTS_WITH[subject])


@with_history
class Reach(OrganizationRow):
    """How soon each subject reaches a person, one column each; who has no row hears as everybody does at first.

    `before`: what stood there before this person stopped messages by a link, so that it can be undone.
    """

    person = RowKey(Person, related_name="+")
    talk = _pace(Subject.TALK)
    asked = _pace(Subject.ASKED)
    celebrations = _pace(Subject.CELEBRATIONS)
    posts = _pace(Subject.POSTS)
    question = _pace(Subject.QUESTION)
    dates = _pace(Subject.DATES)
    shelf = _pace(Subject.SHELF)
    newsletter = _pace(Subject.NEWSLETTER)
    before = models.JSONField(default=dict, blank=True)

    objects = ReachQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "reaches"
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person"], condition=Q(hidden_at=None), name="reach_once_a_person"
            ),
            models.CheckConstraint(
                condition=Q(**{f"{subject}__in": [*paces] for subject, paces in OFFERED.items()}),
                name="reach_as_offered",
            ),
        ]

    def __str__(self):
        return str(self.person_id)

    def paces(self):
        """{subject: pace}."""
        return {subject: Pace(getattr(self, subject)) for subject in Subject}
