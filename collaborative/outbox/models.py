"""What is due to be said (`Notice`) and what is sent (`Message`): two tables, so that one message can gather many."""

from django.db import models

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id

from .enums import Channel, MessageState, NoticeKind
from .querysets import MessageQuerySet, NoticeQuerySet
from .rules import E164

__all__ = ["Channel", "Message", "MessageState", "Notice", "NoticeKind"]


class Notice(models.Model):
    """Something is due to be said to a person: its kind, what it is about, and when. Said once.

    `words`: its paragraph in the message that gathered it. Where that holds words that people wrote, `about_id` is the
    row they stand in: "remove for good" takes the paragraph out of the message, wherever that is.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=40, choices=NoticeKind)
    about_id = models.UUIDField()
    due_on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    message = models.ForeignKey("Message", models.SET_NULL, null=True, db_constraint=False, related_name="notices")
    words = models.TextField(blank=True)
    dropped_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "person_id", "kind", "about_id", "due_on"], name="notice_once"
            )
        ]
        indexes = [
            models.Index(fields=["organization_id", "kind", "about_id"], name="notice_about"),
            models.Index(fields=["about_id"], name="notice_about_row"),
            models.Index(fields=["message"], name="notice_in_message"),
        ]

    def __str__(self):
        return f"{self.kind} {self.due_on}"


class Message(models.Model):
    """A message to one person on one channel in one slot; written in the same transaction as its cause.

    `quotes`: the row with words of a person that stand in it, if any; "remove for good" finds the message by it.
    `html`: the same again for a mail, in HTML, where there is such a version. `leave_url`: where a mail program may ask
    that such mails end, without anybody signing in (RFC 8058).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(null=True, editable=False)  # null: a sign-in mail, sent before any is known
    person_id = models.UUIDField(null=True)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.MAIL)
    slot = models.CharField(max_length=80)
    to = models.CharField(max_length=254)  # an e-mail address, or a phone number in E.164 form
    from_name = models.CharField(max_length=120, blank=True)
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(max_length=200, blank=True)  # a text has none
    body = models.TextField()
    html = models.TextField(blank=True)
    leave_url = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=8, default="en")
    state = models.CharField(max_length=8, choices=MessageState, default=MessageState.WAITING)
    not_before = models.DateTimeField(null=True)
    not_after = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    message_id = models.CharField(max_length=120)
    erase_when_sent = models.BooleanField(default=False)
    quotes = models.UUIDField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "to", "channel", "slot"], nulls_distinct=False, name="message_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(channel=Channel.TEXT) | models.Q(to__regex=E164),
                name="text_to_a_whole_phone_number",
            ),
        ]
        indexes = [
            models.Index(fields=["not_before"], condition=models.Q(state=MessageState.WAITING), name="message_waiting"),
            models.Index(fields=["organization_id", "person_id", "slot"], name="message_of_person"),
            models.Index(fields=["quotes"], condition=models.Q(quotes__isnull=False), name="message_quotes"),
        ]

    def __str__(self):
        return self.message_id
