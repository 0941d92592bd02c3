"""The list of friendly calls: the project team's alone; the row policies keep everyone in a center out as well."""

from datetime import timedelta

from collaborative.tenancy.querysets import RowQuerySet

LATELY = timedelta(days=60)


class FriendlyCallQuerySet(RowQuerySet):
    resource = "friendly_call"

    def open(self):
        """Nobody has talked with them yet, and their center takes part."""
        return self.filter(done_on=None, team__left_on=None)

    def talked(self, today):
        """Somebody did lately, and noted it; the newest first."""
        return self.filter(done_on__gte=today - LATELY, done_by__isnull=False).order_by("-done_on", "-pk")

    def for_page(self):
        return self.select_related("team__center", "helper", "done_by")


class ReachQuerySet(RowQuerySet):
    """One's own alone, for the application and the database."""

    resource = "profile"
    author_path = "person_id"

    def of(self, person_ids):
        """{person: {subject: pace}} of those who chose something themselves."""
        return {row.person_id: row.paces() for row in self.shown().filter(person_id__in=person_ids)}
