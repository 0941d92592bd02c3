"""No address, however it is made, leads to a post of another organization."""

import uuid
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collaborative.discussion.models import PostReply
from collaborative.isolation.context import Context, entered
from portal.inbound import actions, addresses, handling
from portal.inbound.models import Received, ReplyAddress
from tests import factories
from tests.inbound import mails
from tests.inbound.conftest import two_teams


@pytest.fixture
def two_organizations(connected_as_worker, db):
    """Rosa's address for a post, in each of two organizations; whose login is a member of both."""
    found = []
    for slug in ("one", "two"):
        organization_id = uuid.uuid4()
        with entered(Context(organization=organization_id)):
            factories.organization(id=organization_id, slug=slug)
            place = two_teams(login=found[0].place.rosa.user if found else None)
            place.question = place.post()
            token = addresses.token_in([actions.reply_address(place.rosa, place.question.pk)])
        found.append(SimpleNamespace(id=organization_id, place=place, token=token, code=addresses.read(token)[1]))
    return found


def said(organization):
    with entered(Context(organization=organization.id)):
        rows = PostReply.objects.filter(post=organization.place.question).order_by("pk")
        return list(rows.values_list("text", flat=True))


@pytest.mark.capability("C001", "C277")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_address_reaches_a_post_of_another_organization(two_organizations, data):
    """Whatever organization a token names, whatever code, and even where the row of the code says another's post."""
    sent_to = data.draw(st.sampled_from(two_organizations))
    code = data.draw(st.sampled_from([one.code for one in two_organizations]))
    about = data.draw(st.sampled_from([one.place.question.pk for one in two_organizations]))
    number = data.draw(st.integers(0, 2**64))
    with entered(Context(organization=sent_to.id)):
        Received.objects.all().delete()
        ReplyAddress.objects.update(about_id=about)
    before = {one.id: said(one) for one in two_organizations}

    actions.store(addresses.token_of(sent_to.id, code), mails.raw(f"Word {number}", Message_ID=f"<{number}@x>"))
    handling.take_in_waiting(sent_to.id)

    is_right = code == sent_to.code and about == sent_to.place.question.pk
    before[sent_to.id] += [f"Word {number}"] if is_right else []
    assert {one.id: said(one) for one in two_organizations} == before


def test_a_token_of_one_organization_finds_nothing_in_another(two_organizations):
    one, two = two_organizations

    assert actions.store(addresses.token_of(one.id, two.code), mails.GMAIL) is True
    handling.take_in_waiting(one.id)

    assert (said(one), said(two)) == ([], [])
