"""What is gathered, for whom, in whose words, and when nothing is said. Tuesday 10 November 2026, 10:00 there."""

import datetime
from datetime import date, timedelta

import pytest

from collaborative.outbox.models import Message, MessageState, Notice
from collaborative.tenancy.actions.leaving import leave
from collaborative.tenancy.enums import CollaborativeState
from collaborative.tenancy.models import Collaborative
from portal.notices import actions
from tests.factories import metrics, schedule
from tests.factories.notices import (
    DAY,
    OCTOBER,
    TUESDAY,
    TUESDAY_MORNING,
    WEEK,
    came_in,
    maple_street,
    messages,
    try_of,
)

SENTENCE_8 = """Hi Rosa, it is Amal from the project team.

I do not have Maple Street's October numbers yet. If it was a hard month, just reply “not this month” and I will note it for you. http://localhost:8000/{organization}/sel/metrics/enter/

Would ten minutes on the phone help? I am at 555-0175. This note went only to you."""  # noqa: E501


@pytest.mark.capability("C145")
def test_one_warm_note_goes_to_whoever_enters_the_numbers(workplace, place, gather):
    [message] = gather()

    assert message.to == "rosa@example.org"
    assert (message.from_name, message.reply_to) == ("Amal", "amal@example.org")
    assert message.subject == "Numbers of Maple Street, whenever you have them"
    said, _between, why = message.body.rpartition("\n\n")
    assert said == SENTENCE_8.format(organization=workplace.slug)
    assert why.startswith("Why do I get this? ")
    assert message.not_after == datetime.datetime(2026, 11, 11, 0, tzinfo=datetime.UTC)


@pytest.mark.capability("C034")
def test_nothing_goes_to_a_center_that_has_left(place, gather):
    leave(place.team, left_on=TUESDAY, words_after="stay", by=place.amal, on=TUESDAY)

    assert gather() == []


@pytest.mark.capability("C034")
def test_nothing_is_still_to_come_from_a_team_that_has_left_even_where_somebody_has_a_place_on_it(place, gather):
    type(place.team).objects.filter(pk=place.team.pk).update(left_on=TUESDAY, words_after="stay")

    assert gather() == []


def test_it_goes_to_the_team_leader_where_nobody_has_the_numbers_in_hand(place, gather):
    place.rosa.memberships.update(is_data_point_person=False)

    assert [message.to for message in gather()] == ["denise@example.org"]


def test_nothing_is_said_about_numbers_that_are_in_or_could_not_be_counted(place, gather):
    came_in(place)
    assert gather() == []


def test_not_this_time_is_an_answer(place, gather):
    metrics.observation(place.team, metrics.definition(place.metric), OCTOBER, reason="Two of us were ill.")
    assert gather() == []


def test_a_month_is_not_asked_for_before_its_day(place, gather):
    assert gather(TUESDAY_MORNING - WEEK) == []  # 3 November


def test_as_often_as_one_gathers_it_is_said_once(place, gather):
    gather()
    gather()
    Message.objects.update(state=MessageState.SENT)

    assert len(gather(TUESDAY_MORNING + WEEK)) == 1


def test_a_person_gets_one_message_a_week_with_everything_in_it(place, gather):
    place.rosa.memberships.update(is_data_point_person=False)  # Denise leads the team and the try
    try_of(place, TUESDAY - DAY)

    [message] = gather()

    assert message.to == "denise@example.org"
    assert message.subject == "This week, from Amal"
    assert message.body.split("\n\n")[1].startswith("Mon 9 November was the day you chose to look back")
    assert message.body.split("\n\n")[2].startswith("I do not have Maple Street's October numbers yet.")
    assert set(Notice.objects.values_list("message_id", flat=True)) == {message.pk}

    try_of(place, TUESDAY)
    assert len(gather(TUESDAY_MORNING + DAY)) == 1  # what comes up on Wednesday waits for next week
    assert len(gather(TUESDAY_MORNING + timedelta(days=6))) == 2


@pytest.mark.parametrize(
    "now",
    [
        TUESDAY_MORNING - timedelta(hours=8),  # two at night
        TUESDAY_MORNING + timedelta(hours=10),  # eight in the evening
        TUESDAY_MORNING + timedelta(days=4),  # Saturday
        TUESDAY_MORNING + DAY,  # Veterans Day
    ],
)
def test_nights_weekends_and_holidays_are_silent(place, gather, now):
    assert gather(now) == []
    assert Notice.objects.count() == 1


def test_days_on_which_the_center_is_closed_are_silent(place, gather):
    schedule.closure(place.team.center, starts_on=TUESDAY, ends_on=TUESDAY)

    assert gather() == []


def test_a_person_who_works_at_night_is_written_to_at_night(place, gather):
    place.rosa.quiet_from, place.rosa.quiet_until = datetime.time(9), datetime.time(17)
    place.rosa.save()

    assert gather() == []
    assert len(gather(TUESDAY_MORNING + timedelta(hours=9))) == 1


def test_a_person_reads_it_at_her_own_time(place, gather):
    place.rosa.time_zone = "Pacific/Honolulu"
    place.rosa.save()

    assert gather() == []  # five in the morning there
    assert len(gather(TUESDAY_MORNING + timedelta(hours=4))) == 1


def test_dates_are_written_in_the_persons_language(place, gather):
    place.rosa.language = "es"
    place.rosa.save()

    [message] = gather()

    assert message.language == "es"
    assert "octubre" in message.body.lower()


def test_somebody_without_an_address_is_left_in_peace(place, gather):
    place.rosa.email = ""
    place.rosa.save()

    assert gather() == []


def test_what_came_in_before_the_mail_left_is_not_asked_for(place, gather):
    gather()
    came_in(place)

    gather()

    assert [row.dropped_at is None for row in Notice.objects.all()] == [False]


def test_a_collaborative_that_is_over_asks_for_nothing(place, gather):
    Collaborative.objects.update(state=CollaborativeState.CLOSED)

    assert gather() == []


def test_in_pre_work_only_who_has_begun_to_count_is_asked(place, gather):
    Collaborative.objects.update(state=CollaborativeState.PREPARING)
    assert gather() == []

    came_in(place, date(2026, 9, 1))
    assert len(gather()) == 1


def test_weeks_are_named_as_people_say_them(workplace):
    place = maple_street(collect="week")
    metrics.observation(place.team, metrics.definition(place.metric), date(2026, 10, 12))
    metrics.observation(place.team, metrics.definition(place.metric), date(2026, 10, 19))

    actions.gather_notices(workplace.pk, TUESDAY_MORNING)

    assert (
        messages()[0]
        .body.split("\n\n")[1]
        .startswith("I do not have Maple Street's numbers for the week of 26 October yet. If it was a hard week,")
    )


def test_a_message_that_could_not_leave_in_its_hours_leaves_in_the_next(place, gather):
    gather()

    gather(TUESDAY_MORNING + timedelta(hours=12))

    [message] = messages()
    assert message.not_before == datetime.datetime(2026, 11, 12, 13, tzinfo=datetime.UTC)  # after the holiday
    assert message.not_after == datetime.datetime(2026, 11, 13, 0, tzinfo=datetime.UTC)
