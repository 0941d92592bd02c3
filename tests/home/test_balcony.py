"""The view from the balcony: four questions with evidence, friendly calls, what comes and who has it in hand."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from collaborative.discussion.enums import Question
from collaborative.discussion.models import Noticing
from collaborative.tenancy.enums import Role
from tests.factories import discussion, schedule
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import acting_as, cycle, driver, text_of

SHIFT = [10] * 9 + [30] * 9


def evidence_of(page):
    return {asked.key: [strip_tags(line) for line in asked.evidence] for asked, _form in page.context["questions"]}


@pytest.mark.capability("C293", "C299")
def test_the_four_questions_stand_with_their_evidence(home, collaborative, maple, rosa, tom, amal):
    calm = driver(collaborative, short_title="Calm mornings")
    driver(collaborative, short_title="Fair for all")
    number = making.metric(collaborative, "Two-way talks")
    making.counted(maple, number, SHIFT)
    sung = cycle(rosa, what="Sing one song at the door", audience="all", driver=calm)
    cycle(tom, what="Only for Cedar Grove", audience="team", driver=calm)
    making.decided(rosa, "grow", what="Hum at clean-up")
    making.decided(tom, "let_go", what="Two bells at clean-up")
    making.answer(sung, tom, text="We hum it")
    making.answer(sung, rosa, text="Thank you")
    discussion.post(tom, kind="question", title="Who has a song list?", audience="all")

    assert evidence_of(home(amal)) == {
        "tests": [
            "Newest: “Sing one song at the door” (Maple Street).",
            "Nobody shows a try now under Fair for all. The next call of a role group is a good place to ask why.",
        ],
        "numbers": ["Two-way talks: the line went higher at Maple Street. What was different?"],
        "methods": [
            "Grown: “Hum at clean-up” (Maple Street).",
            "Let go, with what was learned: “Two bells at clean-up” (Cedar Grove).",
        ],
        "teams": [
            "Cedar Grove answered Maple Street.",
            "Still waiting for an answer: “Who has a song list?”",
        ],
    }


def test_every_driver_with_a_try_is_told_too(home, collaborative, rosa, amal):
    cycle(rosa, audience="all", driver=driver(collaborative, short_title="Calm mornings"))

    assert evidence_of(home(amal))["tests"][1] == "Every driver has a try that somebody shows now."


@pytest.mark.parametrize(("counts", "way"), [(SHIFT[::-1], "lower"), (SHIFT, "higher")])
def test_a_line_that_moved_is_told_alike_either_way(home, collaborative, maple, cedar, amal, counts, way):
    number = making.metric(collaborative, "Hard moments", hope="fewer")
    making.counted(maple, number, counts)
    making.counted(cedar, number, [20, 30] * 9)

    assert evidence_of(home(amal))["numbers"] == [
        f"Hard moments: the line went {way} at Maple Street. What was different?"
    ]


def test_lines_that_moved_both_ways_stand_in_one_sentence_and_each_leads_to_its_chart(
    home, collaborative, maple, cedar, amal
):
    number = making.metric(collaborative, "Hard moments", hope="fewer")
    making.counted(maple, number, SHIFT)
    making.counted(cedar, number, SHIFT[::-1])

    page = home(amal)

    assert evidence_of(page)["numbers"] == [
        "Hard moments: the line went higher at Maple Street, and lower at Cedar Grove. What was different?"
    ]
    ((line,),) = [asked.evidence for asked, _form in page.context["questions"] if asked.key == "numbers"]
    place = [amal.organization_slug, amal.collaborative_slug]
    assert re.findall(r'href="([^"]*)"', line) == [
        reverse("metrics:metric_centers", args=[*place, number.pk]),
        reverse("metrics:team_chart", args=[*place, maple.pk, number.pk]),
        reverse("metrics:team_chart", args=[*place, cedar.pk, number.pk]),
    ]


def test_names_in_the_evidence_are_words_and_never_markup(home, rosa, amal):
    cycle(rosa, what="<b>Sing</b> & hum", audience="all")

    page = home(amal)

    assert "Newest: “<a href=" in str(page.context["questions"][0][0].evidence[0])
    assert "&lt;b&gt;Sing&lt;/b&gt; &amp; hum" in page.content.decode()
    assert "<b>Sing" not in page.content.decode()


def test_lines_that_go_up_and_down_are_worth_knowing_too(home, collaborative, maple, amal):
    making.counted(maple, making.metric(collaborative, "Two-way talks"), [20, 30] * 9)

    assert evidence_of(home(amal))["numbers"] == [
        "No line moved clearly in the last half year. That is worth knowing, too."
    ]


@pytest.mark.capability("C289")
def test_each_center_stands_with_what_it_tries_and_something_to_celebrate_in_the_order_of_names(
    home, maple, rosa, tom, amal
):
    cycle(rosa, what="Hum at clean-up", audience="all", on=TODAY - 3 * DAY)
    cycle(rosa, what="Sing one song at the door", audience="all")
    making.decided(rosa, "grow", what="One song in the morning", on=TODAY - 5 * DAY)
    making.decided(rosa, "let_go", what="Two bells", on=TODAY - 2 * DAY)
    making.decided(tom, "grow", what="A picture card")

    page = home(amal)

    assert [
        (now.team.center.name, now.trying.name if now.trying else None, now.celebrate)
        for now in page.context["centers"]
    ] == [
        ("Cedar Grove", None, "They grew “A picture card”."),
        ("Maple Street", "Sing one song at the door", "They let go of “Two bells” and said why."),
    ]
    assert "a call would be nice" in text_of(page)


@pytest.mark.capability("C292")
def test_what_the_project_team_notices_is_kept_under_its_question(client, home, collaborative, amal):
    home(amal)
    place = [amal.organization_slug, amal.collaborative_slug]

    kept = client.post(
        reverse("home:noticing_add", args=place), {"question": "teams", "text": "Cooks were never asked."}
    )

    assert kept.url == reverse("home:home", args=place) + "#teams"
    questions = {asked.key: asked.noticings for asked, _form in home(amal).context["questions"]}
    assert {key: [(one.text, one.author) for one in said] for key, said in questions.items()} == {
        "tests": [], "numbers": [], "methods": [], "teams": [("Cooks were never asked.", amal.person)],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "where", "error"),
    [
        ({"question": "teams", "text": "  "}, "teams", "This is still empty. Please fill it in."),
        (
            {"question": "teams", "text": "a" * 2001},
            "teams",
            "Up to 2000 letters fit here, and these are 2001. Nothing is lost. Please make it a little shorter.",
        ),
        ({"question": "weather", "text": "Cooks were never asked."}, "tests", ""),
    ],
)
def test_a_noticing_that_cannot_be_kept_comes_back_under_its_question(client, home, amal, sent, where, error):
    home(amal)

    response = client.post(reverse("home:noticing_add", args=[amal.organization_slug, amal.collaborative_slug]), sent)

    forms = {asked.key: form for asked, form in response.context["questions"]}
    returned = forms.pop(where)
    assert (response.status_code, {form.is_bound for form in forms.values()}) == (200, {False})
    assert (returned["text"].value(), "".join(returned.errors.get("text", []))) == (sent["text"], error)
    with acting_as(amal):
        assert not Noticing.objects.exists()


def test_no_team_reads_what_the_project_team_notices_or_whom_it_calls(home, maple, amal, rosa):
    Noticing.objects.create(
        collaborative=maple.collaborative, author=amal.person, question=Question.TEAMS, text="A quiet team",
        noticed_on=TODAY,
    )  # fmt: skip
    making.call(amal, maple, why="A hard month")

    assert "A quiet team" in text_of(home(amal))
    for member in (rosa, making.coach_of(maple)):
        words = text_of(home(member))
        assert "A quiet team" not in words
        assert "A hard month" not in words


def test_calls_say_why_and_who_phones_the_longest_waiting_first(home, maple, cedar, amal):
    making.call(amal, cedar, why="", reason="numbers", since=TODAY - 9 * DAY)
    making.call(amal, maple, helper=amal.person)
    making.call(amal, maple, why="Talked already", done_on=TODAY)

    page = home(amal)

    assert [(call.team.center.name, call.helper, why) for call, why in page.context["calls"]] == [
        ("Cedar Grove", None,
         "Two weeks or more went by without numbers. Perhaps it is a hard time, perhaps a new person."),
        ("Maple Street", amal.person, "A new team leader."),
    ]  # fmt: skip
    words = text_of(page)
    assert "Cedar Grove needs a name" in words
    assert "Amal phones" in words


def test_what_comes_stands_with_who_has_it_in_hand(home, collaborative, amal):
    schedule.planned_date(collaborative, title="All-team call", on=TODAY + 9 * DAY, has_in_hand=amal.person)
    schedule.planned_date(collaborative, title="Invite the families", on=TODAY + 2 * DAY)

    page = home(amal)

    assert [(planned.title, planned.has_in_hand) for planned in page.context["coming"]] == [
        ("Invite the families", None),
        ("All-team call", amal.person),
    ]
    words = text_of(page)
    assert "Amal has it in hand" in words
    assert "Invite the families needs a name" in words


def test_an_empty_collaborative_shows_the_first_steps(home, amal):
    page = home(amal)

    assert evidence_of(page) == {"tests": [], "numbers": [], "methods": [], "teams": []}
    assert [page.context[name] for name in ("centers", "calls", "coming")] == [[], [], []]
    words = text_of(page)
    assert words.count("Nothing to go by yet.") == 4
    assert "No center is here yet. Add the first one" in words
    assert "Nobody waits for a call. A hello never hurts." in words


def test_the_balcony_neither_counts_nor_ranks_nor_paints_red(home, maple, rosa, tom, amal):
    for number in range(3):
        cycle(rosa, what=f"Song {'abc'[number]}", audience="all")

    page = home(amal)

    table = page.content.decode().split('<table class="table-list">')[1].split("</table>")[0]
    assert not any(character.isdigit() for character in text_of_part(table))
    assert not any(word in table for word in ("brick", "error", "warning", "red"))


def text_of_part(markup):
    return " ".join(part.split(">")[-1] for part in markup.split("<"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_balcony_reads_the_same_for_one_and_three(home_in, collaborative, amal, rows):
    for number in range(rows):
        team = making.team_at(collaborative, f"Center {number}")
        teacher = making.named(Role.TEACHER, "Rosa", team=team)
        shown = cycle(teacher, audience="all", driver=driver(collaborative))
        making.decided(teacher, "grow")
        making.answer(shown, teacher, text="Thank you")
        discussion.post(teacher)
        schedule.planned_date(collaborative, on=TODAY + DAY, has_in_hand=amal.person)
        making.call(amal, team, helper=amal.person)
        making.counted(team, making.metric(collaborative, f"Number {number}"), [20, 30])

    page = home_in(OF_BALCONY, amal)

    assert (len(page.context["centers"]), len(page.context["calls"])) == (rows, rows)


OF_BALCONY = (
    19  # door and frame 8; teams, metrics, tries, drivers, numbers, answers, posts, noticings, dates, calls, todo
)


def test_drivers_are_not_listed_while_none_of_them_has_a_try(home, collaborative, rosa, amal):
    for name in ("Calm mornings", "Fair for all"):
        driver(collaborative, short_title=name)
    assert evidence_of(home(amal))["tests"] == ["Nobody shows a try under a driver just now."]

    cycle(rosa, what="Sing one song at the door", audience="all")

    assert evidence_of(home(amal))["tests"] == [
        "Newest: “Sing one song at the door” (Maple Street).",
        "Nobody shows a try under a driver just now.",
    ]
