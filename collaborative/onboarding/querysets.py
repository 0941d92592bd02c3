"""How the rows of this room are read: by everybody, by a team and who walks with it, by a role group."""

from django.db.models import Q

from collaborative.tenancy.enums import Verb
from collaborative.tenancy.querysets import AudienceQuerySet, RowQuerySet, TeamRowQuerySet


class Undoable:
    def hidden_for(self, actor):
        """What was taken away and `actor` may bring back."""
        mine = self.filter(organization_id=actor.organization_id, hidden_at__isnull=False)
        return mine.filter(self.reach(actor, Verb.WRITE))


class AskedQuerySet(Undoable, RowQuerySet):
    """What is asked of everybody: written by the project team, read by every member."""

    resource = "asked"

    def here(self, actor):
        """Of the collaborative one is in."""
        return self.filter(collaborative_id=actor.collaborative_id)


class PreworkAssignmentQuerySet(AskedQuerySet):
    def asked_now(self, *, day_is_held):
        """What teams do: the day's own objectives only where there is no day."""
        return self.filter(instead_of_day=False) if day_is_held else self

    def in_order(self):
        """By the day that is good to be ready, then as they were written."""
        return self.select_related("ready_by", "ask").order_by("ready_by__on", "position", "pk")


class SignatureQuerySet(AudienceQuerySet):
    resource = "signature"

    def standing(self):
        """Signatures that were not taken back."""
        return self.filter(taken_back_at=None)

    def for_page(self):
        return self.select_related("author", "team__center", "letter").order_by("signed_at", "pk")


class TeamPreworkQuerySet(AudienceQuerySet):
    resource = "prework"

    def hands(self):
        """Where a team asked for a hand and nobody has it in hand yet, the first asked first."""
        asked = self.filter(hand_asked_on__isnull=False, hand_answered_on=None, done_on=None)
        return asked.select_related("assignment", "team__center").order_by("hand_asked_on", "pk")

    def open(self):
        return self.filter(done_on=None)


class TickQuerySet(TeamRowQuerySet):
    resource = "tick"


class PriorityReasonQuerySet(TeamRowQuerySet):
    resource = "priority"
    speaking_paths = ("team_id",)


class SlotQuerySet(Undoable, AudienceQuerySet):
    resource = "slot"

    def coming(self, now):
        """Times that are not over."""
        return self.filter(starts_at__gte=now)

    def in_order(self):
        return self.select_related("group__coach", "planned").order_by("starts_at", "pk")

    def open(self):
        return self.filter(chosen_on=None)


class SlotAnswerQuerySet(AudienceQuerySet):
    resource = "slot_answer"


class TrialQuerySet(Undoable, AudienceQuerySet):
    resource = "trial"

    def of(self, actor):
        return self.filter(Q(collaborative_id=actor.collaborative_id))
