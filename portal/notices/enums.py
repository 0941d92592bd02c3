from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CallReason(TextChoices):
    """Why a team could use a friendly call."""

    NUMBERS = "numbers", _("Numbers have not come in for a while")
    ASKED = "asked", _("Somebody thought of them")
