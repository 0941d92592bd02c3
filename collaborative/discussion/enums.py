from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience


class PostKind(TextChoices):
    """What a post wants to be."""

    WORDS = "words", _("Something to share")
    QUESTION = "question", _("A question")
    CELEBRATION = "celebration", _("Something to celebrate")


class ReplyKind(TextChoices):
    ANSWER = "answer", _("Answer")
    THANKS = "thanks", _("Thanks")


class Question(TextChoices):
    """The four questions of the view from the balcony (the source's synthesis of themes)."""

    TESTS = "tests", _("What are teams trying, and what does it teach us?")
    NUMBERS = "numbers", _("What do the numbers tell us, and what do they leave out?")
    METHODS = "methods", _("How are teams using the method: small, quick, one after the other?")
    TEAMS = "teams", _("How are the teams doing with each other?")


POST_AUDIENCES = (Audience.ALL, Audience.GROUP, Audience.TEAM, Audience.FACULTY)
