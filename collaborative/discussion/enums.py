from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience


class PostKind(TextChoices):
    """What a post wants to be."""

    WORDS = "words", _("Something to share")
    QUESTION = "question", _("A question")
    CELEBRATION = "celebration", _("Something to celebrate")
    THEMES = "themes", _("What we heard on a call")
    WEEKLY = "weekly", _("Question of the week")


EVERYBODYS_KINDS = (PostKind.WORDS, PostKind.QUESTION, PostKind.CELEBRATION)
ASKING = (PostKind.WORDS, PostKind.QUESTION)  # what somebody hopes to hear back about


class ReplyKind(TextChoices):
    ANSWER = "answer", _("Answer")
    THANKS = "thanks", _("Thanks")


class Question(TextChoices):
    """The four questions of the view from the balcony (the source's synthesis of themes)."""

    TESTS = "tests", _("What are teams trying, and what does it teach us?")
    NUMBERS = "numbers", _("What do the numbers tell us, and what do they leave out?")
    METHODS = "methods", _("How are teams using the method: small, quick, one after the other?")
    TEAMS = "teams", _("How are the teams doing with each other?")


class MemberState(TextChoices):
    """How a person stands to a group that its members run."""

    INVITED = "invited", _("Invited")
    ASKED = "asked", _("Would like to come in")
    JOINED = "joined", _("In the group")
    LEFT = "left", _("Left")


class CareKind(TextChoices):
    """What a moderator did about words that worried somebody."""

    WROTE = "wrote", _("Wrote to the author")
    HID = "hid", _("Took it off the page")
    BROUGHT_BACK = "back", _("Brought it back")
    SETTLED = "settled", _("Settled")


class Translated(TextChoices):
    """How far a language version of something on the shelf has come."""

    WHOLE = "whole", _("Translated, and read by a native speaker")
    MACHINE = "machine", _("Machine-made, please check")
    PART = "part", _("Partly translated")


class Spoken(TextChoices):
    """The language a thing on the shelf is in: those spoken in the centers of the field; others say so in words."""

    EN = "en", _("English")
    ES = "es", _("Spanish")
    AR = "ar", _("Arabic")
    HT = "ht", _("Haitian Creole")
    KO = "ko", _("Korean")
    PT = "pt", _("Portuguese")
    SO = "so", _("Somali")
    VI = "vi", _("Vietnamese")
    ZH = "zh", _("Chinese")
    OTHER = "other", _("Another language")
    NONE = "none", _("No words, or several languages")


POST_AUDIENCES = (Audience.ALL, Audience.GROUP, Audience.TEAM, Audience.FACULTY)
