"""Which messages may go out now, and which notices still hold."""

from django.db import models
from django.db.models import Q

from .enums import MessageState


class MessageQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=MessageState.WAITING)

    def travelling_by(self, channel):
        return self.filter(channel=channel)

    def in_slots(self, beginnings):
        """Those whose slot begins in one of these ways."""
        condition = Q(pk=None)
        for beginning in beginnings:
            condition |= Q(slot__startswith=beginning)
        return self.filter(condition)

    def sendable(self, now):
        """Waiting, within their time, and in no sender's hands; sign-in mails first, then the oldest."""
        return (
            self.waiting()
            .filter(Q(not_before=None) | Q(not_before__lte=now), Q(not_after=None) | Q(not_after__gt=now))
            .filter(Q(leased_until=None) | Q(leased_until__lte=now))
            .order_by(models.F("organization_id").asc(nulls_first=True), "created_at", "pk")
        )

    def out_of_hand(self, now):
        """Waiting, and in no sender's hands: they may still be changed."""
        return self.waiting().filter(Q(leased_until=None) | Q(leased_until__lte=now))


class NoticeQuerySet(models.QuerySet):
    def holding(self):
        """Not dropped."""
        return self.filter(dropped_at=None)

    def unsent(self):
        """Not gathered yet, or gathered into a message that has not left."""
        return self.filter(Q(message=None) | Q(message__state__in=[MessageState.WAITING, MessageState.DROPPED]))

    def to_gather(self):
        """They hold, and no message has them."""
        return self.holding().filter(message=None)
