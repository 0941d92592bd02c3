"""Averages of two numbers: what was added up, and how many they were. 35 points on 10 slips are 3.5."""

from datetime import date

import pytest
from django.db import transaction

from metrics import actions
from metrics.aggregation import AVERAGE, Counted, Month, months, one_period, value_of
from metrics.enums import Kind
from metrics.models import Observation
from tests.factories import metrics as making
from tests.metrics.reading import words

SLIPS = {
    "name": "How our week was",
    "key": "week",
    "kind": Kind.AVERAGE,
    "numerator_words": "All points on the slips added up",
    "denominator_words": "Number of slips in the jar",
    "lowest": 1,
    "highest": 5,
    "fewest": 5,
}


@pytest.fixture
def slips(maple):
    return making.metric(maple.collaborative, **SLIPS)


@pytest.fixture
def page(sign_in, maple):
    """`page(address)`: what a team leader reads there; `page.send(numbers)`: what comes back."""
    client = sign_in(maple.leader)

    def opened(address="enter/"):
        return words(client.get(maple.url + address)).replace("\u00a0", " ")

    def sending(metric, week="", **numbers):
        prefix = making.definition(metric).pk.hex
        values = {"version": 0, "rooms": ["Ladybugs", "Sunflowers", "Explorers"], **numbers}
        data = {f"{prefix}-all-{name}": value for name, value in values.items()}
        answer = client.post(f"{maple.url}enter/?period={week}", data)
        return words(answer) if answer.status_code != 302 else ""

    opened.send = sending
    return opened


def stored(maple, reach):
    with reach(maple.team):
        rows = Observation.objects.order_by("period_start")
        return list(rows.values_list("numerator", "denominator", "value", "not_this_time"))


def test_the_value_is_what_they_add_up_to_shared_by_how_many_they_are():
    assert value_of(AVERAGE, Counted(35, 10)) == 3.5
    assert value_of(AVERAGE, Counted(value=3.4, denominator=9)) == 3.4


def test_rooms_and_months_add_up_both_numbers_first():
    rooms = [Counted(35, 10, subgroup="Ladybugs"), Counted(10, 5, subgroup="Explorers")]
    weeks = {date(2026, 10, 5): Counted(35, 10), date(2026, 10, 12): Counted(10, 5), date(2026, 10, 19): None}

    together = one_period(AVERAGE, rooms)

    assert (together.numerator, together.denominator, value_of(AVERAGE, together)) == (45, 15, 3.0)
    assert months(AVERAGE, weeks) == [Month(date(2026, 10, 1), 3.0, 45, 15, covered=2, weeks=5)]


def test_worked_out_averages_weigh_by_how_many_stand_behind_them_as_far_as_all_say_so():
    known = {date(2026, 10, 5): Counted(40, 10), date(2026, 10, 12): Counted(value=2.0, denominator=30)}
    unknown = {date(2026, 10, 5): Counted(40, 10), date(2026, 10, 12): Counted(value=2.0)}

    assert (months(AVERAGE, known)[0].value, months(AVERAGE, unknown)[0].value) == (2.5, 3.0)


@pytest.mark.capability("C143")
def test_35_points_on_10_slips_are_3_5_wherever_they_are_shown(page, maple, slips, reach):
    page.send(slips, numerator=35, denominator=10)

    assert stored(maple, reach) == [(35, 10, None, "")]
    listed, chart = page(""), page(f"{slips.pk}/")
    assert "35 ÷ 10 = 3.5" in listed
    assert "Average</th>" in chart
    assert '<td class="n">35 ÷ 10</td><td class="n">3.5</td>' in chart
    assert ": 35 ÷ 10 = 3.5" in chart.split("chart-wide")[1]
    assert ",35,10,3.5," in page(f"teams/{maple.team.pk}/export/")


def test_a_sum_is_asked_for_and_last_times_numbers_stand_beside_it(page, maple, slips, reach, today):
    last_week = making.definition(slips)
    start = today.fromordinal(today.toordinal() - today.weekday() - 14)
    with reach(maple.team):
        making.observation(maple.team, last_week, start, on=today, numerator=28, denominator=8)

    asked = page()

    assert 'All points on the slips added up <span class="last-time soft">last time 28</span>' in asked
    assert 'Number of slips in the jar <span class="last-time soft">last time 8</span>' in asked
    assert "28 ÷ 8 = 3.5" in asked.split("Last time:")[1][:60]
    assert "Each goes from 1 to 5. If there are fewer than 5, keep them for next time" in asked


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"numerator": "35", "denominator": "5"}, "35 shared by 5 makes 7 each, and each one goes from 1 to 5."),
        ({"numerator": "3", "denominator": "10"}, "Here we need all of them added up, not yet divided."),
        ({"numerator": "12", "denominator": "3"}, "With fewer than 5 it could show who said what."),
        ({"numerator": "35", "denominator": "0"}, "With 0 there is nothing to share by."),
        ({"numerator": "35"}, "And how many are they?"),
        ({"denominator": "10"}, "And what do they add up to?"),
        ({"numerator": "3,5", "denominator": "10"}, "Please use a whole number here, with nothing after a comma"),
    ],
)
def test_what_cannot_be_is_questioned_and_stays_in_its_box(page, maple, slips, reach, numbers, said):
    back = page.send(slips, **numbers)

    assert said in back
    assert all(f'value="{value}"' in back for value in numbers.values())
    assert stored(maple, reach) == []


def test_too_few_slips_wait_for_next_time_and_it_is_said_so(page, maple, slips, reach):
    asked = page.send(slips, numerator=12, denominator=3)
    page.send(slips, numerator=12, denominator=3, reason="Only three slips")

    assert '<details class="fold" open><summary>Not this time' in asked
    assert stored(maple, reach) == [(None, None, None, "Only three slips")]


def test_an_average_that_was_worked_out_before_stays_one_and_blocks_nothing(page, maple, slips, reach, today):
    start = today.fromordinal(today.toordinal() - today.weekday() - 7)
    definition = making.definition(slips)
    with reach(maple.team):
        Observation.objects.create(
            team=maple.team,
            definition=definition,
            kind=Kind.AVERAGE,
            collect="week",
            period_start=start,
            value=3.4,
            denominator=9,
            entered_by=maple.leader,
            entered_at="2026-01-01T00:00Z",
        )

    asked = page(f"enter/?period={start}")
    page.send(slips, week=start, value="3,6", denominator=9, version=1)

    assert f'name="{definition.pk.hex}-all-value" value="3.4"' in asked
    assert stored(maple, reach) == [(None, 9, 3.6, "")]


def test_an_average_of_two_numbers_is_never_put_in_as_one(maple, slips, reach, today):
    start = today.fromordinal(today.toordinal() - today.weekday() - 7)
    with reach(maple.team), pytest.raises(actions.ImpossibleNumber), transaction.atomic():
        making.observation(maple.team, making.definition(slips), start, on=today, value=3.5)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (SLIPS, "For a month both numbers of all its weeks are added up first, and then divided."),
        ({}, "For a month both numbers of all its weeks are added up first, and then divided."),
        ({"kind": Kind.COUNT}, "For a month its weeks are added up and divided by the weeks that were counted."),
        ({"kind": Kind.AVERAGE}, "A month is the mean of its weeks; where all of them say how many stand behind,"),
        ({"collect": "month"}, ""),
    ],
)
@pytest.mark.capability("C144")
def test_every_page_says_the_same_about_months(page, maple, about, said):
    metric = making.metric(maple.collaborative, **about)
    pages = [page("definitions/"), page(f"{metric.pk}/")]

    assert [said in text for text in pages] == [True, True]
    assert all(bool(said) == ("For a month" in text or "A month is" in text) for text in pages)


@pytest.mark.parametrize(("goal", "status"), [("7", 200), ("4,5", 302)])
def test_a_goal_lies_on_the_scale_and_may_have_a_comma(sign_in, maple, slips, goal, status):
    client = sign_in(maple.leader)

    answer = client.post(f"{maple.url}{slips.pk}/goal/", {"goal": goal, "set_by": "all of us"})

    assert answer.status_code == status
    if status == 200:
        assert "This goes from 1 to 5. What would be a good goal?" in words(answer)
    else:
        assert "our goal 4.5" not in words(client.get(maple.url))  # nothing is drawn yet
        assert "Now it is 4.5, set by all of us" in words(client.get(f"{maple.url}{slips.pk}/goal/"))


def test_a_headline_of_a_mood_speaks_of_lower_and_not_of_less_happening(page, maple, slips, reach, today):
    monday = today.fromordinal(today.toordinal() - today.weekday())
    definition = making.definition(slips)
    sums = [40, 42, 38, 41, 39, 40, 31, 30, 28, 29, 30, 28, 29, 27]
    with reach(maple.team):
        for back, points in enumerate(reversed(sums), start=1):
            start = monday.fromordinal(monday.toordinal() - 7 * back)
            making.observation(maple.team, definition, start, on=today, numerator=points, denominator=10)

    said = page(f"{slips.pk}/")

    assert "a lower average. Luck alone seldom does that. What was different from the week of" in said
    assert "happening" not in said
    assert "Whose view is not in this number yet?" in said


def test_the_sheet_asks_for_both_numbers_and_says_what_was_agreed(page, slips):
    sheet = page("sheet/").split("How our week was</h2>")[1].split("</section>")[0]

    assert "All points on the slips added up ____________ &nbsp; Number of slips in the jar ____________" in sheet
    assert "If there are fewer than 5, keep them for next time" in sheet
    assert "<table" not in sheet
