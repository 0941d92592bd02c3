"""A mail becomes an answer once, of whom it is from, where she may say it; in every other case nothing is posted."""

import datetime
import logging

import pytest
from django.utils import timezone

from collaborative.discussion import actions as discussion
from collaborative.discussion.models import Mention, PostReply
from collaborative.drafts.actions import keep_draft, words_of
from collaborative.outbox.models import Message
from collaborative.tenancy.enums import Role
from collaborative.tenancy.logins import prove_address
from collaborative.tenancy.models import Membership
from portal.inbound import actions, handling, rules
from portal.inbound.models import MailedAnswer, Received, ReplyAddress
from tests.factories import discussion as talking
from tests.inbound import mails
from tests.inbound.conftest import SUNG, answers, notes

DAY = datetime.timedelta(days=1)


@pytest.mark.capability("C277", "C278")
def test_a_mail_becomes_her_answer_under_that_post(talk, receive):
    assert receive(mails.GMAIL, talk.address) == ["taken"]

    [answer] = PostReply.objects.all()
    assert (answer.post_id, answer.author_id, answer.text) == (talk.question.pk, talk.rosa.pk, mails.WORDS)
    assert (answer.team_id, answer.author_role, answer.audience, answer.kind) == (
        talk.team.pk, Role.TEACHER, "all", "answer",
    )  # fmt: skip
    assert [row.reply_id for row in MailedAnswer.objects.all()] == [answer.pk]
    assert notes() == []


def test_not_a_word_of_it_stays_behind(talk, receive):
    receive(mails.GMAIL, talk.address)

    assert [bytes(row.raw) for row in Received.objects.all()] == [b""]


@pytest.mark.capability("C277")
def test_a_mail_delivered_twice_is_one_answer_and_another_mail_a_second_one(talk, receive):
    receive(mails.GMAIL, talk.address)
    receive(mails.GMAIL, talk.address)
    assert answers(talk.question) == SUNG

    receive(mails.raw("And again", Message_ID="<two@mail.example.org>"), talk.address)

    assert answers(talk.question) == [*SUNG, ("Rosa", "And again")]


@pytest.mark.capability("C277")
def test_a_stranger_is_refused_and_only_the_person_hears_of_it_once_a_day(talk, receive):
    for number in range(3):
        stranger = mails.raw("Buy this", sender="eve@evil.example", Message_ID=f"<{number}@evil.example>")
        receive(stranger, talk.address)

    assert answers(talk.question) == []
    assert notes() == [("rosa@example.org", "Was this mail yours?")]
    assert "Buy" not in "".join(Message.objects.values_list("body", flat=True))


def test_an_address_that_is_hers_but_not_proven_is_a_strangers(talk, receive):
    receive(mails.raw("Hello", sender="rosa@home.example"), talk.address)
    assert answers(talk.question) == []

    prove_address(talk.rosa.user, "rosa@home.example")
    receive(mails.raw("Hello", sender="Rosa@Home.example", Message_ID="<2@home.example>"), talk.address)

    assert answers(talk.question) == [("Rosa", "Hello")]


@pytest.mark.parametrize("name", mails.FROM_MACHINES)
def test_what_a_machine_wrote_is_dropped_in_silence(talk, receive, caplog, name):
    with caplog.at_level(logging.INFO, logger="next_tuesday"):
        assert receive(mails.raw("I am away", **mails.FROM_MACHINES[name]), talk.address) == ["let_go"]

    assert (answers(talk.question), notes()) == ([], [])
    assert "mail: from a machine" in caplog.messages
    assert "rosa" not in caplog.text.lower()


@pytest.mark.capability("C277")
def test_the_address_of_one_person_serves_nobody_else(talk, receive):
    prove_address(talk.tom.user, "tom@example.org")

    receive(mails.raw("I am Tom", sender="tom@example.org"), talk.address)

    assert answers(talk.question) == []


def test_who_has_left_says_nothing_and_hears_nothing(talk, receive):
    Membership.objects.filter(person=talk.rosa).update(ends_on=datetime.date.today() - DAY)

    assert receive(mails.GMAIL, talk.address) == ["let_go"]
    assert (answers(talk.question), notes()) == ([], [])


def test_a_login_that_is_somebody_else_here_now_does_not_answer_for_her(talk, receive):
    Membership.objects.filter(person=talk.rosa).update(ends_on=datetime.date.today() - DAY)
    Membership.objects.filter(person=talk.leader).update(user_id=talk.rosa.user_id)

    assert receive(mails.GMAIL, talk.address) == ["let_go"]
    assert (answers(talk.question), notes()) == ([], [])


def test_a_group_of_its_members_is_answered_by_mail_until_it_closes(talk, receive):
    tom, rosa = (Membership.objects.get(person=one) for one in (talk.tom, talk.rosa))
    circle = talking.circle(tom, rosa)
    post = talk.post(audience="group", circle_id=circle.pk)
    address = actions.reply_address(talk.rosa, post.pk)

    receive(mails.GMAIL, address)
    type(circle).objects.update(closed_on=datetime.date.today())
    receive(mails.raw("More", Message_ID="<2@example.org>"), address)

    assert answers(post) == SUNG
    assert notes() == [("rosa@example.org", "Your answer found no place")]


@pytest.mark.parametrize("case", ["taken down", "for others now", "closed collaborative"])
def test_what_cannot_be_answered_any_more_is_told_kindly(talk, receive, case):
    if case == "taken down":
        discussion.hide(talk.question, by=talk.tom)
    elif case == "for others now":
        type(talk.question).objects.filter(pk=talk.question.pk).update(audience="team", team=talk.other)
    else:
        talk.collaborative.state = "closed"
        talk.collaborative.save(update_fields=["state"])

    assert receive(mails.GMAIL, talk.address) == ["let_go"]
    assert (answers(talk.question), notes()) == ([], [("rosa@example.org", "Your answer found no place")])


def test_after_thirty_days_the_page_is_named_instead(talk, receive):
    ReplyAddress.objects.update(expires_at=timezone.now() - DAY)

    receive(mails.GMAIL, talk.address)

    assert (answers(talk.question), notes()) == ([], [("rosa@example.org", "Please answer on the page")])
    assert f"/discussion/{talk.question.pk}/" in Message.objects.get(slot__startswith="inbound:").body


def test_a_mail_without_words_is_told(talk, receive):
    receive(mails.raw("> all\n> quoted\n\nSent from my iPhone\n"), talk.address)

    assert (answers(talk.question), notes()) == ([], [("rosa@example.org", "We found no words in your mail")])


def test_a_picture_does_not_come_along_and_the_person_is_told_why(talk, receive):
    receive(mails.with_picture("Look at our door"), talk.address)

    assert answers(talk.question) == [("Rosa", "Look at our door")]
    assert notes() == [("rosa@example.org", "Your words are there, without the picture or file")]
    assert "said yes" in Message.objects.get(slot__startswith="inbound:").body


@pytest.mark.parametrize("words", ["Mateo bit two friends today", "A long story. " * 400])
def test_what_the_page_would_ask_about_waits_there_as_her_draft(talk, receive, words):
    key = {"form": "reply", "thing_id": talk.question.pk, "by": talk.rosa.pk}
    keep_draft(**key, words={"text": "I had begun", "link": "https://example.org"})

    assert receive(mails.raw(words), talk.address) == ["taken"]

    assert answers(talk.question) == []
    assert words_of(**key) == {"text": f"I had begun\n\n{words.strip()}", "link": "https://example.org"}
    assert notes() == [("rosa@example.org", "Please look at your answer once more")]


def test_people_named_in_a_mail_hear_of_it(talk, receive):
    receive(mails.raw("@Denise, the song works"), talk.address)

    assert [(row.person_id, row.reply.text) for row in Mention.objects.all()] == [
        (talk.leader.pk, "@Denise, the song works")
    ]


def test_a_machine_that_talks_all_day_is_heard_twenty_times(talk, receive):
    for number in range(rules.MOST_A_DAY + 3):
        receive(mails.raw(f"Word {number}", Message_ID=f"<{number}@example.org>"), talk.address, take_in=False)
    handling.take_in_waiting(talk.question.organization_id)

    assert answers(talk.question) == [("Rosa", f"Word {number}") for number in range(rules.MOST_A_DAY)]


def test_what_breaks_is_tried_again_and_put_aside_in_the_end(talk, receive, monkeypatch, caplog):
    now = timezone.now()
    receive(mails.GMAIL, talk.address, take_in=False)
    monkeypatch.setattr(handling, "reply", lambda *_args, **_more: 1 / 0)

    for number in range(rules.MOST_TRIES + 1):
        handling.take_in_waiting(talk.question.organization_id, now + number * DAY)

    row = Received.objects.get()
    assert (row.state, row.tries, bytes(row.raw) != b"") == ("aside", rules.MOST_TRIES, True)
    assert caplog.messages.count(f"mail not taken in, try {rules.MOST_TRIES}: ZeroDivisionError") == 1
    assert "We sang" not in caplog.text


def test_a_fault_that_is_mended_loses_nothing(talk, receive, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(handling, "reply", lambda *_args, **_more: 1 / 0)
        assert receive(mails.GMAIL, talk.address) == ["waiting"]

    handling.take_in_waiting(talk.question.organization_id, timezone.now() + DAY)

    assert answers(talk.question) == SUNG


def test_a_mail_in_other_hands_is_left_alone_until_they_drop_it(talk, receive):
    receive(mails.GMAIL, talk.address, take_in=False)
    now = timezone.now()
    [row] = Received.objects.all()

    assert actions.claim(row.pk, now).tries == 1
    handling.take_in(row.organization_id, row.pk, now)
    assert answers(talk.question) == []

    handling.take_in(row.organization_id, row.pk, now + rules.LEASE)
    assert answers(talk.question) == SUNG


def test_a_mail_that_kills_its_worker_each_time_is_put_aside(talk, receive):
    receive(mails.GMAIL, talk.address, take_in=False)
    now = timezone.now()
    for number in range(rules.MOST_TRIES):
        actions.claim(Received.objects.get().pk, now + number * DAY)

    handling.take_in_waiting(talk.question.organization_id, now + rules.MOST_TRIES * DAY)

    assert ([row.state for row in Received.objects.all()], answers(talk.question)) == (["aside"], [])


def test_clearing_keeps_what_is_needed_and_no_longer(talk, receive):
    now = timezone.now()
    receive(mails.GMAIL, talk.address)
    receive(mails.raw("x", Message_ID="<2@x>"), talk.address, take_in=False)
    Received.objects.filter(state="waiting").update(state="aside")

    actions.clear_incoming(now + 8 * DAY)
    assert [bytes(row.raw) for row in Received.objects.all()] == [b"", b""]
    assert actions.clear_incoming(now + 31 * DAY) == 2
    assert (Received.objects.count(), ReplyAddress.objects.count(), MailedAnswer.objects.count()) == (0, 1, 1)
    assert actions.clear_incoming(now + 61 * DAY) == 1
    assert ReplyAddress.objects.count() == 0


@pytest.mark.parametrize("case", ["switched off", "not proven"])
def test_no_address_is_given_where_no_answer_could_come(talk, settings, case):
    if case == "switched off":
        settings.INBOUND_ADDRESS = ""
    person = talk.rosa if case == "switched off" else talk.tom

    assert actions.reply_address(person, talk.question.pk) == ""


def test_asked_again_the_address_is_the_same_and_holds_anew(talk):
    ReplyAddress.objects.update(expires_at=timezone.now() - DAY)

    assert actions.reply_address(talk.rosa, talk.question.pk) == talk.address
    assert ReplyAddress.objects.get().expires_at > timezone.now() + 29 * DAY
