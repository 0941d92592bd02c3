from django.db.models import Q

from collaborative.tenancy.models import Team
from collaborative.tenancy.querysets import RowQuerySet, TeamQuerySet, TeamRowQuerySet


class CardQuerySet(RowQuerySet):
    resource = "card"
    author_path = "person_id"

    def good(self, now):
        """Cards that open the door: not stopped, and not too old."""
        return self.shown().filter(revoked_at=None, expires_at__gt=now)


class TabletQuerySet(TeamRowQuerySet):
    resource = "tablet"

    def reach_of_teams(self, actor, verb) -> Q:
        """The teams on whose tablets `actor` may do `verb`, as a condition over teams."""
        return TeamQuerySet(Team).reach_of(actor, self.resource, verb)

    def on(self):
        """Tablets that were not switched off."""
        return self.shown().filter(revoked_at=None)


class PinQuerySet(TeamRowQuerySet):
    resource = "pin"
    author_path = "person_id"

    def of(self, person_id, teams):
        return self.shown().filter(Q(person_id=person_id) & Q(team_id__in=teams))
