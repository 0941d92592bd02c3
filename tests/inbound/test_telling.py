"""A mail that tells of one conversation may be answered by mail, and says who reads the answer; no other does."""

import pytest

from collaborative.discussion.models import Mention
from collaborative.tenancy.logins import prove_address
from portal.inbound import addresses
from portal.inbound.models import ReplyAddress
from tests.factories.notices import TUESDAY_MORNING
from tests.inbound.conftest import two_teams
from tests.notices.conftest import gather  # noqa: F401 (fixture)


@pytest.fixture
def named(workplace):
    """`named.by_tom(...)`: Tom names Rosa; her numbers are no matter here."""
    place = two_teams()
    place.metric.is_required = False
    place.metric.save(update_fields=["is_required"])

    def by_tom(people=None, **values):
        post = place.post(people=[one.pk for one in people or [place.rosa]], **values)
        Mention.objects.filter(post=post).update(created_at=TUESDAY_MORNING)
        return post

    place.by_tom = by_tom
    return place


@pytest.mark.capability("C277")
def test_a_mail_about_one_post_is_answered_under_it_and_says_who_reads_that(named, gather):  # noqa: F811
    post = named.by_tom()

    [message] = gather()

    row = ReplyAddress.objects.get()
    assert (row.person_id, row.about_id, row.kind) == (named.rosa.pk, post.pk, "post")
    assert message.reply_to == addresses.address_of(post.organization_id, row.code)
    assert (
        "You can answer there by replying to this mail: your words then stand under the post. "
        "Everyone in this collaborative can see this.\n\n"
    ) in message.body


def test_a_mail_about_two_posts_is_answered_by_the_one_who_writes(named, gather):  # noqa: F811
    named.by_tom()
    named.by_tom()

    [message] = gather()

    assert message.reply_to == "amal@example.org"
    assert "replying to this mail" not in message.body


def test_whose_address_nobody_has_proven_answers_on_the_page(named, gather):  # noqa: F811
    named.by_tom([named.leader])

    [message] = gather()

    assert (message.to, message.reply_to) == ("denise@example.org", "amal@example.org")


def test_without_mail_coming_in_no_mail_invites_an_answer(named, gather, settings):  # noqa: F811
    settings.INBOUND_ADDRESS = ""
    prove_address(named.leader.user, named.leader.email)
    named.by_tom([named.leader])

    [message] = gather()

    assert message.reply_to == "amal@example.org"
    assert "replying to this mail" not in message.body
    assert ReplyAddress.objects.count() == 0
