import datetime

import pytest
from icalendar import Calendar

from collaborative.isolation.context import Context, entered
from collaborative.schedule import actions
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.schedule import closure, period, planned_date, session
from tests.schedule.shared import READERS, WRITERS, ahead, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", READERS)
@pytest.mark.capability("C079")
def test_schedule_shows_every_role_what_comes(as_role, place, collaborative, today, role):
    session(collaborative, on=ahead(today, 30), name="Learning Session 1", title="It starts", place="Library")
    planned_date(
        collaborative, on=ahead(today, 2), title="Hello call", note="Bring a question", link="https://example.org/call"
    )
    planned_date(collaborative, on=ahead(today, 9), title="Second call")
    planned_date(collaborative, on=ahead(today, -9), title="Long gone")
    period(collaborative, starts_on=ahead(today, -20), ends_on=ahead(today, 60), name="Pre-work", number=0)

    response = as_role(role).get(f"{place}/")

    comes = response.context["comes"]
    assert [line.title for line in comes.this_week] == ["Hello call"]
    assert [line.title for line in comes.two_weeks] == ["Second call"]
    assert [(line.title, line.subtitle) for month in comes.later for line in month.dates] == [
        ("Learning Session 1", "It starts")
    ]
    assert [line.title for line in response.context["behind"]] == ["Long gone"]
    assert response.context["now"].name == "Pre-work"
    for text in ("Bring a question", "https://example.org/call", "Library", "in 2 days"):
        assert text in words(response)
    assert ("Add a date" in words(response)) == (role in WRITERS)


def test_schedule_is_not_for_applicants_and_outsiders(as_role, sign_in, place):
    assert as_role(Role.APPLICANT).get(f"{place}/").status_code == 403
    assert sign_in(factories.login_of(factories.person())).get(f"{place}/").status_code == 404


def test_schedule_before_there_is_a_date_says_what_will_stand_here(as_role, place):
    assert "The dates are still being found" in words(as_role(Role.TEACHER).get(f"{place}/"))


def test_schedule_of_another_collaborative_never_shows(as_role, place, collaborative, today):
    planned_date(factories.collaborative(), on=ahead(today, 2), title="Next door")

    for role in (Role.TEACHER, Role.ORGANIZATION_ADMIN):
        assert "Next door" not in words(as_role(role).get(f"{place}/"))
        assert "Next door" not in words(as_role(role).get(f"{place}/dates.ics"))


def test_schedule_of_another_organization_never_shows(as_role, place, today, inside):
    other = factories.person().pk
    with entered(Context(organization=other)):
        factories.organization(id=other)
        planned_date(factories.collaborative(), on=ahead(today, 2), title="Far away")

    assert "Far away" not in words(as_role(Role.TEACHER).get(f"{place}/"))


def test_a_session_under_way_stands_under_this_week(as_role, place, collaborative, today):
    session(collaborative, on=ahead(today, -1), days=2, name="Learning Session 1", number=1)

    comes = as_role(Role.TEACHER).get(f"{place}/").context["comes"]

    assert [line.title for line in comes.this_week] == ["Learning Session 1"]


def test_what_is_done_is_behind_us(as_role, place, collaborative, today):
    planned_date(collaborative, on=ahead(today, 3), title="Room booked", done_on=today)

    response = as_role(Role.TEACHER).get(f"{place}/")

    assert (response.context["comes"].this_week, response.context["behind"][0].title) == ((), "Room booked")


QUERIES = 12  # 8 of the door, 4 of its own: sessions, periods, dates, own closed days


def test_schedule_takes_the_same_number_of_queries_for_one_and_for_many(
    as_role, place, collaborative, team, today, inside, django_assert_num_queries
):
    client = as_role(Role.TEAM_LEADER)
    who = factories.person()

    def more(times):
        for number in range(times):
            session(collaborative, on=ahead(today, 30 + number))
            period(collaborative, starts_on=today, ends_on=ahead(today, 9))
            planned_date(collaborative, on=ahead(today, 2), has_in_hand=who)
            closure(team.center, starts_on=today, ends_on=today)

    more(1)
    client.get(f"{place}/")
    with django_assert_num_queries(QUERIES):
        client.get(f"{place}/")
    with inside():
        more(2)
    with django_assert_num_queries(QUERIES):
        client.get(f"{place}/")


@pytest.mark.capability("C079")
def test_dates_ics_holds_every_date_for_ones_own_calendar(as_role, place, collaborative, today):
    session(collaborative, on=ahead(today, 30), days=2, name="Learning Session 1", number=1, place="Library")
    planned_date(
        collaborative, on=datetime.date(2027, 1, 12), at=datetime.time(11), title="Call, all teams", note="a; b"
    )
    hidden = planned_date(collaborative, on=today, title="Taken away")
    actions.hide_line(hidden, by=None)

    answer = as_role(Role.FAMILY_PARTNER).get(f"{place}/dates.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{collaborative.slug}-dates.ics"'
    events = {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert set(events) == {"Learning Session 1", "Call, all teams"}
    call, learning = events["Call, all teams"], events["Learning Session 1"]
    assert call.decoded("dtstart") == datetime.datetime(2027, 1, 12, 16, tzinfo=datetime.UTC)  # 11:00 in New York
    assert str(call["description"]) == "a; b"
    assert (learning.decoded("dtstart"), learning.decoded("dtend")) == (ahead(today, 30), ahead(today, 32))
    assert str(learning["location"]) == "Library"


def test_coming_is_what_is_announced_and_open_in_the_days_ahead(collaborative, today):
    for days, title in ((0, "today"), (6, "in six days"), (7, "in seven days"), (-1, "yesterday")):
        planned_date(collaborative, on=ahead(today, days), title=title)
    planned_date(collaborative, on=today, title="done", done_on=today)
    period(collaborative, starts_on=today, ends_on=ahead(today, 3), name="a period")

    assert [row.title for row in PlannedDate.objects.shown().coming(today, 7)] == ["today", "in six days"]
