""" "Not this month", said by mail, is noted as the page would note it; everything else is between two people."""

import datetime

import pytest

from collaborative.outbox.models import Message, Notice
from collaborative.tenancy.logins import prove_address
from collaborative.tenancy.models import Membership
from metrics.models import Observation
from portal.inbound.models import ReplyAddress
from tests import factories
from tests.factories.notices import maple_street
from tests.inbound import mails
from tests.inbound.conftest import notes
from tests.notices.conftest import gather  # noqa: F401 (fixture)


@pytest.fixture
def asked(workplace, gather):  # noqa: F811
    """Rosa was asked for October's numbers by mail; the address that answers go to is `asked.address`."""
    place = maple_street()
    prove_address(place.rosa.user, place.rosa.email)
    [place.message] = gather()
    _own, _comma, place.address = place.message.reply_to.partition(", ")
    return place


def noted():
    rows = Observation.objects.order_by("pk")
    return [(row.period_start, row.not_this_time, row.entered_by.first_name, row.numerator) for row in rows]


@pytest.mark.capability("C145")
def test_an_answer_goes_to_the_one_who_asks_and_to_us(asked):
    assert asked.message.reply_to.startswith("amal@example.org, reply+")
    assert "just reply “not this month” and I will note it for you." in asked.message.body


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Not this month", "said by e-mail"),
        ("Este mes no. Tuvimos que cerrar dos semanas.", "Tuvimos que cerrar dos semanas."),
        ("not this month, Mateo bit two friends", "said by e-mail"),
        ("not this month: " + "we had a flood and " * 30, ("we had a flood and " * 30)[:239] + "…"),
    ],
)
def test_not_this_month_is_noted_for_the_month_that_was_asked_for(asked, receive, words, reason):
    assert receive(mails.raw(words), asked.address) == ["taken"]

    assert noted() == [(datetime.date(2026, 10, 1), reason, "Rosa", None)]
    assert [row.dropped_at is not None for row in Notice.objects.all()] == [True]
    assert notes() == []


def test_said_twice_it_is_noted_once(asked, receive):
    receive(mails.raw("not this month"), asked.address)
    receive(mails.raw("not this month, really", Message_ID="<2@example.org>"), asked.address)

    assert len(noted()) == 1


def test_any_other_word_is_between_the_two(asked, receive):
    assert receive(mails.raw("Could you call me tomorrow?"), asked.address) == ["let_go"]

    assert (noted(), notes()) == ([], [])


def test_who_has_gone_to_another_team_notes_nothing_for_this_one(asked, receive):
    other = factories.team(asked.collaborative)
    Membership.objects.filter(person=asked.rosa).update(team=other)

    assert receive(mails.raw("not this month"), asked.address) == ["let_go"]

    assert noted() == []


def test_a_stranger_notes_nothing(asked, receive):
    receive(mails.raw("not this month", sender="eve@evil.example"), asked.address)

    assert (noted(), notes()) == ([], [("rosa@example.org", "Was this mail yours?")])


def test_without_mail_coming_in_the_helper_alone_is_answered(workplace, gather, settings):  # noqa: F811
    settings.INBOUND_ADDRESS = ""
    place = maple_street()
    prove_address(place.rosa.user, place.rosa.email)

    [message] = gather()

    assert message.reply_to == "amal@example.org"
    assert (Message.objects.count(), ReplyAddress.objects.count()) == (1, 0)
