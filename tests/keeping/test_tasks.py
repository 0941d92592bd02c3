"""What has been kept long enough goes: rows, history and files, in each organization, by the worker, once."""

import datetime
import uuid
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from collaborative.discussion import actions as talk
from collaborative.discussion.models import Post, PostReply
from collaborative.drafts.actions import keep_draft
from collaborative.drafts.models import Draft
from collaborative.files.models import StoredFile
from collaborative.isolation.clearing import ORDER, clear_table
from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.isolation.models import RowKey
from collaborative.outbox import actions as outbox
from collaborative.outbox.enums import MessageState
from collaborative.outbox.models import Message, Notice
from collaborative.outbox.sending import clear_sign_in_mails
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import SentForm
from pdsa.actions import start_next
from pdsa.models import CycleAnswer, PDSACycle
from portal.keeping import actions, rules, tasks
from tests import factories
from tests.conftest import connect_as
from tests.factories import pdsa
from tests.factories.discussion import post, reply, sheet
from tests.factories.pdsa import acting_as

NOW = timezone.now()
A_DAY = datetime.timedelta(days=1)


def test_everything_that_can_be_cleared_has_a_history_to_clear():
    tables = {model._meta.db_table for model in apps.get_models()}

    assert {table for table in ORDER if table not in tables or f"{table}event" not in tables} == set()


def test_every_table_that_points_to_files_is_asked_before_one_goes():
    pointing = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, RowKey) and field.remote_field.model is StoredFile
        if not hasattr(model, "pgh_tracked_model")
    }

    assert pointing == {label for label, _key in actions.POINTS_TO_FILES}
    assert len(pointing) == 7


@pytest.fixture
def place(transactional_db):
    """Two organizations with the same things in them, some taken away long ago."""
    return [_organization() for _number in range(2)]


def _organization():
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        team = factories.team(factories.collaborative())
        member = factories.member(Role.TEACHER, team=team)
    old, young, kept = (post(member, text=words, upload=sheet()) for words in ("OLD", "YOUNG", "KEPT"))
    reply(old, member, text="OLD ANSWER")
    cycle = pdsa.cycle(member, what="OLD TRY")
    with acting_as(member):
        for row, days in ((old, 31), (cycle, 31), (young, 29)):
            taken_away(row, days, member)
    age_files(organization_id)
    return SimpleNamespace(organization_id=organization_id, member=member, team=team, kept=kept)


def taken_away(row, days, member):
    hidden_at = NOW - days * A_DAY
    type(row).objects.filter(pk=row.pk).update(hidden_at=hidden_at, hidden_by_id=member.person_id)


def age_files(organization_id):
    as_worker(lambda: StoredFile.objects.update(created_at=NOW - 40 * A_DAY), organization_id)


def as_worker(work, organization_id=None):
    """Do something as the worker's role, in an organization or above them."""
    connect_as("app_worker")
    try:
        if organization_id is None:
            return work()
        with tenant_context(organization_id):
            return work()
    finally:
        connect_as("app_web")


def words_left(organization_id):
    """Every word of ours in rows, history and files of an organization, as the worker sees them."""

    def read():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT text FROM discussion_post UNION SELECT text FROM discussion_postevent"
                " UNION SELECT text FROM discussion_postreply UNION SELECT text FROM discussion_postreplyevent"
                " UNION SELECT what FROM pdsa_pdsacycle UNION SELECT what FROM pdsa_pdsacycleevent"
            )
            return {row[0] for row in cursor.fetchall()}, StoredFile.objects.count()

    return as_worker(read, organization_id)


def test_after_thirty_days_the_trash_goes_with_its_history_answers_and_files(place):
    before = words_left(place[0].organization_id)

    as_worker(tasks.clear_away)
    after = [words_left(one.organization_id) for one in place]
    as_worker(tasks.clear_away)

    assert before == ({"OLD", "YOUNG", "KEPT", "OLD ANSWER", "OLD TRY"}, 3)
    assert after == [({"YOUNG", "KEPT"}, 2)] * 2
    assert [words_left(one.organization_id) for one in place] == after


def test_what_something_still_hangs_on_waits(place):
    member = place[0].member
    first = pdsa.cycle(member, what="FIRST")
    with acting_as(member):
        on, look_back_on = pdsa.TODAY, pdsa.TUESDAY
        second = start_next(first, by=member.person, on=on, what="SECOND", look_back_on=look_back_on)
        taken_away(first, 31, member)

    as_worker(tasks.clear_away)

    kept = as_worker(lambda: set(PDSACycle.objects.values_list("pk", flat=True)), place[0].organization_id)
    assert {first.pk, second.pk} <= kept


def test_the_web_may_not_clear_and_nobody_clears_another_table(place):
    one = place[0]
    with tenant_context(one.organization_id), pytest.raises(DatabaseError), transaction.atomic():
        clear_table("discussion_post")

    def other_table():
        with pytest.raises(DatabaseError), transaction.atomic():
            clear_table("tenancy_person")

    as_worker(other_table, one.organization_id)


def test_clearing_one_organization_touches_no_other(place):
    one, other = place

    as_worker(lambda: actions.clear_trash(NOW), one.organization_id)

    assert words_left(other.organization_id)[0] == {"OLD", "YOUNG", "KEPT", "OLD ANSWER", "OLD TRY"}


def test_what_is_brought_back_in_time_stays_with_everything_under_it(place):
    one = place[0]
    made = post(one.member, text="BACK")
    answer = reply(made, one.member)
    with acting_as(one.member):
        talk.hide(made, by=one.member.person)
        talk.bring_back(made)

    as_worker(tasks.clear_away)

    with acting_as(one.member):
        assert Post.objects.filter(pk=made.pk).exists()
        assert PostReply.objects.filter(pk=answer.pk).exists()
        assert CycleAnswer.objects.count() == 0


def message(organization_id, slot, days, state):
    def write():
        row = outbox.write_message(to="a@example.org", subject="s", body="b", slot=slot)
        notice = outbox.notice(person_id=uuid.uuid4(), kind="numbers", about_id=uuid.uuid4(), due_on=NOW.date())
        Notice.objects.filter(pk=notice.pk).update(message=row)
        Message.objects.filter(pk=row.pk).update(created_at=NOW - days * A_DAY, state=state)

    as_worker(write, organization_id)


def test_mails_go_half_a_year_after_they_left_with_what_they_said(place):
    here = place[0].organization_id
    keep = rules.MAILS.days
    for slot, days, state in (
        ("old", keep + 1, MessageState.SENT), ("given up", keep + 1, MessageState.GIVEN_UP),
        ("waiting", keep + 1, MessageState.WAITING), ("young", keep - 1, MessageState.SENT),
    ):  # fmt: skip
        message(here, slot, days, state)

    as_worker(tasks.clear_away)

    def left():
        return sorted(Message.objects.values_list("slot", flat=True)), Notice.objects.exclude(message=None).count()

    assert as_worker(left, here) == (["waiting", "young"], 2)
    assert as_worker(lambda: Notice.objects.filter(message=None).count(), here) == 0


def test_keys_of_sent_forms_go_after_a_day_and_drafts_after_thirty(place):
    one = place[0]
    with acting_as(one.member):
        for name in ("old", "young"):
            SentForm.objects.create(person_id=one.member.person_id, form_key=uuid.uuid4(), location=name)
            keep_draft(form=name, thing_id=uuid.uuid4(), words={}, by=one.member.person_id)

    def age():
        SentForm.objects.filter(location="old").update(sent_at=NOW - 2 * A_DAY)
        Draft.objects.filter(form="old").update(updated_at=NOW - 31 * A_DAY)

    as_worker(age, one.organization_id)
    as_worker(tasks.clear_away)

    def left():
        return [*SentForm.objects.values_list("location", flat=True), *Draft.objects.values_list("form", flat=True)]

    assert as_worker(left, one.organization_id) == ["young", "young"]


def test_sessions_that_ended_go_with_their_devices(place, client):
    user = place[0].member.person.user
    client.force_login(user)
    Session.objects.create(session_key="ended", session_data="", expire_date=NOW - A_DAY)
    with connection.cursor() as cursor:
        for key in ("ended", client.session.session_key):
            cursor.execute(
                "INSERT INTO usersessions_usersession (user_id, session_key, created_at, last_seen_at, ip, user_agent,"
                " data) VALUES (%s, %s, now(), now(), '127.0.0.1', '', '{}')",
                [user.pk, key],
            )
        cursor.execute("INSERT INTO cache_entries VALUES ('old', '', now() - interval '1 day')")

    as_worker(tasks.clear_away)

    with connection.cursor() as cursor:
        cursor.execute("SELECT session_key FROM usersessions_usersession")
        devices = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM cache_entries WHERE cache_key = 'old'")
        assert cursor.fetchone() == (0,)
    assert devices == [(client.session.session_key,)]
    assert not Session.objects.filter(session_key="ended").exists()


def test_mails_about_signing_in_go_after_a_day_by_the_sender_alone(transactional_db):
    for slot, days in (("old", 2), ("young", 0)):
        with transaction.atomic():
            row = outbox.write_message(to="a@example.org", subject="s", body="", slot=slot, organization_id=None)
        connect_as("app_sender")
        Message.objects.filter(pk=row.pk).update(state=MessageState.SENT, created_at=NOW - days * A_DAY)
        connect_as("app_web")

    by_worker = as_worker(lambda: Message.objects.filter(organization_id=None).delete()[0])
    connect_as("app_sender")
    cleared, left = clear_sign_in_mails(NOW), list(Message.objects.values_list("slot", flat=True))
    connect_as("app_web")

    assert (by_worker, cleared, left) == (0, 1, ["young"])


def test_a_step_that_breaks_in_one_organization_keeps_no_other_from_its_turn(place, monkeypatch):
    broken = place[0].organization_id

    def step(organization_id, now):
        if organization_id == broken:
            raise ValueError
        done.append(organization_id)

    done = []
    monkeypatch.setattr(tasks, "clear_organization", step)
    as_worker(tasks.clear_away)

    assert place[1].organization_id in done
