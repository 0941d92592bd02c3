"""The home of a family partner: what we are trying, one question, when we meet, and the role group."""

import datetime

import pytest

from collaborative.discussion.models import Post
from collaborative.tenancy.enums import Role
from tests.factories import discussion, pdsa, schedule
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import cycle, text_of


@pytest.fixture
def denise(maple):
    return making.named(Role.FAMILY_PARTNER, "Denise", team=maple)


@pytest.fixture
def grandmother(cedar):
    return making.named(Role.FAMILY_PARTNER, "Inés", team=cedar)


@pytest.mark.capability("C030")
def test_a_family_partner_finds_tries_one_question_and_how_to_come(home, collaborative, rosa, tom, denise):
    collaborative.practical_supports = "Child care in the next room\nAn interpreter comes along\n"
    collaborative.save(update_fields=["practical_supports"])
    cycle(rosa, what="Sing one song at the door", audience="all")
    discussion.post(tom, kind="question", title="What do children say at home?")
    schedule.planned_date(collaborative, title="Evening with families", on=TODAY + 3 * DAY)

    page = home(denise)

    seen = page.context
    assert [line.name for line in seen["trying"]] == ["Sing one song at the door"]
    assert (seen["question"].words, seen["question"].by) == (
        "What do children say at home?",
        "A teacher at Cedar Grove",
    )
    assert seen["from_teams"] == []  # what is asked of her stands once
    assert seen["supports"] == ["Child care in the next room", "An interpreter comes along"]
    assert [planned.title for planned in seen["coming"]] == ["Evening with families"]
    words = text_of(page)
    assert "Hello Denise" in words
    assert "You see things about children and families that the rest of us miss" in words


def test_she_is_told_whom_to_call(home, collaborative, denise):
    making.named(
        Role.IMPLEMENTATION_TEAM,
        "Maria",
        collaborative=collaborative,
        responsibilities=["family_liaison"],
        details={"phone": "555-0142"},
    )

    words = text_of(home(denise))

    assert "Can't come, or something is not clear? Call or text Maria , any time that suits you: 555-0142" in words


def test_a_question_of_her_role_group_reaches_her_and_no_teacher(home, collaborative, rosa, denise, grandmother):
    circle = making.circle(collaborative, Role.FAMILY_PARTNER, "Family partners")
    discussion.post(grandmother, kind="question", audience="group", group=circle, title="Does your director listen?")

    mine, theirs = home(denise), home(rosa)

    assert mine.context["question"].words == "Does your director listen?"
    assert [group.name for group in mine.context["groups"]] == ["Family partners"]
    assert "Only people with your role can read what is said here." in text_of(mine)
    assert f"discussion/write/?for=group:{circle.pk}" in mine.content.decode()
    assert "Does your director listen?" not in text_of(theirs)


def test_a_question_older_than_four_weeks_has_had_its_time(home, tom, denise):
    asked = discussion.post(tom, kind="question", title="What do children say at home?")
    with pdsa.acting_as(tom):
        Post.objects.filter(pk=asked.pk).update(posted_at=asked.posted_at - datetime.timedelta(days=30))

    page = home(denise)

    assert page.context["question"] is None
    assert "Is there something you would like to ask? Ask a question" in text_of(page)


def test_a_family_partner_with_nothing_yet_is_asked_for_a_question(home, denise):
    page = home(denise)

    seen = page.context
    assert [seen[name] for name in ("trying", "question", "from_teams", "coming", "supports", "groups", "chart")] == [
        [], None, [], [], [], [], None,
    ]  # fmt: skip
    words = text_of(page)
    assert "Nobody has asked you anything this month." in words
    assert "Nothing is being tried right now." in words


@pytest.mark.parametrize("rows", [1, 3])
def test_a_family_home_reads_the_same_for_one_and_three(home_in, collaborative, maple, rosa, tom, denise, rows):
    making.circle(collaborative, Role.FAMILY_PARTNER, "Family partners")
    for number in range(rows):
        making.answer(cycle(rosa, what=f"Song {number}", audience="all"), tom, text="We hum it")
        discussion.post(tom, kind="question")
        schedule.planned_date(collaborative, on=TODAY + DAY)
        making.counted(maple, making.metric(collaborative, f"Number {number}"), [20, 30])

    page = home_in(OF_FAMILY, denise)

    assert len(page.context["trying"]) == rows


# Door and frame 8; collaborative, groups, tries, question, answers, posts, dates; metrics, those counted, one chart.
OF_FAMILY = 21  # one each: what is asked of the team, what she said she would do, the words of the field
