"""Who reads which numbers. The row policies hold the same borders a second time in the database."""

from django.db.models import Q

from collaborative.tenancy import grants
from collaborative.tenancy.enums import Scope, Verb
from collaborative.tenancy.querysets import RowQuerySet, TeamRowQuerySet


class MetricQuerySet(RowQuerySet):
    resource = "metric"


class MetricPartQuerySet(RowQuerySet):
    """Definitions of a metric, and the drivers it speaks for."""

    resource = "metric"
    collaborative_path = "metric__collaborative_id"


class NumberQuerySet(TeamRowQuerySet):
    """What belongs to a team's numbers: read as far as role, agreement and pauses reach; written by the team."""

    resource = "number"

    def reach_of(self, actor, resource, verb):
        if verb == Verb.READ:
            return Q(team_id__in=actor.number_team_ids)
        return super().reach_of(actor, resource, verb)


class MiddleLineQuerySet(RowQuerySet):
    """The middle of many centers: whoever may read totals may read it."""

    resource = "middle_line"
    collaborative_path = "metric__collaborative_id"

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.AGGREGATE:
            return self.everything_in(membership)
        return super().scope_condition(actor, membership, scope)


def may_read_all_numbers(actor) -> bool:
    """Whether one of the actor's roles reads every team's numbers here."""
    return any(grants.scope_of("number", Verb.READ, role) == Scope.ALL for role in actor.roles)
