from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """How far a cycle's words reach: what stands written, not what somebody should be doing."""

    PLAN = "plan", _("Plan")
    DO = "do", _("Do")
    STUDY = "study", _("Study")
    CLOSED = "closed", _("Act")


class Decision(TextChoices):
    """What next; the field says adjust, adjust, scale up, abandon."""

    CHANGE = "change", _("Change it")
    REPEAT = "repeat", _("Try it again somewhere else")
    GROW = "grow", _("Grow it")
    LET_GO = "let_go", _("Let it go")


class AnswerKind(TextChoices):
    ANSWER = "answer", _("Answer")
    QUESTION = "question", _("Question")
    THANKS = "thanks", _("Thank you")


class NeedKind(TextChoices):
    """What a team needs from its senior leader to try something."""

    COVER = "cover", _("Cover")
    TIME = "time", _("Time")
    YES = "yes", _("A yes")
    OTHER = "other", _("Something else")
