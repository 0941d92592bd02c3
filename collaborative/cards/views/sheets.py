"""The sheet to print: shown to whoever made the card, in the minutes after, and to nobody ever again."""

import datetime

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Verb

from .. import printing, secret
from ..models import Card
from .showing import go, show

SHEET = "sheet"  # in the session: which card, and the seed of its codes
SHOWN_FOR = datetime.timedelta(minutes=5)  # for a second tap, or a printer that was not on


def to_sheet(request, made):
    """Lead on to the sheet of a card that was just made."""
    until = (timezone.now() + SHOWN_FOR).timestamp()
    request.session[SHEET] = {"card": str(made.card.pk), "seed": made.seed, "until": until}
    return go(request, "card_sheet", made.card.pk)


@collaborative_page("card", "write")
def card_sheet(request, card_id):
    """The card with its codes, to print now."""
    actor = request.actor
    cards = Card.objects.within(actor, Verb.WRITE).filter(collaborative_id=actor.collaborative_id, revoked_at=None)
    card = get_object_or_404(cards.select_related("person", "collaborative"), pk=card_id)
    kept = request.session.get(SHEET, {})
    if kept.get("card") != str(card.pk) or kept["until"] < timezone.now().timestamp():
        request.session.pop(SHEET, None)
        messages.info(request, _("The codes of this card were shown already. If it was not printed, make a new one."))
        return go(request, "card_list")
    return show(request, "sheet", {"sheet": printing.sheet_of(card, secret.codes_of(kept["seed"]))})
