from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AddressKind(TextChoices):
    """What an answer to an address is."""

    POST = "post", _("An answer under a post")
    NUMBERS = "numbers", _("A word about numbers still to come")


class ReceivedState(TextChoices):
    """What became of a mail that came in."""

    WAITING = "waiting", _("Waiting")
    TAKEN = "taken", _("Taken in")
    LET_GO = "let_go", _("Nothing to take in")
    ASIDE = "aside", _("Put aside: it could not be read")
