"""How dates are read: by everyone in the collaborative; closed days by who works with the center."""

from datetime import timedelta

from django.db.models import Q

from collaborative.tenancy.enums import Scope, Verb
from collaborative.tenancy.models import Team
from collaborative.tenancy.querysets import RowQuerySet

from .enums import ANNOUNCED, LINES


class UndoableQuerySet(RowQuerySet):
    def hidden_for(self, actor):
        """What was taken away and `actor` may bring back."""
        mine = self.filter(organization_id=actor.organization_id, hidden_at__isnull=False)
        return mine.filter(self.reach(actor, Verb.WRITE))


class PlannedDateQuerySet(UndoableQuerySet):
    resource = "schedule"

    def reach(self, actor, verb):
        """A role group's own date is there for its members, and for who plans."""
        mine = Q(group=None) | Q(group_id__in=actor.group_ids) | self.reach_of(actor, self.resource, Verb.WRITE)
        return super().reach(actor, verb) & mine

    def announced(self):
        """Dates people come to or prepare for, not the first and last days of periods."""
        return self.filter(kind__in=ANNOUNCED)

    def lines(self):
        """Dates that stand for themselves, not for a session or a period."""
        return self.filter(kind__in=LINES)

    def coming(self, today, days):
        """What is announced and not yet done from `today` on, for `days` days, soonest first."""
        return (
            self.announced()
            .filter(on__gte=today, on__lt=today + timedelta(days=days), done_on=None)
            .order_by("on", "at", "pk")
        )


class SessionQuerySet(UndoableQuerySet):
    resource = "schedule"

    def in_order(self):
        return self.select_related("starts").order_by("number", "pk")


class PeriodQuerySet(RowQuerySet):
    resource = "schedule"

    def in_order(self):
        return self.select_related("starts", "ends").order_by("number", "pk")


class ClosureQuerySet(UndoableQuerySet):
    resource = "closure"

    def everything_in(self, membership):
        if membership.collaborative_id is None:
            return Q(organization_id=membership.organization_id)
        teams = Team.objects.filter(hidden_at=None, collaborative_id=membership.collaborative_id)
        return Q(center_id__in=teams.values("center_id"))

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.TEAM:
            return Q(center_id__in=Team.objects.filter(id__in=membership.team_ids).values("center_id"))
        return super().scope_condition(actor, membership, scope)

    def coming(self, today):
        """Closed days that are not over, soonest first."""
        return self.filter(ends_on__gte=today).select_related("center").order_by("starts_on", "center__name", "pk")
