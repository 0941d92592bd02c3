"""A director outside the team sees what the team chose to show; the one-page story has that and nothing else on it."""

import pytest
from django.urls import reverse

from collaborative.tenancy.enums import Role
from pdsa.models import Priority
from tests.factories import home as making
from tests.factories import schedule
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import cycle, text_of


@pytest.fixture
def director(maple):
    return making.named(Role.DIRECTOR, "Marisol", team=maple)


def names(lines):
    return [line.name for line in lines]


@pytest.fixture
def shown(maple, rosa):
    """One try on each rung that a director must not read, and two that are shown to all."""
    for audience in ("self", "team", "team_staff"):
        cycle(rosa, what=f"For {audience} alone", audience=audience)
    cycle(rosa, what="Sing one song at the door", audience="all")
    making.decided(rosa, "let_go", what="Two bells at clean-up")
    Priority.objects.create(team=maple, position=1, text="Mornings without tears", since=TODAY)


@pytest.mark.capability("C017")
def test_a_director_sees_what_the_team_chose_to_show(home, shown, director):
    page = home(director)

    assert names(page.context["trying"]) == ["Sing one song at the door"]
    assert [priority.text for priority in page.context["priorities"]] == ["Mornings without tears"]
    words = text_of(page)
    assert "what do you need from me?" in words
    assert "alone" not in words


def test_a_story_has_only_on_it_what_is_shown_to_all_whoever_prints_it(client, home, shown, rosa, director):
    for member in (rosa, director):
        home(member)
        page = client.get(reverse("home:story", args=[member.organization_slug, member.collaborative_slug]))

        assert names(page.context["trying"]) == ["Sing one song at the door"]
        assert names(page.context["learned"]) == ["Two bells at clean-up"]
        assert "alone" not in text_of(page)


def test_a_story_without_a_team_leads_home(client, home, amal):
    home(amal)
    place = [amal.organization_slug, amal.collaborative_slug]

    response = client.get(reverse("home:story", args=place))

    assert (response.status_code, response.url) == (302, reverse("home:home", args=place))


def test_a_team_that_shows_nothing_yet_is_left_in_peace(home, director):
    page = home(director)

    assert [page.context[name] for name in ("priorities", "trying", "chart", "coming")] == [[], [], None, []]
    assert "That is fine: first tries are often kept among those who try." in text_of(page)


def test_a_director_whose_center_has_no_team_is_told_whom_to_ask(home, collaborative, maple):
    elsewhere = making.team_at(collaborative, "Harbor House")
    director = making.named(Role.DIRECTOR, "Marisol", team=elsewhere)
    elsewhere.hidden_at = f"{TODAY}T12:00:00Z"
    elsewhere.save(update_fields=["hidden_at"])

    page = home(director)

    assert page.context["team"] is None
    assert "Ask the project team how to begin, and who could be on it." in text_of(page)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_directors_home_reads_the_same_for_one_and_three(home_in, collaborative, maple, rosa, director, rows):
    for number in range(rows):
        cycle(rosa, what=f"Song {number}", audience="all")
        Priority.objects.create(team=maple, position=number + 1, text="Mornings", since=TODAY)
        schedule.planned_date(collaborative, on=TODAY + DAY)
        making.counted(maple, making.metric(collaborative, f"Number {number}"), [20, 30])

    page = home_in(OF_DIRECTOR, director)

    assert (len(page.context["trying"]), page.context["chart"].last[-13:]) == (rows, "30 of 46, 65%")


OF_DIRECTOR = 15  # door and frame 8; team, priorities, tries, metrics, which of them are counted, one chart, dates
