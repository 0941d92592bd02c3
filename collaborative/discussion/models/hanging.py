"""What hangs on a post or a reply, for the same people: pictures, files and links, mentions, and things to do."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import RowKey

from ..querysets import HangingQuerySet, TaskQuerySet
from .base import ForPeople, has_its_place
from .posts import Post, PostReply


@with_history
class Attachment(ForPeople):
    """One picture, file or link. A picture for people beyond the team needs the yes of everybody in it."""

    post = RowKey(Post, related_name="attachments")
    reply = RowKey(PostReply, null=True, blank=True, related_name="attachments")
    position = models.PositiveSmallIntegerField(default=1)
    link = models.URLField(_("a link"), blank=True)
    file = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    caption = models.CharField(_("what can be seen"), max_length=200, blank=True)
    is_picture = models.BooleanField(default=False)
    everyone_agreed = models.BooleanField(_("everybody in it said yes"), default=False)

    objects = HangingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "post"], name="attachment_of_post")]
        constraints = [
            has_its_place("attachment_audience_has_its_place"),
            models.CheckConstraint(condition=Q(file=None) | Q(link=""), name="attachment_is_a_link_or_a_file"),
            models.CheckConstraint(
                condition=Q(is_picture=False) | Q(everyone_agreed=True) | Q(audience="team"),
                name="attachment_picture_is_agreed_to",
            ),
        ]

    def __str__(self):
        return self.caption or self.link or str(self.pk)


@with_history
class Mention(ForPeople):
    """Somebody was named in a post or a reply, who could read it then; whether they still may is asked again."""

    post = RowKey(Post, related_name="mentions")
    reply = RowKey(PostReply, null=True, blank=True, related_name="mentions")
    person = RowKey("tenancy.Person", related_name="+")

    objects = HangingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "person", "post"], name="mention_of_person")]
        constraints = [
            has_its_place("mention_audience_has_its_place"),
            models.UniqueConstraint(
                fields=["organization_id", "post", "reply", "person"],
                condition=Q(hidden_at=None),
                nulls_distinct=False,
                name="mentioned_once",
            ),
        ]

    def __str__(self):
        return str(self.person_id)


@with_history
class PostTask(ForPeople):
    """One line of a post's list: who does what by when; its owner says when it is done."""

    post = RowKey(Post, related_name="tasks")
    position = models.PositiveSmallIntegerField(default=1)
    what = models.CharField(_("what"), max_length=160)
    owner = RowKey("tenancy.Person", related_name="+")
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organization_id", "post"], name="task_of_post"),
            models.Index(fields=["organization_id", "owner"], condition=Q(done_on=None), name="task_open_of"),
        ]
        constraints = [has_its_place("task_audience_has_its_place")]

    def __str__(self):
        return self.what
