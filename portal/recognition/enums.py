from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import TEAM_ROLES, Role

# Who takes part, and so may have a certificate of it.
PART_TAKERS = (*TEAM_ROLES, Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM)


class CreditKind(TextChoices):
    """What taking part may count for (the field's formal ways to recognize people)."""

    HOURS = "hours", _("Training hours")
    REGISTRY = "registry", _("A state registry")
    LADDER = "ladder", _("A career lattice")
    CREDIT = "credit", _("Education credit")
    CREDENTIAL = "credential", _("A credential")
    PAY = "pay", _("Pay or funding")
    OTHER = "other", _("Something else")
