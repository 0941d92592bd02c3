"""Mail that comes in: the addresses that were given out, what came to them, and which answers came that way."""

from django.db import models

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id

from .enums import AddressKind, ReceivedState
from .querysets import ReceivedQuerySet


class ReplyAddress(models.Model):
    """Where one person's answers about one thing go: a post, or numbers that were still to come on a day.

    `about_id`: the post, or the team. `detail`: for numbers, the periods that were asked for. It holds for 30 days
    after the last mail that bears it. No key to post or person: whether both are there is asked when an answer comes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=AddressKind, default=AddressKind.POST)
    about_id = models.UUIDField()
    due_on = models.DateField(null=True)
    detail = models.JSONField(default=list)
    code = models.CharField(max_length=14)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "code"], name="reply_address_code_once"),
            models.UniqueConstraint(
                fields=["organization_id", "person_id", "kind", "about_id", "due_on"],
                nulls_distinct=False,
                name="reply_address_once",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.about_id}"


class Received(models.Model):
    """A mail that came to one of our addresses, stored before anything is done with it.

    `raw`: its beginning as it came, emptied the moment it is taken in or let go; of a mail that could not be read
    it stays 7 days for whoever mends the fault. That it came (`digest` of its Message-ID) stays 30 days, so that the
    same mail delivered again is no second answer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    code = models.CharField(max_length=14)
    digest = models.CharField(max_length=64)
    raw = models.BinaryField()
    state = models.CharField(max_length=8, choices=ReceivedState, default=ReceivedState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(null=True)
    received_at = models.DateTimeField(auto_now_add=True)

    objects = ReceivedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "code", "digest"], name="received_once"),
        ]
        indexes = [
            models.Index(
                fields=["organization_id", "received_at"],
                condition=models.Q(state=ReceivedState.WAITING),
                name="received_waiting",
            ),
        ]
        verbose_name_plural = "received"

    def __str__(self):
        return str(self.pk)


class MailedAnswer(models.Model):
    """This answer under a post came by mail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    reply_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization_id", "reply_id"], name="mailed_answer_once")]

    def __str__(self):
        return str(self.reply_id)
