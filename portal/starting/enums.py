from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StepKey(TextChoices):
    """What there is to do before a house is opened, in any order."""

    DATES = "dates", _("Name and dates")
    WORDS = "words", _("Our own words")
    PEOPLE = "people", _("The project team and coaches")
    CENTERS = "centers", _("Centers and their team leaders")
    TEXTS = "texts", _("Welcome, promise and invitation")
    FRAMEWORK = "framework", _("Framework and words explained")
