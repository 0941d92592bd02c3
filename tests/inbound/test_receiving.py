"""The receiver as an operator starts it: mails are stored, by a role that only adds."""

import contextlib
import re
import smtplib
import subprocess
import sys
import uuid

import pytest
from django.conf import settings as project
from django.db import DatabaseError, connection, transaction

from collaborative.isolation.context import Context, entered, tenant_context
from portal.inbound import actions, addresses, asking, handling, listening, rules
from portal.inbound.models import Received
from tests import factories, processes
from tests.conftest import WEB, connect_as
from tests.inbound import mails
from tests.inbound.conftest import SUNG, answers, two_teams
from tests.inbound.imap_server import Mailbox, serving

RECEIVER, WORKER = "app_receiver", "app_worker"
ADDRESS = "reply@localhost"


@pytest.fixture
def place(transactional_db):
    """Two teams in an organization, as the worker sees them, with the address for Rosa's answers."""
    connect_as(WORKER)
    organization_id = uuid.uuid4()
    with transaction.atomic(), entered(Context(organization=organization_id)):
        connect_back = factories.organization(id=organization_id)
        found = two_teams()
        found.organization = connect_back
        found.question = found.post()
        found.address = actions.reply_address(found.rosa, found.question.pk)
    yield found
    connect_as(WEB)


def stored(place):
    connect_as(WORKER)
    with tenant_context(place.organization.pk):
        return [(row.code, bytes(row.raw)) for row in Received.objects.order_by("received_at", "pk")]


def code_of(address):
    return addresses.read(addresses.token_in([address]))[1]


@contextlib.contextmanager
def receiver(url):
    """`manage.py receive`, and the port it said it listens at."""
    env = processes.environment("receiver", INBOUND_URL=url, INBOUND_ADDRESS=ADDRESS, SECRET_KEY=project.SECRET_KEY)
    with processes.running(["manage.py", "receive"], env) as process:
        line = process.stdout.readline().decode()
        yield int(re.search(r"127\.0\.0\.1:(\d+) \(LMTP\)", line)[1]), process


@contextlib.contextmanager
def _refused(words):
    """The database refuses what is done inside, with these words."""
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


def hand_over(port, recipients, raw, sender="rosa@example.org"):
    """What the server says of each recipient, spoken as a mail server speaks LMTP."""
    with smtplib.LMTP("127.0.0.1", port, timeout=30) as lmtp:
        lmtp.ehlo_or_helo_if_needed()
        lmtp.mail(sender)
        for recipient in recipients:
            lmtp.rcpt(recipient)
        lmtp.putcmd("data")
        assert lmtp.getreply()[0] == 354
        lmtp.send(raw.replace(b"\r\n.", b"\r\n..") + b"\r\n.\r\n")
        return [lmtp.getreply()[0] for _recipient in recipients]


@pytest.mark.capability("C277")
def test_a_mail_handed_over_is_stored_and_every_other_taken_and_let_go(place):
    forged = place.address.replace("reply+", "reply+a")
    with receiver("lmtp://127.0.0.1:0") as (port, process):
        told = hand_over(port, [place.address.upper(), "tom@localhost", forged], mails.GMAIL)
        again = hand_over(port, [place.address], mails.GMAIL)
        process.terminate()
        assert process.wait(20) == 0

    assert (told, again) == ([250, 250, 250], [250])
    [(code, raw)] = stored(place)
    assert code == code_of(place.address)
    assert raw.rstrip() == b"Return-Path: <rosa@example.org>\r\n" + mails.GMAIL.rstrip()


def test_a_bounce_keeps_its_empty_sender_and_a_large_mail_its_beginning(place):
    with receiver("lmtp://127.0.0.1:0") as (port, _process):
        hand_over(port, [place.address], mails.raw("x" * (2 * rules.KEPT)), sender="")  # on one line

    [(_code, raw)] = stored(place)
    assert (raw[:17], len(raw)) == (b"Return-Path: <>\r\n", rules.KEPT)


def test_where_the_database_does_not_answer_the_server_is_asked_to_come_again(place, monkeypatch):
    def down(token, raw):
        raise DatabaseError

    monkeypatch.setattr(listening, "store", down)

    assert listening.answer_to(place.address, b"").startswith("451")
    assert listening.answer_to("nobody@localhost", b"").startswith("250")


def test_the_receivers_role_adds_mails_to_one_organization_and_reads_nothing(place):
    connect_as(RECEIVER)

    assert actions.store(addresses.token_in([place.address]), mails.GMAIL) is True
    assert actions.store(addresses.token_in([place.address]), mails.GMAIL) is False
    assert actions.store(addresses.token_of(uuid.uuid4(), "ab" * 7), mails.GMAIL) is False
    for table in ("inbound_received", "inbound_replyaddress", "discussion_post", "tenancy_person", "outbox_message"):
        with tenant_context(place.organization.pk), _refused("permission denied"):
            connection.cursor().execute(f'SELECT 1 FROM "{table}"')
    elsewhere = Received(organization_id=uuid.uuid4(), code="ab", digest="cd", raw=b"")
    with tenant_context(place.organization.pk), _refused("row-level security"):
        elsewhere.save(force_insert=True)

    assert len(stored(place)) == 1


def test_a_mailbox_is_asked_what_was_for_us_is_taken_out_and_the_rest_is_left(place):
    ours, others = mails.raw(mails.WORDS, to=f"Answers <{place.address}>"), mails.raw("Hello", to="info@localhost")
    mailbox = Mailbox(others, ours)
    connect_as(RECEIVER)
    with serving(mailbox) as port:
        there = asking.place_of(f"imap://answers:of-a-mailbox@127.0.0.1:{port}/INBOX")
        assert (asking.fetch(there), asking.fetch(there)) == (1, 0)

    assert mailbox.flags() == {1: ["\\Seen"]}
    [(code, _raw)] = stored(place)
    handling.take_in_waiting(place.organization.pk)
    with tenant_context(place.organization.pk):
        assert (code, answers(place.question)) == (code_of(place.address), SUNG)


def test_killed_between_storing_and_taking_out_a_mail_is_still_one(place):
    mailbox = Mailbox(mails.raw(mails.WORDS, to=place.address))
    connect_as(RECEIVER)
    with serving(mailbox) as port:
        there = asking.place_of(f"imap://answers:of-a-mailbox@127.0.0.1:{port}/INBOX")
        mailbox.breaks_at = b"UID STORE"
        with pytest.raises(asking.DoesNotAnswer):
            asking.fetch(there)
        mailbox.breaks_at = None
        assert asking.fetch(there) == 0

    assert (len(stored(place)), mailbox.mails) == (1, {})


@pytest.mark.parametrize("url", ["imap://answers:wrong@127.0.0.1:{port}", "imap://answers:x@127.0.0.1:1"])
def test_a_mailbox_that_does_not_let_us_in_is_said(url):
    with serving(Mailbox()) as port, pytest.raises(asking.DoesNotAnswer):
        asking.fetch(asking.place_of(url.format(port=port)))


def test_the_address_of_a_mailbox_is_read_with_all_it_says():
    place = asking.place_of("imaps://reply%40x.org:p%2Fw@mail.example/Answers%20here")

    assert place == asking.Place(True, "mail.example", 993, "reply@x.org", "p/w", "Answers here")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "INBOUND_URL is not set"),
        ("lmtp://127.0.0.1:1", "Nobody can listen at 127.0.0.1:1"),
        ("imap://a:b@127.0.0.1:1", "does not answer"),
    ],
)
def test_what_is_in_the_way_is_said_in_one_sentence(transactional_db, url, said):
    env = processes.environment("receiver", INBOUND_URL=url, INBOUND_ADDRESS=ADDRESS)
    if url.startswith("lmtp"):
        env["INBOUND_URL"] = "lmtp://192.0.2.1:1"  # TEST-NET-1 (RFC 5737): no machine has it
        said = "Nobody can listen at 192.0.2.1:1"
    words = [sys.executable, "manage.py", "receive", "--once"]
    done = subprocess.run(words, cwd=project.BASE_DIR, env=env, capture_output=True, text=True, timeout=120)

    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
