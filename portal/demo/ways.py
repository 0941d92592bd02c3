"""The demo's cards and tablets to try: a fresh card on the screen instead of on paper, one's browser as a tablet."""

from dataclasses import dataclass

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from collaborative.cards import device, printing
from collaborative.cards.actions import cards
from collaborative.cards.models import Card, Tablet
from collaborative.isolation import context
from collaborative.tenancy.invitations import enter_by_name

from .building import content
from .guard import demo_only
from .tablets import shown_pin, token_of


@dataclass(frozen=True)
class Device:
    """A tablet of the demo, and where its organization is found."""

    key: str
    name: str
    collaborative: str
    center: str


def _devices():
    return [
        Device(str(number), entry["name"], entry["collaborative"], entry["center"])
        for number, entry in enumerate(content.read("ways")["tablets"])
    ]


def _first_organization():
    organization = enter_by_name(content.read("organizations")["organizations"][0]["slug"])
    if organization is None:
        raise Http404
    return organization


def _cards():
    """The newest card of each who has one, in an order that stays."""
    found = Card.objects.shown().filter(revoked_at=None, person__email="", made_by__isnull=False)
    return found.select_related("person", "collaborative", "team__center", "made_by").order_by("created_at", "pk")[:20]


@login_not_required
@require_GET
@demo_only
def ways(request):
    """What there is to try."""
    _first_organization()
    context_of_page = {"cards": list(_cards()), "devices": _devices(), "pin": shown_pin()}
    return render(request, "demo/ways.html", {**context_of_page, "is_tablet": device.is_tablet(request)})


@login_not_required
@require_POST
@demo_only
def card(request, card_id):
    """A fresh card for this person, made by whoever made the last one, shown where others would print it."""
    _first_organization()
    last = next((one for one in _cards() if one.pk == card_id), None)
    if last is None:
        return redirect("demo:ways")
    context.changed(person=last.made_by_id)
    made = cards.make_card(
        last.person, collaborative=last.collaborative, by=None, on=timezone.localdate(), letter=last.letter
    )
    Card.objects.filter(pk=made.card.pk).update(made_by=last.made_by)
    return render(request, "demo/card.html", {"sheet": printing.sheet_of(made.card, made.codes)})


@login_not_required
@require_POST
@demo_only
def tablet(request, key):
    """This browser becomes the team's tablet, until it is made an ordinary one again."""
    organization = _first_organization()
    chosen = next((one for one in _devices() if one.key == key), None)
    if chosen is None or not Tablet.objects.on().exists():
        raise Http404
    logout(request)
    response = redirect("signin:tablet")
    device.write(response, organization.slug, token_of(chosen.collaborative, chosen.center))
    return response


@login_not_required
@require_POST
@demo_only
def tablet_leave(request):
    """This browser is an ordinary one again."""
    logout(request)
    response = redirect("demo:ways")
    device.forget(response)
    return response
