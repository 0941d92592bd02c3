from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

# An issue that is being written is the project team's; one that was sent is everybody's.
RUNGS = (Audience.FACULTY, Audience.ALL)


class Section(TextChoices):
    """What a piece of an issue is."""

    WORDS = "words", _("Words of our own")
    GUEST = "guest", _("A guest writes")
    THEME = "theme", _("What we heard on calls")
    CELEBRATION = "celebration", _("Something to celebrate")
    TRY = "try", _("What a team tried and learned")
    QUESTION = "question", _("Waiting for an answer: do you know?")
    SHELF = "shelf", _("New on the shelf")
    WELCOME = "welcome", _("Welcome")
    DATES = "dates", _("Dates ahead")


WRITTEN = (Section.WORDS, Section.GUEST)  # words of its own
MADE = (Section.WELCOME, Section.DATES)  # made anew whenever it is read; once in an issue


class Length(TextChoices):
    """How much of somebody's words is shown; what is left out is behind the link."""

    LINE = "line", _("One line")
    SHORT = "short", _("The first words")
    WHOLE = "whole", _("All of it")
