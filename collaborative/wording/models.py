"""A collaborative's phrase book: how its own texts are said in other languages."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person

from .enums import Standing
from .querysets import PhraseQuerySet


@with_history
class Phrase(OrganizationRow):
    """A line as it was written, and how another language says it.

    It is found by the line itself: once the line is written otherwise, these words are nobody's translation any more.
    """

    collaborative = RowKey(Collaborative, related_name="phrases")
    source = models.TextField()  # one line, spaced once
    source_language = models.CharField(max_length=8, default="en")
    language = models.CharField(max_length=8)
    words = models.TextField(_("in the other language"))
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.PERSON)
    written_by = RowKey(Person, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()

    objects = PhraseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("organization_id"),
                F("collaborative"),
                F("language"),
                MD5("source"),
                condition=Q(hidden_at=None),
                name="phrase_once",
            ),
            models.CheckConstraint(condition=~Q(source="") & ~Q(words=""), name="phrase_says_something"),
            models.CheckConstraint(condition=~Q(language=F("source_language")), name="phrase_of_another_language"),
        ]

    def __str__(self):
        return self.words[:60]
