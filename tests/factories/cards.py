"""Cards and tablets of the tests."""

from django.utils import timezone

from collaborative.cards import device
from collaborative.cards.actions import cards, pins, tablets
from collaborative.isolation.context import changed, current

PIN = "4719"


def card(person, collaborative, by=None):
    """A card just made, with its codes."""
    return cards.make_card(person, collaborative=collaborative, by=by, on=timezone.localdate())


def tablet(team, *members, by=None, digits=PIN):
    """A team's tablet, on which these people have chosen a PIN."""
    made, token = tablets.switch_on(team, name="Kitchen", by=by, on=timezone.localdate())
    earlier = current()
    changed(teams=(team.pk,))
    for member in members:
        pins.set_pin(member.person, team, digits, on=timezone.localdate())
    changed(teams=earlier.teams)
    return made, token


class Jar:
    """What a device would keep: the answer's cookies, into a client's."""

    def __init__(self, client):
        self.client = client

    def set_cookie(self, name, value, **_details):
        self.client.cookies[name] = value


def becomes_tablet(client, organization, token):
    """The client's browser is this tablet from now on."""
    device.write(Jar(client), organization.slug, token)
    return client
