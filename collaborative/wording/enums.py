from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """Where the words of a phrase come from, and with that who has read them."""

    TEMPLATE = "template", _("From the template")
    PERSON = "person", _("Written by a person")
    MACHINE = "machine", _("Machine-made, please check")
