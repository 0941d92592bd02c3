"""The screen on which a team puts in its numbers."""

from datetime import timedelta

import pytest

from collaborative.tenancy.enums import Role
from metrics import periods
from metrics.enums import Hope, Kind
from metrics.models import Observation
from tests import factories
from tests.factories import metrics as making
from tests.metrics.reading import words


@pytest.fixture
def talks(maple):
    return making.metric(
        maple.collaborative,
        name="Families we had a two-way talk with",
        key="talks",
        counts_families=True,
        position=1,
    )


@pytest.fixture
def moments(maple):
    return making.metric(
        maple.collaborative, name="Hard moments", key="moments", kind=Kind.COUNT, hope=Hope.FEWER, position=2
    )


@pytest.fixture
def week(today):
    """The week people would count now."""
    return periods.to_count_now("week", today)


def prefix(metric, room="all"):
    return f"{making.definition(metric).pk.hex}-{room}"


def sent(metric, room="all", **values):
    """What a form of one metric sends; all rooms are ticked, as the screen proposes."""
    values = {"version": 0, **({"rooms": ["Ladybugs", "Sunflowers", "Explorers"]} if room == "all" else {}), **values}
    return {f"{prefix(metric, room)}-{name}": value for name, value in values.items()}


def stored(maple, reach):
    with reach(maple.team):
        return list(
            Observation.objects.order_by("pk").values_list(
                "subgroup", "numerator", "denominator", "not_this_time", "rooms_covered", "rooms_there", "version"
            )
        )


@pytest.fixture
def signed_in(sign_in, maple):
    return sign_in(maple.leader)


@pytest.mark.capability("C143")
def test_numbers_are_put_in_and_the_chart_is_there_at_once(signed_in, maple, talks, moments, reach, week):
    url = f"{maple.url}enter/?period={week}"

    answer = signed_in.post(url, {**sent(talks, numerator=34, denominator=46), **sent(moments, numerator=5)})

    assert (answer.status_code, answer.url) == (302, maple.url)
    all_rooms = ["Ladybugs", "Sunflowers", "Explorers"]
    assert stored(maple, reach) == [("", 34, 46, "", all_rooms, 3, 1), ("", 5, None, "", all_rooms, 3, 1)]
    page = words(signed_in.get(maple.url))
    assert "34 of 46, 74%" in page
    assert "Thank you, it is in." in page


@pytest.mark.capability("C143")
def test_a_reason_is_a_good_answer(signed_in, maple, talks, reach, week):
    signed_in.post(f"{maple.url}enter/?period={week}", sent(talks, reason="We were closed"))

    assert stored(maple, reach) == [("", None, None, "We were closed", [], None, 1)]


def test_part_above_its_whole_is_explained_and_kept_and_the_rest_goes_in(signed_in, maple, talks, moments, reach, week):
    data = {**sent(talks, numerator=47, denominator=46), **sent(moments, numerator=5)}

    answer = signed_in.post(f"{maple.url}enter/?period={week}", data)

    page = words(answer)
    assert answer.status_code == 200
    assert "47 is more than 46, and it is a part of it. Which of the two is a slip?" in page
    assert f'name="{prefix(talks)}-numerator" value="47"' in page
    assert "1 number is in." in page
    assert [row[1] for row in stored(maple, reach)] == [5]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"numerator": "a lot"}, "Please use a whole number, such as 34."),
        ({"numerator": "-3", "denominator": "46"}, "Numbers start at 0 here."),
        ({"numerator": "34"}, "And out of how many?"),
        ({"denominator": "46"}, "And how many of them?"),
        ({"numerator": "0", "denominator": "0"}, "Out of 0 we cannot tell."),
        ({"numerator": "3e9", "denominator": "46"}, "Please use a whole number, such as 34."),
        ({"numerator": "3000000", "denominator": "46"}, "This looks like a slip of the finger"),
        ({"numerator": "34", "denominator": "46", "reason": "closed"}, "Please keep just one of them."),
        ({"numerator": "34", "denominator": "46", "rooms": []}, "Please tick the rooms that counted."),
    ],
)
def test_what_cannot_be_is_explained_beside_the_field(signed_in, maple, talks, reach, week, typed, said):
    answer = signed_in.post(f"{maple.url}enter/?period={week}", sent(talks, **typed))

    page = words(answer)
    assert answer.status_code == 200
    assert said in page
    assert all(f'value="{value}"' in page for name, value in typed.items() if name != "rooms")
    assert stored(maple, reach) == []


def test_denominator_fits_the_rooms_that_counted_unless_people_say_it_is_right(signed_in, maple, talks, reach, week):
    url = f"{maple.url}enter/?period={week}"
    two_rooms = {"numerator": 20, "denominator": 46, "rooms": ["Ladybugs", "Sunflowers"]}

    asked = words(signed_in.post(url, sent(talks, **two_rooms)))
    nothing = stored(maple, reach)
    signed_in.post(url, sent(talks, **two_rooms, sure="on"))

    assert "The rooms you ticked have 28 families, as far as we know. Is 46 right?" in asked
    assert nothing == []
    assert stored(maple, reach) == [("", 20, 46, "", ["Ladybugs", "Sunflowers"], 3, 1)]


def test_rooms_are_put_in_one_by_one(signed_in, maple, talks, reach, week):
    data = {
        **sent(talks, "ladybugs", numerator=10, denominator=12),
        **sent(talks, "explorers", reason="A new teacher"),
        **sent(talks, "sunflowers"),
    }

    signed_in.post(f"{maple.url}enter/?period={week}&by=room", data)

    assert stored(maple, reach) == [
        ("Ladybugs", 10, 12, "", ["Ladybugs"], 3, 1),
        ("Explorers", None, None, "A new teacher", [], None, 1),
    ]


def test_a_correction_keeps_what_it_was_before(signed_in, maple, talks, reach, week):
    url = f"{maple.url}enter/?period={week}"
    signed_in.post(url, sent(talks, numerator=34, denominator=46))

    signed_in.post(url, sent(talks, numerator=31, denominator=46, version=1))

    with reach(maple.team):
        row = Observation.objects.get()
    page = words(signed_in.get(f"{maple.url}counts/{row.pk}/"))
    assert (row.numerator, row.version) == (31, 2)
    assert page.index("31 of 46, 67%") < page.index("34 of 46, 74%")


def test_the_same_numbers_again_change_nothing(signed_in, maple, talks, reach, week):
    url = f"{maple.url}enter/?period={week}"
    signed_in.post(url, sent(talks, numerator=34, denominator=46))

    signed_in.post(url, sent(talks, numerator=34, denominator=46, version=1))

    assert [row[-1] for row in stored(maple, reach)] == [1]


def test_a_double_tap_is_one_number(signed_in, maple, talks, reach, week):
    data = sent(talks, numerator=34, denominator=46)
    url = f"{maple.url}enter/?period={week}"

    first, second = signed_in.post(url, data), signed_in.post(url, data)

    assert (first.url, second.url) == (maple.url, maple.url)
    assert len(stored(maple, reach)) == 1


def test_of_two_people_the_second_sees_both_numbers(client, sign_in, maple, talks, reach, week):
    url = f"{maple.url}enter/?period={week}"
    teacher = factories.member(Role.TEACHER, team=maple.team).person
    sign_in(teacher)
    client.post(url, sent(talks, numerator=31, denominator=46))
    sign_in(maple.leader)

    answer = client.post(url, sent(talks, numerator=34, denominator=46))

    page = words(answer)
    assert answer.status_code == 409
    assert "31 of 46" in page
    assert f'name="{prefix(talks)}-numerator" value="34"' in page
    assert f'name="{prefix(talks)}-version" value="1"' in page
    assert [row[1] for row in stored(maple, reach)] == [31]
    client.post(url, sent(talks, numerator=34, denominator=46, version=1))
    assert [row[1] for row in stored(maple, reach)] == [34]


def test_what_one_did_not_touch_is_no_conflict(client, sign_in, maple, talks, moments, reach, week):
    url = f"{maple.url}enter/?period={week}"
    sign_in(maple.leader)
    client.post(url, sent(talks, numerator=31, denominator=46))
    client.post(url, sent(talks, numerator=33, denominator=46, version=1))  # somebody corrects it

    answer = client.post(url, {**sent(talks, numerator=31, denominator=46, version=1), **sent(moments, numerator=5)})

    assert answer.status_code == 302
    assert [row[1] for row in stored(maple, reach)] == [33, 5]


def test_an_emptied_number_is_not_silently_kept(signed_in, maple, talks, week):
    url = f"{maple.url}enter/?period={week}"
    signed_in.post(url, sent(talks, numerator=34, denominator=46))

    answer = signed_in.post(url, sent(talks, version=1))

    assert "To take this out, put in the right number or say why not this time." in words(answer)


def test_unsaved_words_come_back(signed_in, maple, talks, week):
    url = f"{maple.url}enter/?period={week}"
    page = words(signed_in.get(url))
    address = page.split('data-draft-url="')[1].split('"')[0]

    signed_in.post(address, {f"{prefix(talks)}-numerator": "34"}, content_type="application/json")

    assert f'name="{prefix(talks)}-numerator" value="34"' in words(signed_in.get(url))
    signed_in.post(url, sent(talks, numerator=35, denominator=46))
    assert f'name="{prefix(talks)}-numerator" value="35"' in words(signed_in.get(url))


def test_the_promise_stands_only_where_it_was_signed(signed_in, maple, talks, today):
    promise = "They are not used to rate your center or anyone in it."
    first = "These numbers are for your team, so you can see if your changes help."
    last = "If you could not count this time, tell us why. That is a good answer too."

    unsigned = words(signed_in.get(f"{maple.url}enter/"))
    maple.organization.not_used_to_rate_signed_on = today
    maple.organization.save()
    signed = words(signed_in.get(f"{maple.url}enter/"))

    assert f"{first} {last}" in unsigned
    assert f"{first} {promise} {last}" in signed


def test_the_last_five_weeks_can_be_reached_and_no_other(signed_in, maple, talks, today, week):
    page = words(signed_in.get(f"{maple.url}enter/"))
    reachable = periods.last_starts("week", today, 5)

    assert [f"?period={start}" in page for start in reachable] == [True] * 5
    ahead, long_ago = reachable[-1] + timedelta(days=7), reachable[0] - timedelta(days=7)
    for other in (ahead, long_ago, "nonsense"):
        assert words(signed_in.get(f"{maple.url}enter/?period={other}")).count('aria-current="true"') == 1


def test_last_value_stands_beside_the_field(signed_in, maple, talks, reach, week):
    with reach(maple.team):
        making.observation(maple.team, making.definition(talks), week - timedelta(days=14), on=week)

    page = words(signed_in.get(f"{maple.url}enter/?period={week}"))

    assert "34 of 46, 74%" in page.split("Last time:")[1][:60]


@pytest.mark.parametrize("number", [1, 3])
def test_screen_reads_the_same_for_one_and_three_metrics(
    client, sign_in, maple, reach, week, django_assert_num_queries, number
):
    metrics = [making.metric(maple.collaborative) for _ in range(number)]
    with reach(maple.team):
        for metric in metrics:
            making.observation(maple.team, making.definition(metric), week, on=week)
    sign_in(maple.leader)
    client.get(f"{maple.url}enter/")

    with django_assert_num_queries(QUERIES):
        client.get(f"{maple.url}enter/")


QUERIES = 13  # the door and the frame, then: team, metrics, numbers, draft, organization


@pytest.mark.parametrize("role", [Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM, Role.DIRECTOR])
def test_numbers_are_put_in_by_the_team_alone(client, sign_in, maple, talks, role, week):
    place = {"team": maple.team} if role == Role.DIRECTOR else {"collaborative": maple.collaborative}
    sign_in(factories.member(role, **place).person)

    assert client.get(f"{maple.url}enter/").status_code == 403
    assert client.post(f"{maple.url}enter/", sent(talks, numerator=1, denominator=2)).status_code == 403
