"""The storyboard a team introduces itself with, who is shown on it, and the notes other teams leave."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey

from ..enums import BOARD_RUNGS, NoteKind
from ..querysets import BoardNoteQuerySet, BoardQuerySet, OnBoardQuerySet
from .words import Told

RUNGS = [(rung.value, rung.label) for rung in BOARD_RUNGS]
ON_A_RUNG = Q(audience__in=[rung.value for rung in BOARD_RUNGS], group=None, team__isnull=False)


@with_history
class Storyboard(Told):
    """A team's page about itself; `author` wrote last. It is the team's until the team shows it to all teams."""

    audience = models.CharField(max_length=12, choices=RUNGS, default=BOARD_RUNGS[0])
    about_us = models.TextField(_("our center in a few words"), max_length=800, blank=True)
    ask_us_about = models.TextField(_("ask us about"), max_length=500, blank=True)
    love_help_with = models.TextField(_("we would love help with"), max_length=500, blank=True)
    first_priorities = models.TextField(_("what we would like to work on first"), max_length=500, blank=True)
    shown_on = models.DateField(null=True, blank=True)

    objects = BoardQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "team"], name="storyboard_of_team")]
        constraints = [models.CheckConstraint(condition=ON_A_RUNG, name="storyboard_has_its_place")]

    def __str__(self):
        return f"storyboard of {self.team_id}"


@with_history
class BoardFace(OrganizationRow):
    """Somebody of the team has agreed to be shown on the team's storyboard, by first name and photo."""

    team = RowKey("tenancy.Team", related_name="+")
    person = RowKey("tenancy.Person", related_name="+")

    objects = OnBoardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "team", "person"], condition=Q(hidden_at=None), name="face_once"
            )
        ]

    def __str__(self):
        return f"{self.person_id} on {self.team_id}"


@with_history
class BoardPicture(OrganizationRow):
    """A picture on a storyboard. Its file says who sees it: whoever sees the board."""

    team = RowKey("tenancy.Team", related_name="+")
    storyboard = RowKey(Storyboard, related_name="pictures")
    person = RowKey("tenancy.Person", related_name="+")
    file = RowKey("files.StoredFile", related_name="+")

    objects = OnBoardQuerySet.as_manager()

    def __str__(self):
        return f"picture on {self.storyboard_id}"


@with_history
class BoardNote(Told):
    """Kind words or a question of somebody from another team, read by whoever reads the board."""

    audience = models.CharField(max_length=12, choices=RUNGS, default=BOARD_RUNGS[1])
    storyboard = RowKey(Storyboard, related_name="notes")
    author_team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=12, choices=NoteKind, default=NoteKind.KIND_WORDS)
    text = models.TextField(_("your words"), max_length=1000)
    said_at = models.DateTimeField(auto_now_add=True)

    objects = BoardNoteQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "storyboard"], name="note_of_storyboard")]
        constraints = [models.CheckConstraint(condition=ON_A_RUNG, name="board_note_has_its_place")]

    def __str__(self):
        return self.text[:60]
