from django.db.models import Count, Exists, OuterRef, Q

from collaborative.tenancy.querysets import AudienceQuerySet, RowQuerySet

from .enums import PostKind, ReplyKind


class PostQuerySet(AudienceQuerySet):
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

    def unanswered(self):
        """Posts nobody has replied to yet, celebrations aside."""
        replies = self.model._meta.get_field("replies").related_model
        return self.exclude(kind=PostKind.CELEBRATION).exclude(
            Exists(replies.objects.filter(post=OuterRef("pk"), hidden_at=None))
        )


class ReplyQuerySet(AudienceQuerySet):
    resource = "post"


class ShelfQuerySet(RowQuerySet):
    resource = "shelf"


class NoticingQuerySet(RowQuerySet):
    resource = "noticing"
