"""Posts and replies, and what the project team notices."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written

from ..enums import PostKind, Question, ReplyKind
from ..querysets import NoticingQuerySet, PostQuerySet, ReplyQuerySet
from .base import Spoken, has_its_place

NEWEST = ["-active_at", "-id"]


@with_history
class Post(Spoken):
    """A post. Beside its words it may speak of a driver, a date or a try; `week`: the Monday from which it is asked.

    `active_at`: when it or an answer to it was last written, the order of the list. `try_id` is no key: tries lie on a
    floor above, and who may see the try is asked there. `link` and `file` were once all that hung on a post and are
    empty now: see Attachment.
    """

    title = models.CharField(_("title"), max_length=120, blank=True)
    kind = models.CharField(_("what is it?"), max_length=12, choices=PostKind, default=PostKind.WORDS)
    who = models.CharField(_("who is it about?"), max_length=120, blank=True)
    driver = RowKey("framework.PrimaryDriver", null=True, blank=True, related_name="+")
    planned_date = RowKey("schedule.PlannedDate", null=True, blank=True, related_name="+")
    try_id = models.UUIDField(null=True, blank=True)
    week = models.DateField(_("asked in the week of"), null=True, blank=True)
    link = models.URLField(_("a link"), blank=True)
    file = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    posted_at = models.DateTimeField(auto_now_add=True)
    last_reply_at = models.DateTimeField(null=True, editable=False)
    active_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organization_id", "collaborative", "-posted_at"], name="post_newest"),
            models.Index(fields=["organization_id", "collaborative", *NEWEST], name="post_active"),
            models.Index(fields=["organization_id", "collaborative", "kind", *NEWEST], name="post_kind_active"),
            models.Index(
                fields=["organization_id", "team", *NEWEST], condition=Q(audience="team"), name="post_team_active"
            ),
            models.Index(
                fields=["organization_id", "group", *NEWEST], condition=Q(group__isnull=False), name="post_group_active"
            ),
            models.Index(
                fields=["organization_id", "circle", *NEWEST],
                condition=Q(circle__isnull=False),
                name="post_circle_active",
            ),
            models.Index(fields=["organization_id", "author", *NEWEST], name="post_author_active"),
            models.Index(
                fields=["organization_id", "driver", *NEWEST],
                condition=Q(driver__isnull=False),
                name="post_driver_active",
            ),
            models.Index(
                fields=["organization_id", "try_id"], condition=Q(try_id__isnull=False), name="post_about_try"
            ),
            models.Index(
                fields=["organization_id", "planned_date"],
                condition=Q(planned_date__isnull=False),
                name="post_about_date",
            ),
        ]
        constraints = [
            has_its_place("post_audience_has_its_place"),
            models.CheckConstraint(
                condition=Q(kind=PostKind.WEEKLY, week__isnull=False) | (~Q(kind=PostKind.WEEKLY) & Q(week=None)),
                name="post_week_for_the_question",
            ),
            models.CheckConstraint(
                condition=Q(planned_date=None) | Q(try_id=None), name="post_speaks_of_one_thing"
            ),
            models.UniqueConstraint(
                fields=["organization_id", "collaborative", "week", "audience", "group"],
                condition=Q(week__isnull=False, hidden_at=None),
                nulls_distinct=False,
                name="one_question_a_week",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title or self.text[:60]


@with_history
class PostReply(Spoken):
    """A reply or a thank-you, for the same people as its post."""

    post = RowKey(Post, related_name="replies")
    kind = models.CharField(max_length=8, choices=ReplyKind, default=ReplyKind.ANSWER)
    replied_at = models.DateTimeField(auto_now_add=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "post"], name="reply_of_post")]
        constraints = [has_its_place("reply_audience_has_its_place")]
        verbose_name_plural = "post replies"

    def __str__(self):
        return self.text[:60]


@with_history
class Noticing(OrganizationRow, Written):
    """What the project team notices from the balcony, under one of the four questions."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    question = models.CharField(max_length=8, choices=Question)
    text = models.TextField(_("what are we noticing?"), max_length=2000)
    noticed_on = models.DateField()

    objects = NoticingQuerySet.as_manager()

    def __str__(self):
        return self.text[:60]
