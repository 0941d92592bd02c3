from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a number is."""

    PERCENTAGE = "percentage", _("a percent: so many out of so many")
    COUNT = "count", _("a count: how many")
    RATE = "rate", _("a rate: so many for every so many")
    AVERAGE = "average", _("an average")


class Collect(TextChoices):
    """How often it is counted."""

    WEEK = "week", _("every week")
    MONTH = "month", _("every month")


class Hope(TextChoices):
    """Which way people hope a number goes."""

    MORE = "more", _("more is what we hope for")
    FEWER = "fewer", _("fewer is what we hope for")
    NEITHER = "neither", _("neither way, we just want to know")


class Source(TextChoices):
    """How a number came in."""

    TYPED = "typed", _("typed in")
    SHEET = "sheet", _("from the printed weekly sheet")
    FILE = "file", _("from a file")
    SURVEY = "survey", _("from a survey")
