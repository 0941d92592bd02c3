"""How phrases are read: as a book by whoever reads a page, one by one by who writes them."""

from django.db.models import Aggregate, JSONField

from collaborative.isolation.context import current_organization_id
from collaborative.tenancy.enums import Verb
from collaborative.tenancy.querysets import RowQuerySet


class AsOne(Aggregate):
    """Two columns as one mapping, put together by the database: a page reads 400 rows as fast as one."""

    function = "JSONB_OBJECT_AGG"
    output_field = JSONField()


class PhraseQuerySet(RowQuerySet):
    resource = "framework"

    def into(self, language):
        return self.filter(language=language)

    def hidden_for(self, actor):
        """What was taken away and `actor` may bring back."""
        gone = self.filter(organization_id=actor.organization_id, hidden_at__isnull=False)
        return gone.filter(self.reach(actor, Verb.WRITE))

    def as_book(self, collaborative_id, language) -> dict[str, str]:
        """{source: words} of one collaborative in one language, in one query."""
        rows = self.shown().filter(organization_id=current_organization_id(), collaborative_id=collaborative_id)
        return rows.into(language).aggregate(book=AsOne("source", "words"))["book"] or {}
