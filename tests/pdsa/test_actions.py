"""What holds after each action, and what it refuses."""

import datetime
import uuid
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from collaborative.drafts.actions import keep_draft
from collaborative.files.models import StoredFile
from collaborative.isolation.context import Context, entered
from collaborative.isolation.forgetting import forget_words
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.outbox.models import Message
from collaborative.tenancy.enums import Role
from pdsa import actions
from pdsa.models import CycleAnswer, PDSACycle, Photo
from tests import factories
from tests.conftest import OWNER, WEB, connect_as
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, group, picture

NAME = "Zebulon"


def test_start_next_carries_the_context_over(teacher, team_leader, collaborative):
    chosen = driver(collaborative)
    begun = cycle(teacher, audience="team", title="Songs", where="At the door", driver=chosen, prediction="They sing")

    with acting_as(team_leader):
        following = actions.start_next(
            begun, what="Two songs", look_back_on=TUESDAY, where="At lunch", by=team_leader.person, on=TODAY
        )

    assert (following.title, following.where, following.driver_id) == ("Songs", "At lunch", chosen.pk)
    assert (following.prediction, following.audience, following.author_id) == ("", "self", team_leader.person_id)
    assert (following.ramp_id, following.grown_from_id) == (begun.ramp_id, begun.pk)


def test_words_are_saved_on_the_version_they_were_read_at_or_not_at_all(teacher):
    own = cycle(teacher)

    with acting_as(teacher):
        actions.do(own, did="First", by=teacher.person, on=TODAY, version=1)
        with pytest.raises(ChangedMeanwhile) as changed:
            actions.do(own, did="Second", by=teacher.person, on=TODAY, version=1)

    assert (changed.value.current.did, changed.value.current.version) == ("First", 2)


def test_deciding_keeps_its_first_day(teacher):
    own = cycle(teacher)

    with acting_as(teacher):
        actions.do(own, did="We sang", by=teacher.person, on=TODAY)
        actions.act(own, decision="grow", by=teacher.person, on=TODAY)
        actions.act(own, decision="let_go", by=teacher.person, on=TUESDAY)

    assert (own.decision, own.decided_on, own.stage) == ("let_go", TODAY, "closed")


def test_a_role_group_is_named_and_of_the_same_collaborative(teacher):
    own = cycle(teacher)
    elsewhere = group(factories.collaborative(), Role.TEACHER)

    with acting_as(teacher):
        for circle in (None, elsewhere):
            with pytest.raises(actions.NotYourGroup):
                actions.share_cycle(own, audience="group", group=circle, by=teacher.person, on=TODAY)


def test_showing_less_takes_photos_and_answers_along(teacher, team_leader, other_teacher):
    posted = cycle(teacher, audience="all")
    with acting_as(team_leader):
        actions.add_photo(posted, upload=picture(), everyone_agreed=True, by=team_leader.person, on=TODAY)
    with acting_as(other_teacher):
        actions.thank(posted, text="Thank you", by=other_teacher.person, on=TODAY)

    with acting_as(teacher):
        actions.share_cycle(posted, audience="team", by=teacher.person, on=TODAY)

    with acting_as(other_teacher):
        assert (Photo.objects.count(), StoredFile.objects.count(), PDSACycle.objects.count()) == (0, 0, 0)
    with acting_as(team_leader):
        assert (Photo.objects.count(), StoredFile.objects.count(), CycleAnswer.objects.count()) == (1, 1, 1)


def test_a_try_that_is_not_shown_to_all_cannot_be_brought_to_another_team(teacher, other_teacher):
    posted = cycle(teacher, audience="team")

    with acting_as(teacher), pytest.raises(actions.NotAnotherTeam):
        actions.ask_team(posted, team=other_teacher.team, by=teacher.person, on=TODAY)


def test_an_answer_of_spaces_says_nothing(teacher):
    posted = cycle(teacher, audience="all")

    with acting_as(teacher), pytest.raises(actions.SaySomething):
        actions.answer_cycle(posted, text="  ", admire="", by=teacher.person, on=TODAY)


def test_the_same_answer_sent_once_more_stays_one_and_other_words_are_another(teacher, other_teacher):
    posted = cycle(teacher, audience="all")

    with acting_as(other_teacher):
        said = [
            actions.answer_cycle(posted, text=text, by=other_teacher.person, on=TODAY)
            for text in ("We sing too.", "We sing too.", "We sing too, at lunch.")
        ]

        actions.hide(said[0], by=other_teacher.person, on=TODAY)
        after_taking_it_away = actions.answer_cycle(posted, text="We sing too.", by=other_teacher.person, on=TODAY)

    assert said[0] == said[1]
    assert len({said[0], said[2], after_taking_it_away}) == 3


def test_only_whoever_wrote_it_takes_it_away_or_back(teacher, team_leader):
    posted = cycle(teacher, audience="team")

    with acting_as(team_leader):
        for action in (
            lambda: actions.hide(posted, by=team_leader.person, on=TODAY),
            lambda: actions.restore(posted, by=team_leader.person),
        ):
            with pytest.raises(actions.NotYours):
                action()


def everywhere(word):
    """Every table and column in which whoever is acting finds the word."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'bytea')"
            " AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT') ORDER BY 1, 2"
        )
        for table, column, kind in cursor.fetchall():
            said = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {said} LIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append((table, column))
    return found


@pytest.mark.capability("C167")
def test_a_forgotten_word_stands_nowhere_any_more(teacher, team_leader, other_teacher):
    posted = cycle(teacher, what=f"See if {NAME} points", audience="all")
    with acting_as(team_leader):
        actions.do(posted, did="We sang.", by=team_leader.person, on=TODAY)
    with acting_as(teacher):
        actions.do(posted, saw=f"{NAME} pointed", by=teacher.person, on=TODAY)
        actions.do(posted, saw="One child pointed", by=teacher.person, on=TODAY)
        photo = actions.add_photo(posted, upload=picture(), description=f"{NAME} again", by=teacher.person, on=TODAY)
        keep_draft(form="try-do", thing_id=posted.pk, words={"did": f"{NAME} did"}, by=teacher.person_id)
        Message.objects.create(
            organization_id=posted.organization_id, person_id=teacher.person_id, slot="s", to="a@example.org",
            subject="Hello", message_id="m", body=f"You wrote: See if {NAME} points", state="waiting",
            quotes=posted.pk,
        )  # fmt: skip

    with acting_as(teacher):
        before = everywhere(NAME)
        actions.forget(posted, by=teacher.person)
        photo.refresh_from_db()
        photo_left = (photo.description, bytes(photo.file.content))
        message = Message.objects.get()
        words = set(PDSACycle.pgh_event_model.objects.values_list("what", "saw", "did"))
    assert before == [
        ("drafts_draft", "words"),
        ("outbox_message", "body"),
        ("pdsa_pdsacycle", "what"),
        ("pdsa_pdsacycleevent", "saw"),
        ("pdsa_pdsacycleevent", "what"),
        ("pdsa_photo", "description"),
        ("pdsa_photoevent", "description"),
    ]
    assert (posted.what, posted.saw, posted.did) == ("", "", "We sang.")
    assert posted.forgotten_at is not None
    assert words == {("", "", ""), ("", "", "We sang.")}
    assert photo_left == ("", b"")
    assert (message.body, message.state) == ("Words removed by their author.", "dropped")
    for reader in (teacher, team_leader, other_teacher):
        with acting_as(reader):
            assert everywhere(NAME) == []


def test_nobody_forgets_what_somebody_else_wrote(teacher, team_leader):
    posted = cycle(teacher, audience="team")

    with acting_as(team_leader):
        with pytest.raises(actions.TooLongAgo):
            actions.forget(posted, by=team_leader.person)
        assert PDSACycle.objects.get().what == "Sing one song before coming in"


@pytest.mark.parametrize("table", ["tenancy_person", "pdsa_pdsacycleevent", "pg_class"])
def test_tables_that_are_not_listed_are_refused(teacher, table):
    own = cycle(teacher)

    with acting_as(teacher), pytest.raises(Exception, match="not for this table"), transaction.atomic():
        forget_words(table, own.pk)


def test_another_organization_is_out_of_reach_of_forgetting(teacher):
    own = cycle(teacher)
    outsider = factories.person()

    with acting_as(teacher), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.organization', %s, true)", [str(outsider.pk)])
        cursor.execute("SELECT forget('pdsa_pdsacycle', %s)", [own.pk])
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_words_older_than_a_day_stay(transactional_db):
    with a_place_of_its_own() as teacher:
        own = cycle(teacher, what="Old words")
        organization_id = own.organization_id
    _age_history(organization_id, days=2)

    with acting_as(teacher):
        with pytest.raises(actions.TooLongAgo):
            actions.forget(own, by=teacher.person)
        actions.do(own, did=f"{NAME} sang", by=teacher.person, on=TODAY)
        actions.forget(own, by=teacher.person)

    assert (own.what, own.did) == ("Old words", "")


@contextmanager
def a_place_of_its_own():
    """A teacher in an organization of their own: the usual fixtures would be rolled back, and this test commits."""
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        yield factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))


def _age_history(organization_id, *, days):
    """Only the owner may change history; here it does so to let time pass."""
    connect_as(OWNER)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.organization', %s, false)", [str(organization_id)])
            cursor.execute(
                "UPDATE pdsa_pdsacycleevent SET pgh_created_at = pgh_created_at - %s", [datetime.timedelta(days=days)]
            )
            assert cursor.rowcount
    finally:
        connect_as(WEB)
