"""The home of a faculty coach: what the teams she walks with show, and which other team could help better."""

import pytest

from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories import discussion, schedule
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import cycle, text_of


@pytest.fixture
def keisha(maple):
    return making.coach_of(maple)


def names(lines):
    return [line.name for line in lines]


@pytest.mark.capability("C176")
def test_what_the_teams_show_waits_until_a_coach_said_something(home, rosa, tom, keisha):
    answered = cycle(rosa, what="Hum at clean-up", audience="all")
    making.answer(answered, keisha, ask="What did you notice first?")
    cycle(rosa, what="Sing one song at the door", audience="team_staff")
    cycle(rosa, what="Not shown to a coach", audience="team")
    cycle(tom, what="A picture card", audience="all")

    page = home(keisha)

    assert (page.context["teams_with_news"], names(page.context["fresh"])) == (1, ["Sing one song at the door"])
    assert names(page.context["from_others"]) == ["A picture card"]
    assert [team.center.name for team in page.context["teams"]] == ["Maple Street"]
    words = text_of(page)
    assert "One team has something new to show you" in words
    assert "which other team could help here better than I can?" in words


def test_an_answer_of_another_team_leaves_a_try_with_the_coach_and_is_told(home, rosa, tom, keisha):
    shown = cycle(rosa, what="Sing one song at the door", audience="all")
    making.answer(shown, tom, text="We hum it")
    making.answer(shown, rosa, text="Thank you")

    page = home(keisha)

    assert names(page.context["fresh"]) == ["Sing one song at the door"]
    assert page.context["answered_by_teams"] == 1
    assert "In the last month, teams answered each other once." in text_of(page)


def test_a_coach_sees_her_own_role_group_and_no_other(home, collaborative, keisha):
    making.circle(collaborative, Role.FAMILY_PARTNER, "Family partners", coach=keisha.person)
    making.circle(collaborative, Role.TEACHER, "Teachers")

    assert [group.name for group in home(keisha).context["groups"]] == ["Family partners"]


def test_a_coach_without_a_team_is_told_where_it_stands_who_walks_with_whom(home, collaborative):
    page = home(making.named(Role.FACULTY_COACH, "Keisha", collaborative=collaborative))

    parts = ("teams_with_news", "fresh", "from_others", "groups", "teams", "posts", "coming")
    assert [page.context[name] for name in parts] == [0, [], [], [], [], [], []]
    words = text_of(page)
    assert "Hello Keisha" in words
    assert "No team is yours to walk with right now. See who walks with whom" in words
    assert "No other team shows a try yet." in words
    assert "A hello from you makes it easier for the next one. Write something" in words


def test_a_coach_who_answered_everything_is_pointed_to_other_teams(home, rosa, keisha):
    making.answer(cycle(rosa, what="Hum at clean-up", audience="all"), keisha, ask="What did you notice first?")

    words = text_of(home(keisha))

    assert "Your teams are busy trying" in words
    assert "You have answered everything your teams show. Other teams may have an idea for yours." in words


def test_a_coach_whose_teams_have_shown_nothing_yet_is_told_no_more_than_is_true(home, rosa, keisha):
    cycle(rosa, what="Not shown to a coach", audience="team")

    words = text_of(home(keisha))

    assert "Hello Keisha" in words
    assert "A good time to get to know your teams" in words
    assert "Your teams show nothing new just now." in words
    assert "busy" not in words
    assert "You have answered everything" not in words


@pytest.mark.parametrize("rows", [1, 3])
def test_a_coachs_home_reads_the_same_for_one_and_three(home_in, collaborative, rosa, tom, keisha, rows):
    making.circle(collaborative, Role.TEACHER, "Teachers", coach=keisha.person)
    for number in range(rows):
        making.answer(cycle(rosa, what=f"Song {number}", audience="all"), tom, text="We hum it")
        cycle(tom, audience="all")
        discussion.post(tom)
        schedule.planned_date(collaborative, on=TODAY + DAY)
    for _team in range(rows - 1):
        factories.assignment(keisha.person, factories.team(collaborative))

    page = home_in(OF_COACH, keisha)

    assert (len(page.context["fresh"]), len(page.context["teams"])) == (rows, rows)


OF_COACH = 16  # door and frame 8; tries, answers of teams, tries of others, groups, teams, posts, todo, dates
