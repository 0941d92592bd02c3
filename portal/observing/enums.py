from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reach(TextChoices):
    """How much of the totals somebody who looks on may have; nothing by name in any case."""

    READ = "read", _("Read totals here")
    TAKE_OUT = "take_out", _("Read totals here, and take them out as a file")
