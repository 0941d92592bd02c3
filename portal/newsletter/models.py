"""The newsletter: issues, and the pieces they are made of."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey, Written
from collaborative.tenancy.enums import Audience

from .enums import MADE, RUNGS, WRITTEN, Length, Section
from .querysets import LetterQuerySet, PieceQuerySet

AUDIENCES = [(rung.value, rung.label) for rung in RUNGS]


@with_history
class Letter(OrganizationRow, Written):
    """An issue. `author`: who edits it. `since`: the day from which it looks at what happened.

    `leaves_at`: somebody said "send", and until then it can be stopped; `sent_at`: it left.
    """

    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.FACULTY)
    title = models.CharField(_("title"), max_length=120)
    since = models.DateField()
    leaves_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "collaborative", "-sent_at"], name="letter_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience=Audience.FACULTY, sent_at=None)
                | Q(audience=Audience.ALL, sent_at__isnull=False, leaves_at__isnull=False),
                name="letter_sent_is_for_all",
            ),
        ]

    def __str__(self):
        return self.title


@with_history
class Piece(OrganizationRow, Written):
    """A piece of an issue: words of its own, or something that stands elsewhere and is read from there each time.

    `source_id` is no key: pieces come from many tables, and whether all may see them is asked whenever they are shown,
    so nobody's words are kept here a second time. `team`: the team it shows, so that each has its turn.
    """

    letter = RowKey(Letter, related_name="pieces")
    collaborative = RowKey("tenancy.Collaborative", related_name="+")
    author = RowKey("tenancy.Person", related_name="+")
    audience = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.FACULTY)
    section = models.CharField(max_length=12, choices=Section, default=Section.WORDS)
    position = models.PositiveSmallIntegerField(default=1)
    source_id = models.UUIDField(null=True, blank=True)
    team = RowKey("tenancy.Team", null=True, blank=True, related_name="+")
    text = models.TextField(_("words"), max_length=4000, blank=True)
    length = models.CharField(max_length=8, choices=Length, default=Length.SHORT)

    objects = PieceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization_id", "letter"], name="piece_of_letter")]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__in=WRITTEN, source_id=None)
                | Q(section__in=MADE, source_id=None, text="")
                | (~Q(section__in=(*WRITTEN, *MADE)) & Q(source_id__isnull=False, text="")),
                name="piece_has_words_or_a_source",
            ),
            models.CheckConstraint(condition=Q(audience__in=RUNGS), name="piece_rung"),
            models.UniqueConstraint(
                fields=["organization_id", "letter", "section", "source_id"],
                condition=Q(hidden_at=None) & ~Q(section__in=WRITTEN),
                nulls_distinct=False,
                name="piece_once_in_a_letter",
            ),
        ]

    def __str__(self):
        return self.text[:60] or self.get_section_display()
