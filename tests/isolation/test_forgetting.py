"""Remove for good takes one's own words alone: a colleague's words, mails and drafts stay as they are."""

import datetime
import uuid

import pytest
from django.db import connection

from collaborative.drafts.actions import keep_draft, words_of
from collaborative.isolation.context import tenant_context
from collaborative.isolation.forgetting import NothingToForget, forget_words
from collaborative.outbox.actions import gather, write_message
from collaborative.outbox.models import Message, Notice
from collaborative.tenancy.enums import Role
from pdsa import actions
from pdsa.models import PDSACycle
from tests import factories
from tests.factories.discussion import post
from tests.factories.pdsa import TODAY, acting_as, cycle

HERS = "Two fathers stayed until the song was over"


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def leader(team):
    return factories.member(Role.TEAM_LEADER, team=team)


@pytest.fixture
def shared(teacher):
    return cycle(teacher, what="See if Zebulon points", audience="team")


def saw(member, row, words):
    with acting_as(member):
        actions.do(row, saw=words, by=member.person, on=TODAY)


def forget(member, row):
    with acting_as(member):
        return forget_words(row._meta.db_table, row.pk)


def versions(member, column):
    """Each version of these words in the history, first to last, without those that did not change them."""
    with acting_as(member):
        said = PDSACycle.pgh_event_model.objects.order_by("pgh_id").values_list(column, flat=True)
        return [words for words, before in zip(said, [None, *said], strict=False) if words != before]


def standing(member, row):
    with acting_as(member):
        row.refresh_from_db()
    return row.what, row.saw


def test_what_a_colleague_wrote_in_another_box_stays(teacher, leader, shared):
    saw(leader, shared, HERS)

    forget(teacher, shared)

    assert standing(teacher, shared) == ("", HERS)
    assert (versions(teacher, "what"), versions(teacher, "saw")) == ([""], ["", HERS])


def test_a_full_stop_does_not_make_a_colleagues_words_ones_own_in_the_history(teacher, leader, shared):
    saw(leader, shared, HERS)
    saw(teacher, shared, f"{HERS}.")

    forget(teacher, shared)

    assert standing(teacher, shared) == ("", "")
    assert versions(teacher, "saw") == ["", HERS, ""]


def test_words_a_colleague_wrote_over_stay_on_the_page_and_ones_own_earlier_ones_go(teacher, leader, shared):
    saw(teacher, shared, "Zebulon pointed at last")
    saw(leader, shared, HERS)

    assert forget(teacher, shared) == 2

    assert standing(teacher, shared) == ("", HERS)
    assert versions(teacher, "saw") == ["", HERS]


def test_a_colleague_takes_back_her_own_words_in_somebody_elses_try(teacher, leader, shared):
    saw(leader, shared, HERS)

    assert forget(leader, shared) == 1

    assert standing(teacher, shared) == ("See if Zebulon points", "")
    assert versions(teacher, "saw") == [""]


def test_ones_own_words_in_versions_that_colleagues_made_go_as_well(teacher, leader, shared):
    saw(leader, shared, HERS)
    saw(leader, shared, f"{HERS} twice")

    forget(teacher, shared)

    with acting_as(teacher):
        left = PDSACycle.pgh_event_model.objects.filter(what__contains="Zebulon").count()
    assert left == 0


def test_what_was_removed_is_removed_once(teacher):
    words = post(teacher, text="Zebulon")
    forget(teacher, words)

    with pytest.raises(NothingToForget):
        forget(teacher, words)


def test_other_peoples_mails_stay_whole_whatever_the_removed_words_were(teacher, leader, organization):
    short = post(teacher, text="e")
    mail = {"to": "x@example.org", "subject": "Numbers, whenever", "body": "Open the page", "slot": "numbers"}
    quoting = {**mail, "slot": "quoting", "subject": "Somebody wrote", "body": "Somebody wrote: e"}
    with acting_as(leader):
        write_message(**mail, person_id=leader.person_id)
        write_message(**quoting, person_id=leader.person_id, quotes=short.pk)
        write_message(**{**quoting, "slot": "another"}, person_id=leader.person_id, quotes=uuid.uuid4())

    forget(teacher, short)

    with tenant_context(organization.pk, person_id=leader.person_id):
        found = {row.slot: (row.subject, row.body, row.state) for row in Message.objects.all()}
    assert found == {
        "numbers": ("Numbers, whenever", "Open the page", "waiting"),
        "quoting": ("Words removed by their author.", "Words removed by their author.", "dropped"),
        "another": ("Somebody wrote", "Somebody wrote: e", "waiting"),
    }


def test_a_gathered_message_loses_the_one_paragraph_that_is_about_the_row(teacher, leader, organization):
    words, other = post(teacher, text="Zebulon"), uuid.uuid4()
    with tenant_context(organization.pk, person_id=leader.person_id):
        key = {"person_id": leader.person_id, "kind": "post", "due_on": datetime.date(2026, 11, 10)}
        said = {
            Notice.objects.create(**key, about_id=words.pk): "Somebody: Zebulon",
            Notice.objects.create(**key, about_id=other): "Somebody: Hello",
        }
        gather(
            list(said), {row.pk: paragraph for row, paragraph in said.items()}, opening="Hi.", closing="Bye.",
            to="x@example.org", subject="This week", slot="week", person_id=leader.person_id,
        )  # fmt: skip

    forget(teacher, words)

    with tenant_context(organization.pk, person_id=leader.person_id):
        message = Message.objects.get()
        notices = {row.about_id: (row.words, row.dropped_at is None) for row in Notice.objects.all()}
    assert (message.body, message.state) == ("Hi.\n\n\n\nSomebody: Hello\n\nBye.", "waiting")
    assert notices == {words.pk: ("", False), other: ("Somebody: Hello", True)}


def test_ones_own_draft_goes_and_a_colleagues_stays(teacher, leader, shared):
    key = {"form": "try-do", "thing_id": shared.pk}
    for member in (teacher, leader):
        with acting_as(member):
            keep_draft(**key, words={"saw": "typed"}, by=member.person_id)

    forget(teacher, shared)

    left = []
    for member in (teacher, leader):
        with acting_as(member):
            left.append(words_of(**key, by=member.person_id))
    assert left == [{}, {"saw": "typed"}]


def test_the_database_finds_quoting_messages_by_an_index(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'message_quotes'")
        assert "quotes IS NOT NULL" in cursor.fetchone()[0]
