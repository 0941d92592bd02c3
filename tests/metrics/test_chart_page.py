"""The page of one chart: the sentence, the chart, the table, and what the team says about it."""

import re
from datetime import timedelta

import pytest

from metrics import actions, periods
from metrics.enums import Hope, Kind
from tests.factories import metrics as making
from tests.factories import schedule
from tests.metrics.reading import words

BANNED = [
    "owe",
    "late",
    "overdue",
    "missing",
    "failed",
    "suspicious",
    "escalate",
    "compliance",
    "must",
    "verdict",
    "signal",
    "closes",
]


@pytest.mark.capability("C147")
def test_chart_shows_median_goal_counts_and_table(client, maple, metric, fill, page_of, reach, today):
    fill([23, 25, 24, 26, 22, None, 27, 25, 24, 26, 23])
    with reach(maple.team):
        actions.set_team_goal(team=maple.team, metric=metric, goal=75, set_by="us", by=maple.leader, on=today)

    page = page_of(client)

    assert "Up and down around the middle, as most numbers do. No clear change yet" in page
    assert page.count("<svg class=") == 2  # a phone's and a wide one
    assert "Middle line 53%" in page
    assert "Our goal 75%" in page
    assert "set by us in" in page
    assert "23 of 46" in page
    assert "still to come" in page
    assert "Whose families are in the part we did not reach?" in page


@pytest.mark.capability("C149")
def test_nothing_is_judged_under_ten_points(client, fill, page_of):
    fill([10, 11, 12, 30, 31, 32, 33, 34, 35])

    assert "Early days: 9 points so far. What story do these dots tell?" in page_of(client)


@pytest.mark.capability("C149")
def test_how_sure_are_we_is_there_for_who_wants_it(client, fill, page_of):
    start = fill([14, 15, 16, 14, 15, 16, 15, 30, 31, 32, 30, 31, 32, 33])

    page = page_of(client)

    assert "in a row above the middle line. Luck alone seldom does that. What was different from the week of" in page
    assert "How sure are we?" in page
    assert "There are 14 points on this chart." in page
    assert "The longest run on one side of the line has 7 points. Luck alone seldom makes more than 7." in page
    assert start.strftime("%B") in page


@pytest.mark.capability("C142")
def test_where_we_started_is_what_came_before_the_first_session(client, maple, fill, page_of):
    start = fill([10, 12, 11, 30, 31, 32])
    schedule.session(maple.collaborative, number=1, name="Learning Session 1", on=start + timedelta(days=22))

    page = page_of(client)

    assert "before the first learning session you counted 4 times, and the middle of those is 25%." in page
    assert "Learning Session 1" in page


@pytest.mark.capability("C148")
def test_only_people_say_what_was_tried(client, maple, metric, fill, page_of, today):
    start = fill([23, 25, 24])
    url = f"{maple.url}{metric.pk}/notes/add/"
    data = {"period": start.isoformat(), "text": "New teacher, snow week", "is_nothing_to_do_with_tests": "on"}

    before = page_of(client)
    answer = client.post(url, data)
    after = page_of(client)
    address = after.split("/notes/")[1].split("/hide/")[0]
    way_back = words(client.get(client.post(f"{maple.url}notes/{address}/hide/").url))
    hidden = page_of(client)
    client.post(f"{maple.url}notes/{address}/show/")

    assert answer.status_code == 302
    assert "Only you know what was going on." in before
    assert "New teacher, snow week" in after
    assert "Nothing to do with our tests." in after
    assert "New teacher, snow week" not in hidden
    assert f"notes/{address}/show/" in way_back
    assert "New teacher, snow week" in page_of(client)


def test_a_note_outside_the_chart_is_explained_and_kept(client, maple, metric, page_of, today):
    data = {"period": (today + timedelta(days=30)).isoformat(), "text": "A plan"}

    page = words(client.post(f"{maple.url}{metric.pk}/notes/add/", data))

    assert "Please pick one of the periods of the chart." in page
    assert "A plan</textarea>" in page


def test_periods_sessions_and_closures_mark_the_chart(client, maple, fill, page_of, today):
    start = fill([23, 25, 24, 26])
    schedule.period(maple.collaborative, number=1, name="Action Period 1", starts_on=start, ends_on=today)
    schedule.session(maple.collaborative, number=2, name="Learning Session 2", on=start + timedelta(days=8))
    schedule.closure(maple.center, starts_on=start + timedelta(days=16), ends_on=start + timedelta(days=18))

    page = page_of(client)

    assert 'class="band"' in page
    assert "Snow" in page
    explained = page.split("What the lines and bands are")[1].split("</details>")[0]
    assert "A line is a learning session, a day on which all teams meet to learn, share and plan." in explained
    named = [line.split("</li>")[0] for line in explained.split("<li>")[1:]]
    assert [line.split(" <span")[0] for line in named] == ["Action Period 1", "Learning Session 2", "Snow"]


@pytest.mark.parametrize("shape", ["phone", "wide"])
def test_words_in_a_drawing_are_whole_words(client, maple, fill, page_of, today, shape):
    start = fill([23, 25, 24, 26, 25, 24])
    schedule.period(maple.collaborative, number=3, name="Action Period 3", starts_on=start, ends_on=today)
    schedule.session(maple.collaborative, number=2, name="Learning Session 2", on=start + timedelta(days=8))
    schedule.session(maple.collaborative, number=3, name="Learning Session 3", on=start + timedelta(days=24))
    schedule.closure(maple.center, starts_on=start + timedelta(days=16), ends_on=start + timedelta(days=18))

    drawn = page_of(client).split(f"chart-{shape}")[1].split("</svg>")[0]

    shown = re.findall(r'<text[^>]*class="mark-text[^>]*>([^<]+)</text>', drawn)
    assert shown in (
        ["Session 2", "Closed", "Session 3"],
        ["Learning Session 2", "Snow", "Learning Session 3"],
        ["Session 2", "Session 3"],
        ["Learning Session 2", "Learning Session 3"],
    )
    assert not re.search(r"\b(LS|AP) ?\d", drawn)


def test_more_of_what_nobody_hopes_for_is_asked_about(client, maple, fill, page_of, today):
    moments = making.metric(
        maple.collaborative,
        kind=Kind.COUNT,
        hope=Hope.FEWER,
        unit="hard moments",
        numerator_words="hard moments",
        on=today - timedelta(weeks=60),
    )
    moments.definition_is_count = True
    fill([4, 5, 3, 4, 5, 3, 4, 9, 9, 8, 10, 9, 8, 9], of=moments)

    page = page_of(client, moments)

    assert "more hard moments counted. Is more happening, or do we see more?" in page
    assert "Whose families" not in page


def test_uneven_rooms_are_read_with_care(client, maple, metric, page_of, reach, today):
    start = periods.starts_before("week", periods.start_of("week", today), 1)
    with reach(maple.team):
        making.observation(
            maple.team,
            making.definition(metric),
            start,
            on=today,
            numerator=20,
            denominator=28,
            rooms=["Ladybugs", "Sunflowers"],
            rooms_there=3,
        )

    page = page_of(client)

    assert "Only 2 of 3 rooms counted in the week of" in page
    assert "Ladybugs and Sunflowers counted, of 3 rooms" in page


def test_goal_is_the_teams_own_and_a_percent_ends_at_a_hundred(client, maple, metric, page_of):
    url = f"{maple.url}{metric.pk}/goal/"

    refused = words(client.post(url, {"goal": "175", "set_by": "us"}))
    client.post(url, {"goal": "75", "set_by": "all of us"})

    assert "A percent goes up to 100. What would be a good goal?" in refused
    assert "75%, set by all of us" in words(client.get(url))


def test_plan_is_one_page_and_the_second_writer_sees_the_first(client, maple, metric, page_of):
    url = f"{maple.url}{metric.pk}/plan/"
    client.post(url, {"who": "Rosa", "when": "Friday at nap time"})

    clash = client.post(url, {"who": "Mei"})
    saved = client.post(url, {"who": "Mei and Rosa", "version": 1})

    assert clash.status_code == 409
    assert "Rosa" in words(clash)
    assert 'value="Mei"' in words(clash)
    assert saved.status_code == 302
    assert "Mei and Rosa" in page_of(client)


def test_corrections_are_listed_for_the_team(client, maple, metric, page_of, reach, fill, today):
    start = fill([23])
    with reach(maple.team):
        row = making.observation(maple.team, making.definition(metric), start, on=today, numerator=23, denominator=46)
        actions.correct_observation(row, version=1, numerator=24, by=maple.leader, on=today)

    assert f"counts/{row.pk}/" in page_of(client)


def test_nothing_people_read_is_unkind(client, maple, metric, fill, page_of):
    fill([14, 15, None, 14, 15, 16, 15, 30, 31, 32, 30, 31, 32, 33])
    pages = [page_of(client), *(words(client.get(maple.url + rest)) for rest in ("", "enter/", "sharing/", "sheet/"))]

    for page in pages:
        visible = page.split("<main")[1].lower()
        for letter in "<>.,;:!?'\"()/=-":
            visible = visible.replace(letter, " ")
        assert not set(BANNED) & set(visible.split())


@pytest.mark.parametrize("number", [1, 3])
def test_chart_reads_the_same_for_few_and_many_rows(
    client, maple, metric, fill, page_of, reach, today, django_assert_num_queries, number
):
    start = fill([23] * number)
    with reach(maple.team):
        for _ in range(number):
            words_of = {"period_start": start, "text": "Snow", "by": maple.leader, "on": today}
            actions.add_note(team=maple.team, metric=metric, **words_of)
    schedule.session(maple.collaborative, on=start)
    page_of(client)

    with django_assert_num_queries(QUERIES):
        client.get(f"{maple.url}{metric.pk}/")


QUERIES = (
    20  # door, frame 8; metric, team, series, notes, goals, periods, sessions, closures, middle, plan, talks, corrected
)
