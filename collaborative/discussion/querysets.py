import datetime

from django.db.models import Count, Exists, OuterRef, Q

from collaborative.tenancy.querysets import AudienceQuerySet, RowQuerySet

from .enums import PostKind, ReplyKind

TRASH = datetime.timedelta(days=30)  # in which what was taken down can be brought back


class TakenDown:
    """Rows that were taken off the page."""

    def taken_down(self, actor, now):
        """What the actor took down within 30 days, or what was taken down of the actor's own words."""
        here = {"organization_id": actor.organization_id, "collaborative_id": actor.collaborative_id}
        own = Q(hidden_by_id=actor.person_id) | Q(author_id=actor.person_id)
        return self.filter(own, hidden_at__gte=now - TRASH, **here)


class PostQuerySet(TakenDown, AudienceQuerySet):
    resource = "post"

    def for_page(self):
        """With everything a list of posts shows, in one query."""
        replies = Q(replies__hidden_at=None)
        return (
            self.select_related("author", "team__center", "file")
            .defer("file__content")
            .annotate(
                answers=Count("replies", filter=replies & Q(replies__kind=ReplyKind.ANSWER)),
                thanks=Count("replies", filter=replies & Q(replies__kind=ReplyKind.THANKS)),
            )
        )

    def with_group(self):
        """With the role group a post is for, and who is with it."""
        return self.select_related("group__coach", "group__co_lead")

    def unanswered(self):
        """Posts nobody has replied to yet, celebrations aside."""
        replies = self.model._meta.get_field("replies").related_model
        return self.exclude(kind=PostKind.CELEBRATION).exclude(
            Exists(replies.objects.filter(post=OuterRef("pk"), hidden_at=None))
        )


class ReplyQuerySet(TakenDown, AudienceQuerySet):
    resource = "post"


class ShelfQuerySet(TakenDown, RowQuerySet):
    resource = "shelf"

    def for_page(self):
        """What a list of the shelf shows: links, and the files whose bytes the reader may open (observers may not)."""
        files = self.model._meta.get_field("file").related_model
        opens = Q(file=None) | Exists(files.objects.filter(pk=OuterRef("file_id")))
        return self.filter(opens).select_related("driver", "author", "file").defer("file__content")

    def of_driver(self, driver):
        """What speaks to this driver; everything where none is named."""
        return self.filter(driver=driver) if driver else self

    def holding(self, words):
        """What holds these words in its title or description; everything for none."""
        return self.filter(Q(title__icontains=words) | Q(description__icontains=words)) if words else self


class NoticingQuerySet(RowQuerySet):
    resource = "noticing"
