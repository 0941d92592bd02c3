"""Which tries, answers, priorities and needs somebody may see, and the shapes pages need."""

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import Membership
from collaborative.tenancy.querysets import NOTHING, AudienceQuerySet, TeamRowQuerySet

from .enums import Decision, Stage

NOT_LOOKED_BACK = (Stage.PLAN, Stage.DO)
READY_RANK = 0
OF_A_LINE = (
    "text", "admire", "ask", "language", "said_on", "author_role", "shown_as", "author__first_name",
    "author_team__center__name", "cycle__title", "cycle__what",
)  # fmt: skip
STAGE_RANK = {Stage.STUDY: 1, Stage.DO: 2, Stage.PLAN: 3, Stage.CLOSED: 4}


class SeenQuerySet(AudienceQuerySet):
    """Rows with an audience; a try is never for coaches and the project team alone, so that rung reaches nobody."""

    resource = "try"
    speaking_paths = ("team_id",)

    def rung_reach(self, actor, rung, verb):
        return NOTHING if rung == Audience.FACULTY else super().rung_reach(actor, rung, verb)

    def taken_away_by(self, actor, since):
        """What the actor hid after `since` and can still bring back, newest first."""
        rows = self.filter(organization_id=actor.organization_id, collaborative_id=actor.collaborative_id)
        return rows.filter(hidden_by_id=actor.person_id, hidden_at__gte=since).order_by("-hidden_at", "pk")


class CycleQuerySet(SeenQuerySet):
    """Cycles; `visible_to(actor)` comes first in every door."""

    def running(self):
        """Not yet decided."""
        return self.exclude(stage=Stage.CLOSED)

    def closed(self):
        return self.filter(stage=Stage.CLOSED)

    def let_go(self):
        return self.filter(decision=Decision.LET_GO)

    def last_of_ramps(self):
        """One line a ramp: its newest cycle the reader may see; a let-go cycle keeps a line of its own."""
        later = self.model.objects.filter(ramp=OuterRef("ramp"), hidden_at=None, pk__gt=OuterRef("pk"))
        return self.filter(Q(decision=Decision.LET_GO) | ~Exists(later))

    def written_since(self, person_id, moment):
        """Plans this person wrote down since then, newest first."""
        return self.filter(author_id=person_id, stage=Stage.PLAN, created_at__gte=moment).order_by("-pk")

    def posted(self):
        """Shown to somebody besides its author."""
        return self.exclude(audience=Audience.SELF)

    def shown_to_all(self):
        return self.filter(audience=Audience.ALL)

    def of_teams(self, team_ids):
        return self.filter(team_id__in=team_ids)

    def of_teams_here(self, actor):
        """Without those of centers that have left: what stands for today speaks of who takes part."""
        return self.exclude(team_id__in=actor.left_team_ids) if actor.left_team_ids else self

    def by_driver(self, driver_id):
        return self.filter(driver_id=driver_id)

    def in_board_order(self, today, *, first_of=None):
        """Ready to look back, looked back, tried, planned, then decided (newest first).

        `first_of`: the id of a person whose own tries stand before all others.
        """
        ready = When(stage__in=NOT_LOOKED_BACK, look_back_on__lte=today, then=Value(READY_RANK))
        ranks = [When(stage=stage, then=Value(rank)) for stage, rank in STAGE_RANK.items()]
        rank = Case(ready, *ranks, output_field=IntegerField())
        others = Case(When(author_id=first_of, then=Value(0)), default=Value(1))
        order = ("board_rank", "-decided_on", "look_back_on", "pk")
        return self.annotate(board_rank=rank).order_by(*([others] if first_of else []), *order)

    def newest_first(self):
        return self.order_by("-shown_on", "-pk")

    def numbered(self):
        """With `number`: the how-manieth cycle of its ramp this is, among those the reader may see."""
        earlier = self.model.objects.filter(ramp=OuterRef("ramp"), hidden_at=None, pk__lte=OuterRef("pk"))
        counted = earlier.order_by().values("ramp").annotate(count=Count("pk")).values("count")
        return self.annotate(number=Coalesce(Subquery(counted, output_field=IntegerField()), 1))

    def for_lines(self):
        """With everything a line about a cycle says, in one query."""
        return self.numbered().select_related("team__center", "author", "driver", "priority")

    def for_page(self):
        """With everything the page of a cycle says, in one query."""
        return self.for_lines().select_related("secondary", "group__coach", "group__co_lead")


class OfCycleQuerySet(SeenQuerySet):
    """Rows that hang on a try: they go as far as it does, and are off the pages with it."""

    def within(self, actor, verb):
        return super().within(actor, verb).filter(cycle__hidden_at=None)


class AnswerQuerySet(OfCycleQuerySet):
    """Answers and questions to teams."""

    speaking_paths = ("team_id", "author_team_id")

    def scope_condition(self, actor, membership, scope):
        if scope == "own":
            return Q(author_id=actor.person_id) | Q(cycle_author_id=actor.person_id)
        return super().scope_condition(actor, membership, scope)

    def for_page(self):
        return self.select_related("author", "author_team__center", "refers_to__team__center").order_by("said_on", "pk")

    def for_lines(self):
        """With what a line about an answer says, and no other column: homes read many answers to show a few."""
        return self.select_related("author", "author_team__center", "cycle").only(*OF_A_LINE)


class AskedTeamQuerySet(AnswerQuerySet):
    speaking_paths = ("team_id",)

    def waiting(self):
        return self.filter(answered_on=None)

    def for_page(self):
        """With the role by which whoever asks belongs here: a place on a team before another, "" for none any more."""
        places = Membership.objects.shown().filter(
            person=OuterRef("author"), collaborative=OuterRef("collaborative_id")
        )
        role = places.order_by(F("team").asc(nulls_last=True), "-created_at").values("role")[:1]
        asked = self.annotate(author_role=Coalesce(Subquery(role), Value("")))
        return asked.select_related("author", "asked__center", "cycle").order_by("said_on", "pk")


class PriorityQuerySet(TeamRowQuerySet):
    resource = "priority"
    speaking_paths = ("team_id",)
    author_path = ""

    def current(self):
        return self.filter(ended_on=None)

    def for_page(self):
        return self.select_related("driver").order_by("position", "pk")


class NeedQuerySet(TeamRowQuerySet):
    resource = "need"

    def open(self):
        return self.filter(answered_on=None)

    def for_page(self):
        return self.select_related("author", "answered_by").order_by("-asked_on", "-pk")


class RampQuerySet(SeenQuerySet):
    """A ramp only ties cycles together; it is there for whoever may see the furthest shown of them."""


class SpreadQuerySet(TeamRowQuerySet):
    """How far tries have come in a center: for its team and who walks with it."""

    resource = "spread"
    speaking_paths = ("team_id",)

    def newest_first(self):
        return self.order_by("-said_on", "-pk")

    def taken_away_by(self, actor, since):
        """What the actor took off the page after `since` and can still bring back."""
        rows = self.filter(organization_id=actor.organization_id, team__collaborative_id=actor.collaborative_id)
        return rows.filter(hidden_by_id=actor.person_id, hidden_at__gte=since)


class VoicesQuerySet(TeamRowQuerySet):
    """A team leader's own notes, which nobody else reads."""

    resource = "voices"
