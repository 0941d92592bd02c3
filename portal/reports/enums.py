from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportState(TextChoices):
    WAITING = "waiting", _("Waiting for its turn")
    DRAWING = "drawing", _("Being drawn")
    DONE = "done", _("Ready")
    STUCK = "stuck", _("Not drawn yet")
