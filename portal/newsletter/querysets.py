"""Who reads issues: everybody those that were sent, the project team those being written, a guest their own words."""

from collaborative.tenancy.enums import Verb
from collaborative.tenancy.querysets import AudienceQuerySet, RowQuerySet


class Undoable:
    def hidden_for(self, actor):
        """What was taken away and `actor` may bring back."""
        mine = self.filter(organization_id=actor.organization_id, collaborative_id=actor.collaborative_id)
        return mine.filter(self.reach(actor, Verb.WRITE), hidden_at__isnull=False)


class LetterQuerySet(Undoable, AudienceQuerySet):
    resource = "letter"

    def here(self, actor):
        """Of the collaborative one is in."""
        return self.visible_to(actor).filter(collaborative_id=actor.collaborative_id)

    def sent(self):
        """The newest first."""
        return self.filter(sent_at__isnull=False).order_by("-sent_at", "-pk")

    def being_written(self):
        return self.filter(sent_at=None).order_by("-created_at", "-pk")

    def due(self, now):
        """Those whose ten minutes are over."""
        return self.filter(sent_at=None, leaves_at__lte=now)


class PieceQuerySet(Undoable, AudienceQuerySet):
    resource = "letter"

    def of(self, letter):
        """Its pieces, in order."""
        return self.filter(letter=letter).select_related("author", "team__center").order_by("position", "pk")

    def as_guest(self, actor, verb):
        """What this person was asked to write, in an issue that was not sent yet."""
        rows = self.filter(section="guest", audience="faculty", collaborative_id=actor.collaborative_id)
        return rows & GuestQuerySet(self.model, using=self.db).within(actor, verb)


class GuestQuerySet(RowQuerySet):
    resource = "guest_words"
