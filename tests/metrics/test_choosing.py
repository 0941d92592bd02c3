"""What a team counts: what all centers count, and what it chose besides."""

from types import SimpleNamespace

import pytest

from metrics import catalogue, pages, periods
from metrics.choosing import chosen_by
from metrics.series import series_of
from tests.factories import metrics as making
from tests.metrics.reading import words


@pytest.fixture
def talks(maple):
    return making.metric(maple.collaborative, name="Two-way talks", key="talks", position=1)


@pytest.fixture
def week(today):
    return periods.to_count_now("week", today)


@pytest.fixture
def mood(maple):
    return making.metric(
        maple.collaborative, name="How our week was", key="mood", why="How was it?", is_required=False, position=2
    )


@pytest.fixture
def client_of(client, sign_in, maple):
    return sign_in(maple.leader)


def main(page):
    return words(page).split("<main")[1].split("</main>")[0]


def test_a_number_one_may_choose_is_offered_and_not_asked_for(client_of, maple, talks, mood):
    listed, asked = main(client_of.get(maple.url)), main(client_of.get(f"{maple.url}enter/"))
    sheet = main(client_of.get(f"{maple.url}sheet/"))

    cards, offer = listed.split("You could also count")
    assert "Two-way talks" in cards
    assert "How our week was" not in cards
    assert f'href="{maple.url}enter/?also={mood.pk}">How our week was</a>' in offer
    assert "How was it?" in offer
    assert asked.count("<fieldset") == 1
    assert f"also={mood.pk}" in asked.split("You could also count:")[1]
    assert "How our week was" not in sheet


def test_it_is_asked_for_when_a_team_wishes_and_stays_once_it_was_counted(client_of, maple, talks, mood, week):
    wished = main(client_of.get(f"{maple.url}enter/?also={mood.pk}"))
    prefix = making.definition(mood).pk.hex
    numbers = {"numerator": 3, "denominator": 4, "version": 0, "rooms": ["Ladybugs"]}
    url = f"{maple.url}enter/?period={week}&also={mood.pk}"
    client_of.post(url, {f"{prefix}-all-{name}": value for name, value in numbers.items()})

    assert wished.count("<fieldset") == 2
    assert "You could also count" not in wished
    listed, asked = main(client_of.get(maple.url)), main(client_of.get(f"{maple.url}enter/"))
    assert "3 of 4, 75%" in listed
    assert "You could also count" not in listed
    assert asked.count("<fieldset") == 2


def test_a_wish_goes_along_to_other_weeks_and_nonsense_is_none(client_of, maple, talks, mood):
    wished = main(client_of.get(f"{maple.url}enter/?also={mood.pk}"))
    nonsense = main(client_of.get(f"{maple.url}enter/?also=nonsense"))

    assert wished.count(f"&amp;also={mood.pk}") == 6  # five weeks, and room by room
    assert nonsense.count("<fieldset") == 1


def test_a_plan_to_count_it_is_a_choice_too(client_of, maple, talks, mood):
    client_of.post(f"{maple.url}{mood.pk}/plan/", {"who": "Rosa", "version": ""})

    assert "You could also count" not in main(client_of.get(maple.url))


@pytest.mark.parametrize("number", [1, 3])
def test_choosing_is_one_query_and_none_where_there_is_nothing_to_choose(
    maple, talks, reach, django_assert_num_queries, number
):
    actor = SimpleNamespace(organization_id=maple.organization.pk, number_team_ids=[maple.team.pk], hushed_team_ids=())
    free = [making.metric(maple.collaborative, is_required=False) for _ in range(number)]
    metrics = catalogue.metrics_in(maple.collaborative.pk, today=making.DAY)

    with reach(maple.team), django_assert_num_queries(1):
        counted, others = chosen_by(actor, maple.team.pk, metrics)
    with django_assert_num_queries(0):
        chosen_by(actor, maple.team.pk, counted)

    assert (counted, len(others)) == ([talks], len(free))


def test_nobody_waits_for_what_a_team_did_not_choose(maple, talks, mood, reach, today, week):
    metrics = catalogue.metrics_in(maple.collaborative.pk, today=today)

    def waiting():
        with reach(maple.team):
            found = series_of(None, metrics=metrics, teams=[maple.team.pk], last=5, today=today)
        return [metric.key for metric in metrics if not pages.is_all_in(found[maple.team.pk, metric.pk], today)]

    before = waiting()
    with reach(maple.team):
        making.observation(maple.team, making.definition(mood), week, on=today)

    assert (before, waiting()) == (["talks"], ["talks", "mood"])
