"""Which mails may be taken in now."""

from django.db import models
from django.db.models import Q

from . import rules
from .enums import ReceivedState


class ReceivedQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=ReceivedState.WAITING)

    def due(self, now):
        """Waiting, in nobody's hands, and not tried too often."""
        free = Q(try_after=None) | Q(try_after__lte=now)
        return self.waiting().filter(free, tries__lt=rules.MOST_TRIES).order_by("received_at", "pk")

    def worn_out(self, now):
        """Waiting, and tried as often as makes sense."""
        return self.waiting().filter(tries__gte=rules.MOST_TRIES, try_after__lte=now)
