"""Mail comes in for Rosa of Maple Street, whom Tom of Cedar Grove named; these tests run as the worker."""

import pytest

from collaborative.discussion import actions as discussion
from collaborative.discussion.models import PostReply
from collaborative.isolation.context import current_organization_id
from collaborative.outbox.models import Message
from collaborative.tenancy.enums import Role
from collaborative.tenancy.logins import prove_address
from collaborative.tenancy.models import Membership
from portal.inbound import actions, addresses, handling
from portal.inbound.models import Received
from tests import factories
from tests.factories.notices import maple_street, person
from tests.inbound import mails
from tests.notices.conftest import connected_as_worker, workplace  # noqa: F401 (fixtures)

ADDRESS = "reply@localhost"


@pytest.fixture(autouse=True)
def mail_comes_in(settings):
    settings.INBOUND_ADDRESS = ADDRESS


def two_teams(login=None):
    """Maple Street and Cedar Grove; Rosa's address is proven, and Tom can post. `login`: hers, from elsewhere."""
    place = maple_street()
    place.other = factories.team(place.collaborative, center=factories.center(name="Cedar Grove"))
    place.tom = person(Role.TEACHER, "Tom", team=place.other)
    if login is None:
        prove_address(place.rosa.user, place.rosa.email)
    else:
        place.rosa.user = login
        place.rosa.save(update_fields=["user"])
        Membership.objects.filter(person=place.rosa).update(user_id=login.pk)

    def post(**values):
        values = {"audience": "all", "by": place.tom, "team": place.other, "text": "Who sings at the door?", **values}
        team = values.pop("team")
        return discussion.write_post(
            collaborative_id=place.collaborative.pk, role=Role.TEACHER, team_id=team.pk, **values
        )

    place.post = post
    return place


@pytest.fixture
def talk(workplace):  # noqa: F811
    place = two_teams()
    place.question = place.post()
    place.address = actions.reply_address(place.rosa, place.question.pk)
    return place


@pytest.fixture
def receive(workplace):  # noqa: F811
    """`receive(raw, to)`: what the receiver stores, and the worker then takes in."""

    def run(raw, to, *, take_in=True):
        token = addresses.token_in([to])
        assert actions.store(token, raw) in (True, False)
        if take_in:
            handling.take_in_waiting(current_organization_id())
        return states()

    return run


def states():
    return [row.state for row in Received.objects.order_by("received_at", "pk")]


def answers(post):
    return [(row.author.first_name, row.text) for row in PostReply.objects.filter(post=post).order_by("pk")]


def notes():
    """[(to, subject)] of the notes that followed."""
    found = Message.objects.filter(slot__startswith="inbound:").order_by("pk")
    return [(row.to, row.subject) for row in found]


SUNG = [("Rosa", mails.WORDS)]
