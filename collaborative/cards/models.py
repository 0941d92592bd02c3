"""Ways in that need no mailbox: a printed card with codes, and a team's own tablet with people's PINs."""

from django.db import models
from django.db.models import Q

from collaborative.isolation.models import OrganizationRow, RowKey
from collaborative.tenancy.models import Collaborative, Person, Team

from .querysets import CardQuerySet, PinQuerySet, TabletQuerySet


class Card(OrganizationRow):
    """A printed card for one person in one collaborative; a new one stops the earlier one."""

    person = RowKey(Person, related_name="cards")
    collaborative = RowKey(Collaborative, related_name="cards")
    team = RowKey(Team, null=True, blank=True, related_name="cards")
    made_by = RowKey(Person, null=True, blank=True, related_name="cards_made")
    letter = models.TextField(blank=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = RowKey(Person, null=True, blank=True, related_name="cards_stopped")

    objects = CardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person", "collaborative"],
                condition=Q(hidden_at=None, revoked_at=None),
                name="card_once",
            ),
            models.CheckConstraint(
                condition=Q(revoked_by=None) | Q(revoked_at__isnull=False), name="card_stopped_by_somebody_is_stopped"
            ),
        ]

    def __str__(self):
        return f"card {self.pk}"


class CardCode(OrganizationRow):
    """One code of a card: good once. Only its hash is kept."""

    card = RowKey(Card, related_name="codes")
    number = models.PositiveSmallIntegerField()
    code_hash = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "code_hash"], name="card_code_once"),
            models.UniqueConstraint(fields=["organization_id", "card", "number"], name="card_code_number_once"),
        ]

    def __str__(self):
        return f"code {self.number} of {self.card_id}"


class Tablet(OrganizationRow):
    """A device that belongs to a team: it shows first names, and a PIN opens it for two hours. Its key is a cookie."""

    team = RowKey(Team, related_name="tablets")
    name = models.CharField(max_length=60, blank=True)
    token_hash = models.CharField(max_length=64)
    switched_on_by = RowKey(Person, null=True, blank=True, related_name="tablets_switched_on")
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = RowKey(Person, null=True, blank=True, related_name="tablets_switched_off")

    objects = TabletQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "token_hash"], name="tablet_token_once"),
            models.CheckConstraint(
                condition=Q(revoked_by=None) | Q(revoked_at__isnull=False), name="tablet_off_by_somebody_is_off"
            ),
        ]

    def __str__(self):
        return self.name or f"tablet {self.pk}"


class Pin(OrganizationRow):
    """A person's own digits for the tablets of one team, and how often they were mistyped in a row."""

    person = RowKey(Person, related_name="pins")
    team = RowKey(Team, related_name="pins")
    digits_hash = models.CharField(max_length=200)
    wrong = models.PositiveSmallIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PinQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person", "team"], condition=Q(hidden_at=None), name="pin_once_in_a_team"
            )
        ]

    def __str__(self):
        return f"PIN of {self.person_id}"


class PinGuess(OrganizationRow):
    """How often one person's PIN was mistyped in a row on one tablet, and until when it rests there."""

    tablet = RowKey(Tablet, related_name="guesses")
    pin = RowKey(Pin, related_name="guesses")
    team = RowKey(Team, related_name="pin_guesses")
    wrong = models.PositiveSmallIntegerField(default=0)
    rests_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "tablet", "pin"], name="pin_guesses_once_a_tablet")
        ]

    def __str__(self):
        return f"guesses at {self.pin_id} on {self.tablet_id}"
