from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Group(TextChoices):
    """What was found, in the words of the rooms it stands in."""

    TALK = "talk", _("Learn together")
    TRIES = "tries", _("What we're trying")
    SHELF = "shelf", _("The shelf")
    FRAMEWORK = "framework", _("Framework")
    WORDS = "words", _("Our words, explained")
    DATES = "dates", _("Dates")
    ASKED = "asked", _("What's asked of us")
    PEOPLE = "people", _("Who's who")
    NUMBERS = "numbers", _("What we count")


class Period(TextChoices):
    """From when it is."""

    ALWAYS = "", _("Any time")
    MONTH = "month", _("The last month")
    YEAR = "year", _("This year")


class Whose(TextChoices):
    EVERYBODYS = "", _("Everybody's")
    MINE = "mine", pgettext_lazy("what one looks for", "Mine")
    OURS = "ours", _("Our team's")
