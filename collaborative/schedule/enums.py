from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DateKind(TextChoices):
    """What a planned date is the date of."""

    SESSION = "session", _("Learning session")
    PERIOD_START = "period_start", _("Start of an action period")
    PERIOD_END = "period_end", _("End of an action period")
    LINE = "line", _("A date to know")
    DUE = "due", _("A good day for something")


# Dates that stand for themselves.
LINES = (DateKind.LINE, DateKind.DUE)
# What people come to or prepare for; the bounds of a period are read from the period.
ANNOUNCED = (DateKind.SESSION, *LINES)
