from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How a message travels."""

    MAIL = "mail", _("Mail")
    TEXT = "text", _("Text message")


class MessageState(TextChoices):
    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    DROPPED = "dropped", _("No longer needed")
    GIVEN_UP = "given_up", _("Could not be delivered")


class NoticeKind(TextChoices):
    """What can be due to be said to a person. The room that finishes such a thing drops its notices."""

    NUMBERS = "numbers", _("Numbers still to come")  # about a team
    LOOK_BACK = "look_back", _("A day to look back")  # about a try
    ANSWERS = "answers", _("Answers from other teams")  # about a try
    MENTION = "mention", _("Somebody named you")  # about a post
    REPLY = "reply", _("Somebody answered you")  # about a reply
    POST = "post", _("Something new to read")  # about a post
    CELEBRATION = "celebration", _("Something to celebrate")  # about a post
    QUESTION = "question", _("The question of the week")  # about a post
    SHELF = "shelf", _("New on the shelf")  # about a thing on the shelf
    DATE = "date", _("A date ahead")  # about a date
