import datetime

from collaborative.tenancy.querysets import AudienceQuerySet, RowQuerySet, TeamRowQuerySet

TRASH = datetime.timedelta(days=30)  # in which what was taken away can be brought back


class TakenAway:
    """Rows that were taken off a page."""

    def taken_away_by(self, actor, now):
        """What the actor took away here within 30 days."""
        here = {"organization_id": actor.organization_id, "collaborative_id": actor.collaborative_id}
        return self.filter(hidden_by_id=actor.person_id, hidden_at__gte=now - TRASH, **here)


class ContactQuerySet(RowQuerySet):
    resource = "directory"
    author_path = "person_id"


class StructureQuerySet(RowQuerySet):
    resource = "project_team"


class SkillQuerySet(RowQuerySet):
    resource = "skill"


class PerspectiveQuerySet(TakenAway, RowQuerySet):
    resource = "perspective"


class IntroductionQuerySet(TakenAway, AudienceQuerySet):
    resource = "introduction"
    speaking_paths = ("team_id",)

    def for_page(self):
        """With what a page shows of each."""
        return self.select_related("author", "team__center")


class HelloQuerySet(TakenAway, AudienceQuerySet):
    resource = "introduction"
    speaking_paths = ("team_id", "author_team_id")

    def for_page(self):
        return self.select_related("author", "author_team__center")


class BoardQuerySet(AudienceQuerySet):
    resource = "storyboard"
    speaking_paths = ("team_id",)

    def for_page(self):
        return self.select_related("team__center")


class BoardNoteQuerySet(TakenAway, AudienceQuerySet):
    resource = "storyboard"
    speaking_paths = ("team_id", "author_team_id")

    def for_page(self):
        return self.select_related("author", "author_team__center")


class OnBoardQuerySet(TeamRowQuerySet):
    """Who agreed to be shown, and which pictures: links without words, read by whoever reads of teams."""

    resource = "team"
    author_path = "person_id"


class PromiseQuerySet(TakenAway, RowQuerySet):
    resource = "support"


class LedgerQuerySet(TakenAway, RowQuerySet):
    resource = "ledger"
    author_path = "person_id"


class ComfortQuerySet(RowQuerySet):
    resource = "comfort"
    author_path = "person_id"


class WelcomeCallQuerySet(TakenAway, RowQuerySet):
    resource = "welcome_call"
