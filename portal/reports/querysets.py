"""Reports of centers: read as far as the permission table says; the row policies hold the border of numbers."""

from django.db.models import Q

from collaborative.tenancy.querysets import TeamRowQuerySet

from . import rules
from .enums import ReportState


class ReportQuerySet(TeamRowQuerySet):
    resource = "report"

    def for_page(self):
        return self.select_related("team__center", "asked_by").defer("story").order_by("-month", "-created_at", "-pk")

    def to_take_up(self, now):
        """Waiting, or being drawn by somebody who has not been heard of."""
        is_quiet = Q(touched_at__lt=now - rules.QUIET)
        return self.shown().filter(Q(state=ReportState.WAITING) | Q(state=ReportState.DRAWING) & is_quiet)

    def to_ask_again(self, now):
        """Those nobody seems to be at: asked for a while ago, or gone quiet."""
        return self.to_take_up(now).filter(touched_at__lt=now - rules.QUIET)
