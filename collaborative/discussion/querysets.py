"""Which posts, groups and things on the shelf somebody may see, and the shapes pages need."""

import datetime

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from collaborative.tenancy import grants
from collaborative.tenancy.actors import can
from collaborative.tenancy.enums import Audience, Scope, Verb
from collaborative.tenancy.querysets import NOTHING, AudienceQuerySet, RowQuerySet, TeamRowQuerySet

from .enums import ASKING, MemberState, PostKind, ReplyKind

TRASH = datetime.timedelta(days=30)  # in which what was taken down can be brought back


class TakenDown:
    """Rows that were taken off the page."""

    def taken_down(self, actor, now):
        """What the actor took down within 30 days, or what was taken down of the actor's own words."""
        here = {"organization_id": actor.organization_id, "collaborative_id": actor.collaborative_id}
        own = Q(hidden_by_id=actor.person_id) | Q(author_id=actor.person_id)
        return self.filter(own, hidden_at__gte=now - TRASH, **here)


class TalkQuerySet(AudienceQuerySet):
    """Rows for the readers of a post; the rung of groups is that of role groups and of groups run by their members."""

    resource = "post"
    speaking_paths = ("team_id",)

    def rung_reach(self, actor, rung, verb):
        condition = super().rung_reach(actor, rung, verb)
        if rung == Audience.GROUP and verb != Verb.SHARE and self._reaches_groups(actor, verb):
            condition |= Q(circle_id__in=actor.circle_ids)
        return condition

    def _reaches_groups(self, actor, verb):
        scopes = (grants.scope_of(f"{self.resource}.group", verb, place.role) for place in actor.memberships)
        return Scope.GROUP in scopes

    def here(self, actor):
        """Those of the collaborative one is in."""
        return self.visible_to(actor).filter(collaborative_id=actor.collaborative_id)


class PostQuerySet(TakenDown, TalkQuerySet):
    """Posts; a question of a week to come is there for those who plan it alone."""

    def within(self, actor, verb):
        found = super().within(actor, verb)
        if can(actor, Verb.WRITE, "weekly_question"):
            return found
        return found.filter(Q(week=None) | Q(week__lte=actor.today))

    def for_page(self):
        """With everything a line of a list says, in one query."""
        replies = self.model._meta.get_field("replies").related_model.objects.filter(
            post=OuterRef("pk"), hidden_at=None
        )
        counted = replies.filter(kind=ReplyKind.ANSWER).order_by().values("post").annotate(count=Count("pk"))
        return (
            self.select_related("author", "team__center", "driver", "planned_date", "circle")
            .annotate(
                answers=Coalesce(Subquery(counted.values("count")), 0),
                has_thanks=Exists(replies.filter(kind=ReplyKind.THANKS)),
            )
        )  # fmt: skip

    def with_group(self):
        """With the role group a post is for, and who is with it."""
        return self.select_related("group__coach", "group__co_lead")

    def newest_first(self):
        """What was said last first; ends in the key, so that pages never overlap."""
        return self.order_by("-active_at", "-pk")

    def before(self, moment, pk):
        """What stands after this place in the list."""
        return self.filter(Q(active_at__lt=moment) | Q(active_at=moment, pk__lt=pk), active_at__lte=moment)

    def unanswered(self):
        """What hopes for an answer, and nobody but its author has said anything to it yet."""
        replies = self.model._meta.get_field("replies").related_model
        others = replies.objects.filter(post=OuterRef("pk"), hidden_at=None).exclude(author_id=OuterRef("author_id"))
        return self.filter(kind__in=ASKING).exclude(Exists(others))

    def naming(self, person_id):
        """Posts in which, or under which, this person was named."""
        mentions = self.model._meta.get_field("mentions").related_model
        named = mentions.objects.filter(post=OuterRef("pk"), person_id=person_id, hidden_at=None)
        return self.filter(Exists(named))

    def put(self, today):
        """Without questions of weeks to come, for lists that even those who plan them read."""
        return self.filter(Q(week=None) | Q(week__lte=today))

    def weekly(self, today):
        """Questions of the week that have been put, the newest first."""
        return self.filter(kind=PostKind.WEEKLY, week__lte=today).order_by("-week", "-pk")

    def still_planned(self, today):
        """Questions of weeks to come."""
        return self.filter(kind=PostKind.WEEKLY, week__gt=today).order_by("week", "pk")


class ReplyQuerySet(TakenDown, TalkQuerySet):
    def within(self, actor, verb):
        return super().within(actor, verb).filter(post__hidden_at=None)


class HangingQuerySet(TakenDown, TalkQuerySet):
    """What hangs on a post or a reply is off the page with it."""

    def within(self, actor, verb):
        there = Q(reply=None) | Q(reply__hidden_at=None)
        return super().within(actor, verb).filter(there, post__hidden_at=None)

    def of(self, posts):
        """What hangs on these posts, in order; the bytes of files stay where they are."""
        rows = self.filter(post__in=posts).select_related("file").defer("file__content")
        return rows.order_by("position", "pk")


class TaskQuerySet(TalkQuerySet):
    def within(self, actor, verb):
        return super().within(actor, verb).filter(post__hidden_at=None)

    def open_of(self, person_id):
        """What this person said they would do, what comes first in front."""
        return self.filter(owner_id=person_id, done_on=None).select_related("post").order_by("due_on", "pk")


class CircleQuerySet(RowQuerySet):
    """Groups run by their members, by name and topic."""

    resource = "circle"
    author_path = "keeper_id"

    def of(self, actor):
        """Those this person is in."""
        return self.filter(pk__in=actor.circle_ids)

    def open(self):
        return self.filter(closed_on=None)


class CircleMemberQuerySet(RowQuerySet):
    """Who is in a group: told to its members; how one stands oneself, to oneself."""

    resource = "circle_member"
    author_path = "person_id"

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.OWN:
            return Q(person_id=actor.person_id) | Q(circle_id__in=actor.circle_ids)
        return super().scope_condition(actor, membership, scope)

    def joined(self):
        return self.filter(state=MemberState.JOINED)


class ShelfQuerySet(TakenDown, RowQuerySet):
    resource = "shelf"

    def for_page(self):
        """What a list of the shelf shows: links, and the files whose bytes the reader may open (observers may not)."""
        files = self.model._meta.get_field("file").related_model
        uses = self.model._meta.get_field("uses").related_model.objects.filter(item=OuterRef("pk"), hidden_at=None)
        used = uses.order_by().values("item").annotate(count=Count("pk")).values("count")
        opens = Q(file=None) | Exists(files.objects.filter(pk=OuterRef("file_id")))
        return (
            self.filter(opens).select_related("driver", "author", "file", "translation_of").defer("file__content")
            .annotate(used_by=Coalesce(Subquery(used), 0))
        )  # fmt: skip

    def on_shelf(self, actor):
        """What stands there today: not waiting for next week (but for who put it there), not retired or merged."""
        waits_for_nobody = Q(shows_from=None) | Q(shows_from__lte=actor.today) | Q(author_id=actor.person_id)
        if can(actor, Verb.SHARE, "shelf"):
            waits_for_nobody = Q()
        return self.filter(waits_for_nobody, retired_on=None, merged_into=None)

    def new_between(self, first, last):
        """What came, or comes, onto the shelf in these days."""
        return self.filter(shows_from__range=(first, last))

    def of_driver(self, driver):
        """What speaks to this driver; everything where none is named."""
        return self.filter(driver=driver) if driver else self

    def tagged(self, *, role="", age="", spoken=""):
        """What is for a role, an age or in a language; what names no role or age is for everybody."""
        found = self
        if role:
            found = found.filter(Q(roles__contains=[role]) | Q(roles=[]))
        if age:
            found = found.filter(Q(ages__contains=[age]) | Q(ages=[]))
        return found.filter(spoken=spoken) if spoken else found

    def holding(self, words):
        """What holds these words in its title or description; everything for none."""
        return self.filter(Q(title__icontains=words) | Q(description__icontains=words)) if words else self


class ShelfUseQuerySet(TeamRowQuerySet):
    resource = "shelf_use"
    speaking_paths = ("team_id",)


class NoticingQuerySet(RowQuerySet):
    resource = "noticing"


class WorryQuerySet(RowQuerySet):
    """One's own; and for a moderator all of the collaborative, but for those about the moderator's own words."""

    resource = "worry"

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.ALL:
            return Q(collaborative_id__in=actor.moderated_ids) | Q(author_id=actor.person_id)
        return super().scope_condition(actor, membership, scope)

    def within(self, actor, verb):
        found = super().within(actor, verb)
        if verb == Verb.SHARE:
            return found.filter(collaborative_id__in=actor.moderated_ids)
        return found

    def open(self):
        return self.filter(settled_at=None)


class CareStepQuerySet(RowQuerySet):
    """The moderators' log; and for whose words it was about, what was done with them."""

    resource = "care_step"

    def scope_condition(self, actor, membership, scope):
        if scope == Scope.NONE:
            return NOTHING
        own = Q(writer_id=actor.person_id) | Q(author_id=actor.person_id)
        return own | Q(collaborative_id__in=actor.moderated_ids) if scope == Scope.ALL else own


class GuidanceQuerySet(RowQuerySet):
    resource = "guidance"

    def of(self, collaborative_id):
        """The one in force: the newest."""
        return self.filter(collaborative_id=collaborative_id, hidden_at=None).order_by("-number", "-pk").first()
