"""What people say to a try: teams answer teams, and coaches ask."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import RowKey, Written
from collaborative.tenancy.enums import Role, ShownAs

from ..enums import AnswerKind
from ..querysets import AnswerQuerySet, AskedTeamQuerySet
from .cycle import PDSACycle
from .seen import Seen


@with_history
class CycleAnswer(Seen, Written):
    """An answer, a question or a thank you in words, to a try or to another answer; it goes as far as the try does."""

    cycle = RowKey(PDSACycle, related_name="answers")
    cycle_author = RowKey("tenancy.Person", related_name="+")
    in_reply_to = RowKey("self", null=True, blank=True, related_name="replies")
    refers_to = RowKey(PDSACycle, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=AnswerKind, default=AnswerKind.ANSWER)
    author_role = models.CharField(max_length=24, choices=Role, blank=True)
    author_team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    shown_as = models.CharField(max_length=12, choices=ShownAs, default=ShownAs.FIRST_NAME)
    admire = models.TextField(_("what I admire"), blank=True)
    ask = models.TextField(_("one real question"), blank=True)
    suggest = models.TextField(_("one suggestion"), blank=True)
    text = models.TextField(_("words"), blank=True)
    said_on = models.DateField()
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = AnswerQuerySet.as_manager()

    class Meta(Seen.Meta):
        constraints = [
            *Seen.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(admire="", ask="", suggest="", text="") | Q(forgotten_at__isnull=False),
                name="answer_says_something",
            ),
            models.CheckConstraint(condition=~Q(in_reply_to=F("id")), name="answer_replies_to_another"),
        ]

    def __str__(self):
        return f"{self.kind} {self.said_on}"


@with_history
class AskedTeam(Seen, Written):
    """Somebody asked another team to answer, since that team tries something like it."""

    cycle = RowKey(PDSACycle, related_name="asked_teams")
    cycle_author = RowKey("tenancy.Person", related_name="+")
    asked = RowKey("tenancy.Team", related_name="+")
    words = models.TextField(_("what we would like to hear"), blank=True)
    said_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = AskedTeamQuerySet.as_manager()

    class Meta(Seen.Meta):
        constraints = [
            *Seen.Meta.constraints,
            models.UniqueConstraint(
                fields=["organization_id", "cycle", "asked"], condition=Q(hidden_at=None), name="team_asked_once"
            ),
            models.CheckConstraint(condition=~Q(asked=F("team")), name="another_team_is_asked"),
        ]

    def __str__(self):
        return f"asked {self.asked_id}"
