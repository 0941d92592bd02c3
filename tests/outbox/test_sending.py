"""In one process: what leaves, what waits, what is given up; the real processes are in test_send.py."""

import datetime
import uuid

import pytest
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.outbox import actions, rules
from collaborative.outbox.models import Message, MessageState, NoticeKind
from collaborative.outbox.sending import empty_outbox

DAY = datetime.date(2026, 11, 25)
ORGANIZATION = uuid.UUID(int=1)


@pytest.fixture
def outbox(as_role, mail_server, settings):
    """Write as the worker, send as the sender, deliver to a real server."""
    mailbox, address = mail_server
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = address.removeprefix("smtp://").split(":")
    return Outbox(as_role, mailbox)


class Outbox:
    def __init__(self, as_role, mailbox):
        self.as_role, self.mailbox = as_role, mailbox

    def write(self, *, role="app_web", **values):
        self.as_role(role)
        values = {"to": "rosa@example.org", "subject": "Hello", "body": "Hi Rosa.", "slot": "one", **values}
        with tenant_context(ORGANIZATION):
            return actions.write_message(**values)

    def gathered(self, *subjects, **values):
        self.as_role("app_worker")
        with tenant_context(ORGANIZATION):
            rows = [
                actions.notice(person_id=uuid.uuid4(), kind=NoticeKind.NUMBERS, about_id=about, due_on=DAY)
                for about, _words in subjects
            ]
            words = {row.pk: said for row, (_about, said) in zip(rows, subjects, strict=True)}
            return actions.gather(
                rows, words, opening="Hi.", closing="Bye.", to="rosa@example.org", subject="S", slot="w", **values
            )

    def drop(self, about_id):
        self.as_role("app_web")
        with tenant_context(ORGANIZATION):
            actions.drop_notices(NoticeKind.NUMBERS, about_id)

    def send(self):
        self.as_role("app_sender")
        return empty_outbox()

    def row(self, message):
        self.as_role("app_sender")
        return Message.objects.get(pk=message.pk)


def test_a_mail_comes_from_a_person_with_her_own_reply_address(outbox):
    message = outbox.write(from_name="Amal Haddad", reply_to="amal@example.org", language="es", subject="¿Cómo va?")

    done = outbox.send()

    [mail] = outbox.mailbox.mails
    assert done.sent == 1
    assert mail["From"] == "Amal Haddad <next-tuesday@localhost>"
    assert (mail["Reply-To"], mail["To"]) == ("amal@example.org", "rosa@example.org")
    assert (mail["Message-ID"], mail["Content-Language"]) == (message.message_id, "es")
    assert mail.get_payload(decode=True).decode().strip() == "Hi Rosa."
    assert outbox.row(message).state == MessageState.SENT


def test_the_words_of_a_sign_in_mail_are_erased_once_it_is_sent(outbox):
    code = {"subject": "123456 is your code", "body": "Your code is 123456", "erase_when_sent": True}
    message = outbox.write(organization_id=None, **code)
    outbox.mailbox.answers = {"gone@example.org": "550 no such person"}
    given_up = outbox.write(organization_id=None, to="gone@example.org", **code)

    outbox.send()

    [mail] = outbox.mailbox.mails
    assert ("123456" in mail["Subject"], "123456" in mail.get_payload()) == (True, True)
    for row in (outbox.row(message), outbox.row(given_up)):
        assert (row.subject, row.body) == ("", "")


def test_what_was_done_meanwhile_is_left_out(outbox):
    numbers, other = uuid.uuid4(), uuid.uuid4()
    outbox.gathered((numbers, "About numbers."), (other, "About a try."))
    outbox.drop(numbers)

    outbox.send()

    assert outbox.mailbox.mails[0].get_payload().strip().replace("\r\n", "\n") == "Hi.\n\nAbout a try.\n\nBye."


def test_a_message_nothing_is_left_of_is_dropped(outbox):
    numbers = uuid.uuid4()
    message = outbox.gathered((numbers, "About numbers."))
    outbox.drop(numbers)

    done = outbox.send()

    assert (done.sent, done.dropped, outbox.mailbox.mails) == (0, 1, [])
    assert outbox.row(message).state == MessageState.DROPPED


def test_a_message_keeps_to_its_hours(outbox):
    hour, now = datetime.timedelta(hours=1), timezone.now()
    early = outbox.write(slot="early", not_before=now + hour)
    over = outbox.write(slot="over", not_after=now - hour)
    outbox.write(slot="now", not_before=now - hour, not_after=now + hour)

    outbox.send()

    assert len(outbox.mailbox.mails) == 1
    assert {outbox.row(early).state, outbox.row(over).state} == {MessageState.WAITING}


def test_an_address_refused_for_good_is_given_up_and_holds_nobody_up(outbox):
    outbox.mailbox.answers = {"gone@example.org": "550 no such person", "full@example.org": "452 come back later"}
    gone = outbox.write(to="gone@example.org")
    full = outbox.write(to="full@example.org")
    outbox.write()

    done = outbox.send()

    assert (done.sent, done.put_off) == (1, 2)
    assert outbox.row(gone).state == MessageState.GIVEN_UP
    waiting = outbox.row(full)
    assert (waiting.state, waiting.attempts) == (MessageState.WAITING, 1)
    assert datetime.timedelta(seconds=50) < waiting.not_before - timezone.now() <= datetime.timedelta(minutes=1)


def test_the_last_attempt_is_the_last(outbox):
    outbox.mailbox.answers = {"full@example.org": "452 come back later"}
    message = outbox.write(to="full@example.org", body="Code 1", erase_when_sent=True)
    outbox.as_role("app_sender")
    Message.objects.update(attempts=rules.MOST_ATTEMPTS - 1)

    outbox.send()

    row = outbox.row(message)
    assert (row.state, row.body) == (MessageState.GIVEN_UP, "")


def test_a_mail_server_that_is_down_costs_no_attempt(outbox, settings):
    message = outbox.write()
    settings.EMAIL_PORT = 1

    done = outbox.send()

    assert done.mail_answers is False
    row = outbox.row(message)
    assert (row.state, row.attempts, row.leased_until) == (MessageState.WAITING, 0, None)


def test_a_lease_that_ran_out_is_taken_up_again(outbox):
    message, minute = outbox.write(), datetime.timedelta(minutes=1)
    outbox.as_role("app_sender")
    Message.objects.update(leased_until=timezone.now() + minute)
    assert outbox.send().sent == 0

    Message.objects.update(leased_until=timezone.now() - minute)

    assert outbox.send().sent == 1
    assert outbox.mailbox.ids == [message.message_id]
