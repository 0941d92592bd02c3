"""Getting ready: a team's part in each assignment, a hand, and what the project team sees of it."""

import datetime
import re

import pytest

from collaborative.framework.templates import template_data
from collaborative.onboarding.actions import asking
from collaborative.onboarding.models import Expectation, PreworkAssignment, PreworkDay, TeamPrework
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.onboarding import assignment
from tests.factories.schedule import session


@pytest.mark.capability("C080")
def test_any_member_says_who_does_it_and_that_it_is_done_and_takes_it_back(sign_in, teacher, team, place, today, seen):
    one = assignment(team.collaborative, on=today)
    client = sign_in(teacher)

    client.post(f"{place}prework/{one.pk}/who/", {"who": "Bridget", "version": 0})
    client.post(f"{place}prework/{one.pk}/done/")
    done = client.get(f"{place}prework/").context["rows"][0]
    client.post(f"{place}prework/{one.pk}/undone/")

    assert (done.is_done, done.part.who, done.part.done_by_id) == (True, "Bridget", teacher.person_id)
    with seen(team):
        [part] = TeamPrework.objects.all()
        assert (part.who, part.done_on, part.done_by_id, part.audience) == ("Bridget", None, None, "team_staff")


def test_two_who_write_at_once_see_both(sign_in, teacher, leader, team, place, today, seen):
    one = assignment(team.collaborative, on=today)
    sign_in(teacher).post(f"{place}prework/{one.pk}/who/", {"who": "Bridget", "version": 0})

    response = sign_in(leader).post(f"{place}prework/{one.pk}/who/", {"who": "Kelly", "version": 0})

    assert response.status_code == 409
    assert "Bridget" in response.content.decode()
    with seen(team):
        assert TeamPrework.objects.get().who == "Bridget"


@pytest.mark.capability("C080", "C088")
def test_a_hand_goes_to_the_project_team_as_words_until_somebody_has_it(
    sign_in, teacher, manager, team, place, here, today
):
    one = assignment(team.collaborative, on=today, title="Our storyboard")
    words = "None of us has made a poster before."

    sign_in(teacher).post(f"{place}prework/{one.pk}/hand/", {"words": words})
    client = sign_in(manager)
    asked = client.get(f"{place}hands/")
    balcony = client.get(here).content.decode()
    [part] = asked.context["rows"]
    client.post(f"{place}hands/{part.pk}/give/")
    given, quiet = client.get(f"{place}hands/"), client.get(here).content.decode()
    told = sign_in(teacher).get(f"{place}prework/{one.pk}/").content.decode()

    assert words in asked.content.decode()
    assert f"{team.center.name} could use a hand with “Our storyboard”." in balcony
    assert ([*given.context["rows"]], [row.pk for row in given.context["taken"]]) == ([], [part.pk])
    assert "could use a hand with" not in quiet
    assert f"{manager.person.full_name} has it in hand and will be in touch." in told


@pytest.mark.capability("C092")
def test_what_is_left_has_a_plan(sign_in, teacher, team, place, today, seen):
    one = assignment(team.collaborative, on=today)
    by = today + datetime.timedelta(days=5)

    sign_in(teacher).post(
        f"{place}prework/{one.pk}/rest/",
        {"plan_who": "Luz", "plan_by": by.isoformat(), "plan_how": "Ten minutes at nap time", "version": 0},
    )

    with seen(team):
        part = TeamPrework.objects.get()
        assert (part.plan_who, part.plan_by, part.plan_how) == ("Luz", by, "Ten minutes at nap time")


def test_the_project_team_sees_teams_in_the_order_of_their_names_without_a_count(
    sign_in, teacher, manager, team, place, today
):
    one = assignment(team.collaborative, on=today)
    ahead = factories.team(team.collaborative, center=factories.center(name="Aspen"))
    done_by = factories.member(Role.TEACHER, team=ahead)
    sign_in(done_by).post(f"{place}prework/{one.pk}/done/")

    page = sign_in(manager).get(f"{place}prework/{one.pk}/")

    assert [team.center.name for team, _part in page.context["teams"]] == ["Aspen", team.center.name]
    text = re.sub(r"<[^>]+>", " ", page.content.decode().split("How teams are doing")[1])
    assert ("is ready" in text, "still to come" in text, "%" in text) == (True, True, False)


def test_other_teams_and_directors_see_no_teams_part(sign_in, teacher, team, place, today):
    one = assignment(team.collaborative, on=today)
    sign_in(teacher).post(f"{place}prework/{one.pk}/hand/", {"words": "Only for us."})
    others = [
        factories.member(Role.TEACHER, team=factories.team(team.collaborative)),
        factories.member(Role.DIRECTOR, collaborative=team.collaborative, center=team.center),
    ]

    pages = [sign_in(other).get(f"{place}prework/{one.pk}/").content.decode() for other in others]

    assert ["Only for us." in page for page in pages] == [False, False]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_little_for_three_as_for_one(
    sign_in, teacher, team, place, today, rows, django_assert_num_queries
):
    for number in range(rows):
        one = assignment(team.collaborative, on=today + datetime.timedelta(days=number))
        sign_in(teacher).post(f"{place}prework/{one.pk}/done/")
    client = sign_in(teacher)
    client.get(f"{place}prework/")

    with django_assert_num_queries(OF_LIST):
        client.get(f"{place}prework/")


OF_LIST = 11  # door and frame 8; assignments, parts; the day itself


@pytest.fixture
def first_session(collaborative, today):
    return session(collaborative, on=today + datetime.timedelta(days=60), number=1, name="Learning Session 1")


@pytest.mark.capability("C091")
def test_without_a_pre_work_day_its_objectives_stand_as_assignments(
    sign_in, manager, collaborative, first_session, place, today, seen
):
    asking.lay_out(collaborative, data=template_data("bsc-sel"), by=manager.person, on=today)
    client = sign_in(manager)
    day = PreworkDay.objects.get()
    words = {"version": day.version, "objectives": day.objectives, "at": "", "place": "Library", "link": ""}

    def shown():
        titles = [row.assignment.title for row in client.get(f"{place}prework/").context["rows"]]
        with seen():
            lines = PlannedDate.objects.shown().filter(title="How this works, in an hour").exists()
        return "How this works, in an hour" in titles, lines

    before = shown()
    client.post(f"{place}prework/day/", {**words, "plan": "not_held", "on_day": ""})
    without = shown()
    on_day = today + datetime.timedelta(days=30)
    client.post(
        f"{place}prework/day/", {**words, "version": day.version + 1, "plan": "held", "on_day": on_day.isoformat()}
    )

    assert (before, without, shown()) == ((False, False), (True, True), (False, False))
    with seen():
        planned = PreworkDay.objects.select_related("planned").get().planned
        assert (planned.on, planned.place, planned.hidden_at) == (on_day, "Library", None)


@pytest.mark.capability("C080", "C091")
def test_laying_out_twice_changes_nothing_and_good_days_move_with_the_session(
    manager, collaborative, first_session, today
):
    for _time in range(2):
        asking.lay_out(collaborative, data=template_data("bsc-sel"), by=manager.person, on=today)

    assert (Expectation.objects.count(), PreworkAssignment.objects.count(), PreworkDay.objects.count()) == (6, 10, 1)
    day = PreworkAssignment.objects.select_related("ready_by").get(key="data_plan").ready_by
    assert (day.anchor_id, day.offset_days) == (first_session.starts_id, -28)


def test_an_assignment_is_taken_away_and_brought_back_with_its_day(sign_in, manager, collaborative, place, today, seen):
    one = assignment(collaborative, on=today)
    client = sign_in(manager)

    offered = client.post(f"{place}prework/{one.pk}/hide/", follow=True)
    with seen():
        hidden = PlannedDate.objects.shown().count()
    client.post(f"{place}prework/{one.pk}/show/")

    assert f"“{one.title}” is off the page now." in offered.content.decode()
    with seen():
        assert (hidden, PlannedDate.objects.shown().count()) == (0, 1)


def test_a_home_leads_with_what_is_next_and_is_quiet_once_it_is_done(
    sign_in, teacher, team, first_session, place, here, today
):
    one = assignment(team.collaborative, on=today + datetime.timedelta(days=3), title="Our storyboard")
    client = sign_in(teacher)

    before = client.get(here).content.decode()
    client.post(f"{place}prework/{one.pk}/done/")
    after = client.get(here).content.decode()

    assert before.index("Getting ready for Learning Session 1") < before.index("This period we are working on")
    assert "Our storyboard" in before
    assert "Getting ready for" not in after


def test_after_the_first_session_only_what_was_begun_is_still_named(sign_in, teacher, team, place, here, today):
    session(team.collaborative, on=today - datetime.timedelta(days=30), number=1, name="Learning Session 1")
    assignment(team.collaborative, title="Never begun")
    begun = assignment(team.collaborative, title="Begun and open")
    client = sign_in(teacher)

    quiet = client.get(here).content.decode()
    client.post(f"{place}prework/{begun.pk}/who/", {"who": "Luz", "version": 0})
    home = client.get(here).content.decode()

    assert "Still open from getting ready" not in quiet
    assert ("Still open from getting ready" in home, "Begun and open" in home, "Never begun" in home) == (
        True, True, False,
    )  # fmt: skip


@pytest.mark.capability("C093")
def test_the_sheet_of_a_team_says_when_what_and_whom(sign_in, teacher, manager, team, place, today, first_session):
    assignment(team.collaborative, on=today + datetime.timedelta(days=3), title="Our storyboard")
    coach = factories.member(Role.FACULTY_COACH, collaborative=team.collaborative).person
    factories.assignment(coach, team)
    PlannedDate.objects.create(
        collaborative=team.collaborative, kind="line", title="Hello call", on=today + datetime.timedelta(days=2)
    )

    own = sign_in(teacher).get(f"{place}next-steps/")
    handed_out = sign_in(manager).get(f"{place}next-steps/{team.pk}/")

    for sheet in (own, handed_out):
        assert [one.assignment.title for one in sheet.context["open"]] == ["Our storyboard"]
        assert [line.title for line in sheet.context["coming"]] == ["Hello call"]
        assert sheet.context["coaches"] == [coach]
