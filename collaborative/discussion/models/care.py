"""Looking after each other: what worries a reader, what a moderator did about it, and hints on posting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import CareKind
from ..querysets import CareStepQuerySet, GuidanceQuerySet, WorryQuerySet
from .posts import Post, PostReply


@with_history
class Worry(OrganizationRow, Written):
    """A reader is worried about words; read by that reader and by the named moderators, nobody else.

    `excerpt`: the words in question, where the reader sent them along because no moderator can open that place.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    post = RowKey(Post, related_name="+")
    reply = RowKey(PostReply, null=True, blank=True, related_name="+")
    words = models.TextField(_("what worries you"), max_length=1000)
    excerpt = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = WorryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "worries"

    def __str__(self):
        return str(self.pk)


@with_history
class CareStep(OrganizationRow):
    """What a moderator did, in the order it was done: a log, read by the moderators and by whose words it was about."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    worry = RowKey(Worry, null=True, blank=True, related_name="steps")
    post = RowKey(Post, related_name="+")
    reply = RowKey(PostReply, null=True, blank=True, related_name="+")
    writer = RowKey("tenancy.Person", related_name="+")
    kind = models.CharField(max_length=8, choices=CareKind, default=CareKind.WROTE)
    words = models.TextField(max_length=1000, blank=True)
    done_at = models.DateTimeField(auto_now_add=True)

    objects = CareStepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "post"], name="care_of_post")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=[CareKind.WROTE, CareKind.HID]) | ~Q(words=""), name="care_says_why"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.done_at}"


class Guidance(OrganizationRow, Written):
    """How a collaborative would like to talk: hints for coaches, how soon questions find an answer, what is enough.

    Each change is a row of its own under the next number, so that two who change it at once notice each other.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(_("hints on posting"), max_length=4000, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days for an answer"), default=2)
    new_on_shelf = models.PositiveSmallIntegerField(_("new things on the shelf in a week"), default=3)

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "number"], condition=Q(hidden_at=None), name="guidance_once"
            ),
            models.CheckConstraint(
                condition=Q(answer_days__range=(1, 20)) & Q(new_on_shelf__range=(1, 50)), name="guidance_within_reason"
            ),
        ]

    def __str__(self):
        return "guidance"
