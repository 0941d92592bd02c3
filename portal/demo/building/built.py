"""What has been built so far, by the keys of the content."""

import datetime
from dataclasses import dataclass, field


@dataclass
class Built:
    """Rows by their keys. `today` is the day everything is relative to; dates before it are the past."""

    today: datetime.date
    organizations: dict = field(default_factory=dict)  # slug -> id
    of_collaborative: dict = field(default_factory=dict)  # collaborative slug -> organization slug
    collaboratives: dict = field(default_factory=dict)  # slug -> Collaborative
    centers: dict = field(default_factory=dict)  # (organization slug, slug) -> Center
    teams: dict = field(default_factory=dict)  # (collaborative slug, center slug) -> Team
    people: dict = field(default_factory=dict)  # key -> Person
    roles: dict = field(default_factory=dict)  # (collaborative slug, person key) -> role
    team_of: dict = field(default_factory=dict)  # (collaborative slug, person key) -> Team
    groups: dict = field(default_factory=dict)  # (collaborative slug, key) -> AffinityGroup
    drivers: dict = field(default_factory=dict)  # (collaborative slug, code) -> driver, primary or secondary
    priorities: dict = field(default_factory=dict)  # key -> Priority
    shelf: dict = field(default_factory=dict)  # key -> ShelfItem
    cycles: dict = field(default_factory=dict)  # (ramp key, number) -> PDSACycle

    def day(self, days_from_today: int) -> datetime.date:
        return self.today + datetime.timedelta(days=days_from_today)

    def monday(self, weeks_ago: int) -> datetime.date:
        """The Monday that many weeks ago; 0 is this week's."""
        return self.day(-self.today.weekday() - 7 * weeks_ago)

    def past(self, day: datetime.date) -> datetime.date:
        """The day itself, or today where it still lies ahead."""
        return min(day, self.today)

    def leader_of(self, collaborative: str, team):
        """Whoever leads a team."""
        own = [key for (where, key), there in self.team_of.items() if where == collaborative and there.pk == team.pk]
        return self.people[next((key for key in own if self.roles[collaborative, key] == "team_leader"), own[0])]

    def in_organization(self, slug: str):
        """The collaboratives of one organization."""
        return [name for name, organization in self.of_collaborative.items() if organization == slug]
