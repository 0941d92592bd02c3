"""Learn together: posts and replies, a shelf of links and files, and what the project team notices."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Role

from .enums import POST_AUDIENCES, PostKind, Question, ReplyKind
from .querysets import NoticingQuerySet, PostQuerySet, ReplyQuerySet, ShelfQuerySet


class Spoken(OrganizationRow, Written):
    """Words of a person with an audience; the columns are those the row policy reads."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    author_role = models.CharField(max_length=24, choices=Role)
    audience = models.CharField(max_length=12, choices=[(rung.value, rung.label) for rung in POST_AUDIENCES])
    group = RowKey("tenancy.AffinityGroup", null=True, blank=True, related_name="+")
    text = models.TextField(_("your words"), max_length=4000)

    class Meta:
        abstract = True


@with_history
class Post(Spoken):
    """A post with one file, picture or link."""

    title = models.CharField(_("title"), max_length=120, blank=True)
    kind = models.CharField(_("what is it?"), max_length=12, choices=PostKind, default=PostKind.WORDS)
    link = models.URLField(_("a link"), blank=True)
    file = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    posted_at = models.DateTimeField(auto_now_add=True)
    last_reply_at = models.DateTimeField(null=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "-posted_at"], name="post_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=["all", "faculty"]) | Q(audience="group", group__isnull=False)
                | Q(audience="team", team__isnull=False),
                name="post_audience_has_its_place",
            )
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
        verbose_name_plural = "post replies"

    def __str__(self):
        return self.text[:60]


@with_history
class ShelfItem(OrganizationRow, Written):
    """A link or a file worth keeping where everybody finds it."""

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    title = models.CharField(_("title"), max_length=120)
    description = models.CharField(_("what it is good for"), max_length=240, blank=True)
    link = models.URLField(_("link"), blank=True)
    file = RowKey("files.StoredFile", null=True, blank=True, related_name="+")
    driver = RowKey("framework.PrimaryDriver", null=True, blank=True, related_name="+")

    objects = ShelfQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file=None) ^ Q(link=""), name="shelf_item_is_a_link_or_a_file"
            )
        ]  # fmt: skip

    def __str__(self):
        return self.title


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
