import datetime
from datetime import UTC, date, time

import pytest

from portal.notices import rules
from portal.notices.rules import Hours, Period

NEW_YORK = Hours("America/New_York")
TUESDAY = date(2026, 11, 24)


def at(*parts):
    return datetime.datetime(*parts, tzinfo=UTC)


def opened(now, hours=NEW_YORK):
    start, end = rules.open_hours(now, hours)
    return start.astimezone(UTC), end.astimezone(UTC)


TUESDAYS_HOURS = (at(2026, 11, 24, 13), at(2026, 11, 25, 0))  # 8:00 to 19:00 in New York


@pytest.mark.parametrize(
    "now, hours",
    [
        (at(2026, 11, 24, 15), TUESDAYS_HOURS),  # 10:00 there
        (at(2026, 11, 24, 9), TUESDAYS_HOURS),  # 4:00: it is night
        (at(2026, 11, 24, 1), TUESDAYS_HOURS),  # Monday 20:00: the evening is quiet too
        (at(2026, 11, 21, 15), (at(2026, 11, 23, 13), at(2026, 11, 24, 0))),  # Saturday: Monday
    ],
)
@pytest.mark.capability("C145")
def test_nobody_is_written_to_at_night_or_on_weekends(now, hours):
    assert opened(now) == hours


def test_closed_days_and_holidays_are_silent():
    hours = Hours("America/New_York", silent=frozenset({TUESDAY, date(2026, 11, 25), date(2026, 11, 26)}))

    assert opened(at(2026, 11, 24, 15), hours) == (at(2026, 11, 27, 13), at(2026, 11, 28, 0))


def test_a_person_may_choose_other_hours_and_weekends():
    night = Hours("America/New_York", quiet_from=time(9), quiet_until=time(17), weekends=True)

    assert opened(at(2026, 11, 21, 15), night) == (at(2026, 11, 21, 22), at(2026, 11, 22, 5))
    assert opened(at(2026, 11, 21, 6), night) == (at(2026, 11, 21, 5), at(2026, 11, 21, 14))
    never_quiet = Hours("America/New_York", quiet_from=time(0), quiet_until=time(0))
    assert opened(at(2026, 11, 24, 6), never_quiet) == (at(2026, 11, 24, 5), at(2026, 11, 25, 5))


def test_hours_follow_the_clock_when_it_changes():
    """On Friday 13 March 2026 New York is four hours behind, a week before five."""
    assert opened(at(2026, 3, 6, 15))[0] == at(2026, 3, 6, 13)
    assert opened(at(2026, 3, 13, 15))[0] == at(2026, 3, 13, 12)


def test_somebody_who_is_never_to_be_written_to_is_not():
    weeks = rules.days_between(TUESDAY, TUESDAY + datetime.timedelta(70))

    assert rules.open_hours(at(2026, 11, 24, 15), Hours("America/New_York", silent=frozenset(weeks))) is None


def test_a_week_is_the_one_people_live_in():
    """Late on Sunday in New York it is Monday already in Madrid."""
    late_sunday = at(2026, 11, 23, 1)

    assert rules.week_of(late_sunday, "America/New_York") == "2026-W47"
    assert rules.week_of(late_sunday, "Europe/Madrid") == "2026-W48"


def test_numbers_are_worth_a_word_some_days_after_their_period():
    assert rules.due_on("week", date(2026, 11, 9)) == date(2026, 11, 18)
    assert rules.due_on("month", date(2026, 11, 1)) == date(2026, 12, 4)
    assert rules.due_on("month", date(2026, 12, 1)) == date(2027, 1, 4)


WEEKS = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]


def test_only_what_did_not_come_in_is_asked_for():
    found = rules.still_to_come("week", WEEKS, counted={date(2026, 11, 2)}, closed=(), today=TUESDAY)

    assert found == [Period(date(2026, 11, 18), date(2026, 11, 9), "week")]


def test_a_week_in_which_the_center_was_closed_is_not_asked_for():
    closed = rules.days_between(date(2026, 11, 9), date(2026, 11, 13))

    found = rules.still_to_come("week", WEEKS, counted=(), closed=closed, today=TUESDAY)

    assert [period.start for period in found] == [date(2026, 11, 2)]


def test_two_weeks_without_numbers_make_a_call_friendlier_than_a_letter():
    periods = [Period(date(2026, 11, 10), date(2026, 11, 1), "week"), Period(TUESDAY, TUESDAY, "week")]

    assert rules.needs_a_call(periods, None, TUESDAY) is True
    assert rules.needs_a_call(periods, None, date(2026, 11, 23)) is False
    assert rules.needs_a_call(periods, date(2026, 11, 12), TUESDAY) is False
    assert rules.needs_a_call(periods, date(2026, 11, 10), TUESDAY) is True
    assert rules.needs_a_call([], None, TUESDAY) is False


def test_the_day_to_look_back_is_spoken_of_from_the_day_after():
    days = [day for day in range(20, 31) if rules.is_day_to_look_back(date(2026, 11, 20), date(2026, 11, day))]

    assert days == [21, 22, 23, 24, 25, 26, 27]
