"""The sender as a process of its own, against a real mail server: nothing is lost, and nothing is said twice."""

import signal
import uuid

import pytest
from django.db import connection

from collaborative.isolation.context import tenant_context
from collaborative.outbox import actions
from collaborative.outbox.models import Message, MessageState
from tests import processes

SEND = ["manage.py", "send"]


@pytest.fixture
def write(as_role):
    """Write this many messages as the web; from then on the test looks on as the sender."""

    def written(number, start=0):
        as_role("app_web")
        with tenant_context(uuid.UUID(int=1)):
            ids = [
                actions.write_message(
                    to=f"person-{at}@example.org", subject="Hello", body=f"Number {at}.", slot="one"
                ).message_id
                for at in range(start, start + number)
            ]
        as_role("app_sender")
        return ids

    return written


def sent():
    return Message.objects.filter(state=MessageState.SENT).count()


def environment(address):
    return processes.environment("sender", EMAIL_URL=address)


@pytest.mark.capability("C222")
def test_every_message_leaves_once_and_later_ones_at_once(write, mail_server):
    mailbox, address = mail_server
    ids = write(5)
    with processes.running(SEND, environment(address)) as sender:
        assert processes.wait_until(lambda: len(mailbox.mails) == 5)
        ids += write(5, start=5)
        assert processes.wait_until(lambda: len(mailbox.mails) == 10, seconds=3)  # it listens; the poll takes five
        assert processes.wait_until(lambda: sent() == 10)

        sender.send_signal(signal.SIGTERM)
        assert sender.wait(10) == 0

    assert sorted(mailbox.ids) == sorted(ids)


@pytest.mark.slow
def test_a_sender_whose_database_connection_breaks_makes_a_new_one(write, mail_server):
    mailbox, address = mail_server
    ids = write(1)
    with processes.running(SEND, environment(address)):
        assert processes.wait_until(lambda: sent() == 1)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = current_user AND pid <> pg_backend_pid()"
            )
        ids += write(1, start=1)

        assert processes.wait_until(lambda: sent() == 2)

    assert mailbox.ids == ids


@pytest.mark.slow
def test_a_sender_killed_midway_loses_nothing_and_repeats_only_what_was_in_its_hands(write, mail_server):
    mailbox, address = mail_server
    mailbox.seconds = 0.05
    ids = write(30)
    kills = 0
    for enough in (5, 12, 20):
        with processes.running(SEND, environment(address)) as sender:
            assert processes.wait_until(lambda enough=enough: len(mailbox.mails) >= enough, pause=0.005)
            sender.kill()
            kills += 1
        Message.objects.filter(state=MessageState.WAITING).update(leased_until=None)  # as if two minutes had passed

    with processes.running([*SEND, "--once"], environment(address)) as sender:
        assert sender.wait(20) == 0

    assert sent() == 30
    assert set(mailbox.ids) == set(ids)
    assert len(mailbox.ids) - 30 <= kills


def test_two_senders_share_the_work_and_send_nothing_twice(write, mail_server):
    mailbox, address = mail_server
    ids = write(60)
    with (
        processes.running([*SEND, "--once"], environment(address)) as one,
        processes.running([*SEND, "--once"], environment(address)) as other,
    ):
        assert (one.wait(30), other.wait(30)) == (0, 0)

    assert sorted(mailbox.ids) == sorted(ids)


def test_the_sender_refuses_a_role_that_row_level_security_does_not_hold(transactional_db, mail_server):
    from_owner = processes.environment("sender", EMAIL_URL=mail_server[1])
    from_owner["DATABASE_SENDER_URL"] = from_owner["DATABASE_SENDER_URL"].replace("app_sender@", "owner@")

    with processes.running(SEND, from_owner) as sender:
        said, _nothing = sender.communicate(timeout=20)

    assert sender.returncode == 1
    assert b"The database role owner is not held by row-level security." in said


def test_a_mail_server_that_is_down_is_said_and_nothing_is_lost(write):
    write(1)
    with processes.running([*SEND, "--once"], environment("smtp://127.0.0.1:1")) as sender:
        said, _nothing = sender.communicate(timeout=20)

    assert sender.returncode == 1
    assert b"Nothing is lost" in said
    assert list(Message.objects.values_list("state", "attempts")) == [(MessageState.WAITING, 0)]
