import datetime
import uuid

import pytest
from django.db import connection

from collaborative.isolation.context import tenant_context
from collaborative.outbox import actions
from collaborative.outbox.models import Message, Notice, NoticeKind

DAY = datetime.date(2026, 11, 25)


def write(**values):
    return actions.write_message(
        **{"to": "rosa@example.org", "subject": "Hello", "body": "Hi Rosa.", "slot": "one", **values}
    )


def test_a_message_is_written_once_for_its_slot(organization):
    person_id = uuid.uuid4()

    first, second = write(person_id=person_id), write(person_id=person_id)

    assert (first is None, second is None) == (False, True)
    with tenant_context(organization.pk, person_id=person_id):
        assert [row.message_id for row in Message.objects.all()] == [f"<{first.pk}@localhost>"]


def test_a_sign_in_mail_belongs_to_no_organization(organization):
    message = write(organization_id=None, erase_when_sent=True)

    assert (message.organization_id, message.erase_when_sent) == (None, True)


def test_names_and_subjects_cannot_begin_a_new_header(organization):
    message = write(subject="A\nBcc: x@example.org", from_name="Amal\r\nX: y")

    assert (message.subject, message.from_name) == ("A Bcc: x@example.org", "Amal X: y")


def test_a_written_message_wakes_the_sender(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("LISTEN outbox")
    with tenant_context(uuid.uuid4()):
        write()

    connection.connection.poll()
    assert [notify.channel for notify in connection.connection.notifies] == ["outbox"]


@pytest.mark.capability("C145")
def test_the_same_thing_is_said_once_for_its_day(as_role):
    as_role("app_worker")
    person_id, about_id = uuid.uuid4(), uuid.uuid4()
    due = {"person_id": person_id, "kind": NoticeKind.NUMBERS, "about_id": about_id, "due_on": DAY}
    with tenant_context(uuid.uuid4()):
        first, second = actions.notice(**due), actions.notice(**due)
        later = actions.notice(**{**due, "due_on": DAY + datetime.timedelta(7)})

        assert first == second != later
        assert actions.drop_notices(NoticeKind.NUMBERS, about_id) == 2
        assert list(Notice.objects.holding()) == []


def test_what_holds_again_before_it_was_sent_is_no_longer_dropped(as_role):
    as_role("app_worker")
    about_id = uuid.uuid4()
    due = {"person_id": uuid.uuid4(), "kind": NoticeKind.LOOK_BACK, "about_id": about_id, "due_on": DAY}
    with tenant_context(uuid.uuid4()):
        row = actions.notice(**due)
        actions.drop_notices(NoticeKind.LOOK_BACK, about_id)

        assert actions.notice(**due).dropped_at is None

        header = {"to": "rosa@example.org", "subject": "S", "slot": "x"}
        message = actions.gather([row], {row.pk: "Words."}, opening="Hi.", closing="", **header)
        Message.objects.filter(pk=message.pk).update(state="sent")
        actions.drop_notices(NoticeKind.LOOK_BACK, about_id)
        assert actions.notice(**due).dropped_at is not None  # it was said; it is not said again


def test_one_message_gathers_many_notices(as_role):
    as_role("app_worker")
    with tenant_context(uuid.uuid4()):
        rows = [
            actions.notice(person_id=uuid.uuid4(), kind=kind, about_id=uuid.uuid4(), due_on=DAY)
            for kind in (NoticeKind.NUMBERS, NoticeKind.LOOK_BACK)
        ]
        words = {rows[0].pk: "About numbers.", rows[1].pk: "About a try."}
        message = actions.gather(rows, words, opening="Hi.", closing="Bye.", to="a@b.org", subject="S", slot="x")

        assert message.body == "Hi.\n\nAbout numbers.\n\nAbout a try.\n\nBye."
        assert [(row.message_id, row.words) for row in Notice.objects.order_by("pk")] == [
            (message.pk, "About numbers."),
            (message.pk, "About a try."),
        ]


def test_an_action_of_the_web_can_drop_notices_it_did_not_write(organization):
    actions.notice(person_id=uuid.uuid4(), kind=NoticeKind.ANSWERS, about_id=organization.pk, due_on=DAY)

    assert actions.drop_notices(NoticeKind.ANSWERS, organization.pk) == 1
