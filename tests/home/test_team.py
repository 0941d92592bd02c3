"""The home of people in a team: what can we try by next Tuesday, and what others say to it."""

import pytest

from collaborative.tenancy.enums import Role
from pdsa.models import Priority, TeamNeed
from tests.factories import discussion, schedule
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import cycle, driver, text_of


def names(lines):
    return [line.name for line in lines]


@pytest.mark.capability("C175", "C200")
def test_a_teacher_finds_what_the_team_works_on_and_tries_ready_to_look_back_first(home, maple, rosa):
    calm = driver(maple.collaborative, short_title="Calm mornings")
    Priority.objects.create(team=maple, position=1, text="Mornings without tears", driver=calm, since=TODAY)
    cycle(rosa, what="Hum at clean-up", look_back_on=TODAY + DAY, driver=calm)
    cycle(rosa, what="Sing one song at the door", look_back_on=TODAY)

    page = home(rosa)

    assert [priority.text for priority in page.context["priorities"]] == ["Mornings without tears"]
    assert [(line.name, line.is_ready) for line in page.context["trying"]] == [
        ("Sing one song at the door", True),
        ("Hum at clean-up", False),
    ]
    words = text_of(page)
    assert "What can we try by next Tuesday?" in words
    assert "If it does not work, that counts too." in words
    assert "Calm mornings" in words


def test_ones_own_tries_stand_first_however_many_the_team_has(home, maple, rosa):
    priya = making.named(Role.TEAM_LEADER, "Priya", team=maple)
    for day in range(6):
        cycle(priya, what=f"Priya's {day}", look_back_on=TODAY - day * DAY, audience="team")
    cycle(rosa, what="My newest", look_back_on=TODAY + 9 * DAY)

    assert names(home(rosa).context["trying"]) == ["My newest", "Priya's 5", "Priya's 4", "Priya's 3", "Priya's 2"]
    assert names(home(priya).context["trying"]) == [f"Priya's {day}" for day in (5, 4, 3, 2, 1)]


def test_what_a_colleague_keeps_to_herself_is_not_on_the_teams_home(home, maple, rosa):
    priya = making.named(Role.TEAM_LEADER, "Priya", team=maple)
    cycle(rosa, what="Only for me")
    cycle(rosa, what="For my team", audience="team")

    assert names(home(priya).context["trying"]) == ["For my team"]
    assert sorted(names(home(rosa).context["trying"])) == ["For my team", "Only for me"]


@pytest.mark.capability("C277", "C179")
def test_words_of_other_teams_stand_above_the_coachs_and_the_newest_first(home, maple, rosa, tom):
    keisha = making.coach_of(maple)
    own = cycle(rosa, what="Sing one song at the door", audience="all")
    making.answer(own, keisha, admire="How small you began")
    making.answer(own, tom, text="We hum it, and it helps", on=TODAY - 2 * DAY)
    discussion.post(tom, text="Our song list is on the shelf")

    page = home(rosa)

    assert [(heard.words, heard.by) for heard in page.context["from_teams"]] == [
        ("Our song list is on the shelf", "A teacher at Cedar Grove"),
        ("We hum it, and it helps", "Teacher at Cedar Grove, on “Sing one song at the door”"),
    ]
    assert [(heard.words, heard.by) for heard in page.context["from_coach"]] == [
        ("How small you began", "Keisha, on “Sing one song at the door”")
    ]
    words = text_of(page)
    assert words.index("From other teams") < words.index("From our coach")


def test_words_of_ones_own_team_and_of_staff_and_thanks_are_not_from_other_teams(home, maple, rosa, tom, amal):
    own = cycle(rosa, what="Sing one song at the door", audience="all")
    making.answer(own, rosa, text="We should hum it")
    making.answer(own, tom, text="Thank you", kind="thanks")
    discussion.post(rosa, text="Hello all")
    discussion.post(amal, text="The next call is on Thursday")
    discussion.post(making.named(Role.TEAM_LEADER, "Priya", team=maple), text="Our chart hangs in a third room")

    assert home(rosa).context["from_teams"] == []


@pytest.mark.capability("C143", "C147", "C149")
def test_numbers_still_to_come_and_one_chart_in_turn(home, collaborative, maple, rosa):
    talks = making.metric(collaborative, "Two-way talks")
    drop_offs = making.metric(collaborative, "Calm drop-offs")
    making.metric(collaborative, "Never counted")
    making.counted(maple, talks, [20] * 10 + [30] * 8)
    making.counted(maple, drop_offs, [20, 30] * 9)

    page = home(rosa)

    assert [one.metric.name for one in page.context["still_to_come"]] == [
        "Calm drop-offs",
        "Never counted",
        "Two-way talks",
    ]
    chart = page.context["chart"]
    assert chart.metric.pk == [drop_offs, talks][TODAY.isocalendar().week % 2].pk  # in turn, week by week
    assert chart.last.endswith("30 of 46, 65%")
    words = text_of(page)
    assert chart.sentences[0] in words
    assert words.index("Our chart this week") < words.index("What do we make of it?")


@pytest.mark.capability("C149")
def test_the_sentence_above_a_chart_says_what_luck_does_and_what_it_seldom_does(home, collaborative, maple, rosa):
    making.counted(maple, making.metric(collaborative, "Calm drop-offs"), [20, 30] * 9)

    assert home(rosa).context["chart"].sentences == [
        "Up and down around the middle, as most numbers do. No clear change yet, and that is worth knowing."
    ]


@pytest.mark.capability("C079")
def test_dates_of_the_next_four_weeks_soonest_first(home, collaborative, rosa):
    for days, title in ((20, "All-team call"), (3, "Coach's visit"), (29, "Too far away")):
        schedule.planned_date(collaborative, title=title, on=TODAY + days * DAY)
    schedule.planned_date(collaborative, title="Done already", on=TODAY + DAY, done_on=TODAY)

    assert [planned.title for planned in home(rosa).context["coming"]] == ["Coach's visit", "All-team call"]


@pytest.mark.capability("C017")
def test_a_senior_leader_reads_first_what_the_team_needs_from_her(home, maple, rosa):
    ana = making.named(Role.SENIOR_LEADER, "Ana", team=maple)
    for text, answered_on in (("Cover for Tuesday at nap time", None), ("Two small chairs", TODAY)):
        TeamNeed.objects.create(
            team=maple, kind="cover", text=text, author=rosa.person, asked_on=TODAY, answered_on=answered_on,
            answered_by=ana.person if answered_on else None,
        )  # fmt: skip

    page = home(ana)

    assert [need.text for need in page.context["needs"]] == ["Cover for Tuesday at nap time"]
    words = text_of(page)
    assert words.index("What the team needs from you") < words.index("This period we are working on")
    assert words.index("This period we are working on") < words.index("Small tests of change")
    assert "asked by Rosa" in words
    assert "What the team needs from you" not in text_of(home(rosa))


def test_a_team_with_nothing_yet_is_told_what_to_do_next(home, rosa):
    page = home(rosa)

    parts = ("priorities", "trying", "from_teams", "from_coach", "chart", "coming")
    assert [page.context[name] for name in parts] == [[], [], [], [], None, []]
    words = text_of(page)
    assert "What do we want to be different by the end of this period? Write up to three lines" in words
    assert "Nothing is being tried right now. What is one small thing for one morning?" in words
    assert "When other teams answer your tries, their words stand here. Ask them something!" in words
    assert "Nothing is planned in the next four weeks." in words


@pytest.mark.parametrize("rows", [1, 3])
def test_a_team_home_reads_the_same_for_one_and_three(home_in, collaborative, maple, rosa, tom, rows):
    for number in range(rows):
        own = cycle(rosa, what=f"Sing song {number}", audience="all")
        making.answer(own, tom, text="We hum it")
        discussion.post(tom)
        schedule.planned_date(collaborative, on=TODAY + DAY)
        making.counted(maple, making.metric(collaborative, f"Number {number}"), [20, 30])
        Priority.objects.create(team=maple, position=number + 1, text="Mornings", since=TODAY)

    page = home_in(OF_TEAM, rosa)

    assert len(page.context["trying"]) == rows


# Door, frame 8; asked, metrics, team, priorities, tries, answers, posts, todo, dates; dots, those counted, one chart.
OF_TEAM = 20
