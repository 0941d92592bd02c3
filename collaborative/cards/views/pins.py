"""How I come in: my card, my PIN for the team's tablet, and what else there is."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Person, Team

from ..actions import cards, pins
from ..forms import PinForm
from ..models import Card, Pin
from .showing import go, show

NEEDS_OWN_DEVICE = gettext_lazy(
    "You see more than one team, so four digits are not enough for you. On a tablet, sign in with your e-mail."
)


@collaborative_page("profile", "write")
def ways_in(request):
    """My ways in, and who made them."""
    return _ways(request, None)


def _ways(request, form):
    actor = request.actor
    card = _own_card(actor)
    used = card and card.codes.exclude(used_at=None).order_by("-used_at", "-pk").first()
    team_ids = actor.member_team_ids
    has_pin = bool(team_ids) and Pin.objects.visible_to(actor).filter(team_id__in=team_ids).exists()
    return show(
        request,
        "ways_in",
        {
            "card": card,
            "used": used,
            "form": (form or PinForm()) if team_ids and not pins.sees_much(actor.person_id, actor.user_id, actor.today)
            else None,
            "has_pin": has_pin,
        },
    )  # fmt: skip


def _own_card(actor):
    found = Card.objects.good(timezone.now()).filter(
        organization_id=actor.organization_id, person_id=actor.person_id, collaborative_id=actor.collaborative_id
    )
    return found.select_related("made_by").first()


@collaborative_page("profile", "write", methods=("POST",))
def own_card_stop(request):
    """My card was lost, or I do not want one."""
    actor = request.actor
    card = _own_card(actor)
    if card:
        cards.stop_card(card, by=Person.objects.get(pk=actor.person_id), on=actor.today)
        messages.success(request, _("Your card no longer opens. You can ask for a new one whenever you like."))
    return go(request, "ways_in")


@collaborative_page("pin", "write", methods=("GET", "POST"))
def pin_set(request):
    """My digits for the tablets of my team; reloading after a slip leads back to the page they are typed on."""
    if request.method != "POST":
        return go(request, "ways_in")
    form = PinForm(request.POST)
    if form.is_valid() and _is_set(request, form):
        messages.success(request, _("Your PIN is set. It works on your team's tablet, and nowhere else."))
        return go(request, "ways_in")
    return _ways(request, form)


def _is_set(request, form):
    actor = request.actor
    person = Person.objects.get(pk=actor.person_id)
    teams = list(Team.objects.visible_to(actor).filter(pk__in=actor.member_team_ids).order_by("pk"))
    try:
        for team in teams:
            pins.set_pin(person, team, form.cleaned_data["digits"], on=actor.today)
    except pins.NeedsOwnDevice:
        form.add_error("digits", NEEDS_OWN_DEVICE)
        return False
    return bool(teams)


@collaborative_page("pin", "write", methods=("POST",))
def pin_drop(request):
    """I no longer want to come in with digits."""
    actor = request.actor
    pins.drop_pins(Person.objects.get(pk=actor.person_id), actor.member_team_ids)
    messages.success(request, _("Your PIN is gone, and so is your name on the tablet."))
    return go(request, "ways_in")
