"""Beside the balcony: one number over all centers for the data lead, family partners for the liaison."""

import pytest

from collaborative.tenancy.enums import Responsibility, Role
from tests.factories import home as making
from tests.factories.home import DAY, TODAY
from tests.factories.pdsa import text_of


@pytest.fixture
def data_lead(collaborative):
    return making.named(
        Role.IMPLEMENTATION_TEAM, "Ken", collaborative=collaborative, responsibilities=[Responsibility.DATA_LEAD]
    )


@pytest.fixture
def liaison(collaborative):
    return making.named(
        Role.IMPLEMENTATION_TEAM, "Maria", collaborative=collaborative, responsibilities=[Responsibility.FAMILY_LIAISON]
    )


@pytest.fixture
def talks(collaborative):
    return making.metric(collaborative, "Two-way talks", key="talks")


@pytest.mark.capability("C150")
def test_a_data_lead_finds_one_number_over_all_centers_on_one_scale(
    home, collaborative, talks, maple, cedar, data_lead
):
    making.counted(maple, talks, [23, 46])
    making.team_at(collaborative, "Harbor House")
    making.counted(cedar, talks, [23, None])

    page = home(data_lead)

    number = page.context["number"]
    assert number.metric.pk == talks.pk
    assert [(one.team.center.name, one.last) for one in number.multiples] == [
        ("Cedar Grove", "50%"),
        ("Harbor House", ""),
        ("Maple Street", "100%"),
    ]
    boxes = {str(one.svg).split("viewBox=")[1].split('"')[1] for one in number.multiples}
    assert len(boxes) == 1
    assert "From the balcony" in text_of(page)


def test_one_number_after_the_other_and_any_of_them_on_asking(home, collaborative, talks, maple, data_lead):
    drop_offs = making.metric(collaborative, "Calm drop-offs", key="drop-offs")
    for counted in (drop_offs, talks):
        making.counted(maple, counted, [20, 30])
    in_turn = [drop_offs, talks][TODAY.isocalendar().week % 2]

    assert home(data_lead).context["number"].metric.pk == in_turn.pk
    assert home(data_lead, number="talks").context["number"].metric.pk == talks.pk
    assert home(data_lead, number="drop-offs").context["number"].metric.pk == drop_offs.pk
    assert home(data_lead, number="no such").context["number"].metric.pk == in_turn.pk
    assert [one.name for one in home(data_lead).context["number"].choices] == ["Calm drop-offs", "Two-way talks"]


def test_a_number_nobody_counts_yet_has_no_turn_but_can_be_asked_for(home, collaborative, talks, maple, data_lead):
    for name in ("Books at home", "Calm drop-offs"):
        making.metric(collaborative, name, key=name)
    assert home(data_lead).context["number"].metric.name == "Books at home"

    making.counted(maple, talks, [20, 30])

    assert home(data_lead).context["number"].metric.pk == talks.pk
    assert home(data_lead, number="Calm drop-offs").context["number"].metric.name == "Calm drop-offs"


def test_others_of_the_project_team_and_a_data_lead_without_numbers_see_none(home, collaborative, amal, data_lead):
    assert home(data_lead).context["number"] is None
    making.metric(collaborative, "Two-way talks")
    assert home(amal).context["number"] is None


def test_a_liaison_finds_who_came_in_last_and_how_to_reach_them(home, maple, cedar, amal, liaison):
    for days, name, team in ((40, "Denise", maple), (2, "Inés", cedar)):
        making.named(
            Role.FAMILY_PARTNER, name, team=team, starts_on=TODAY - days * DAY,
            details={"phone": f"555-01{days:02}", "how_to_reach": "After six"},
        )  # fmt: skip
    making.named(Role.FAMILY_PARTNER, "Gone", team=cedar, ends_on=TODAY - DAY)

    page = home(liaison)

    assert [(one.person.first_name, one.team.center.name) for one in page.context["partners"]] == [
        ("Inés", "Cedar Grove"),
        ("Denise", "Maple Street"),
    ]
    words = text_of(page)
    assert "Inés Cedar Grove 555-0102 After six" in words
    assert words.index("Could use a friendly call") < words.index("What are teams trying")
    assert home(amal).context["partners"] == []


def test_a_liaison_without_family_partners_is_asked_whom_she_could_help(home, liaison):
    words = text_of(home(liaison))

    assert "No family partner has come in yet. Each team asks one or two: who could you help to find them?" in words


@pytest.mark.parametrize("rows", [1, 3])
def test_both_homes_read_the_same_for_one_and_three(home_in, collaborative, data_lead, liaison, rows):
    for number in range(rows):
        team = making.team_at(collaborative, f"Center {number}")
        making.counted(team, making.metric(collaborative, f"Number {number}"), [20, 30])
        making.named(Role.FAMILY_PARTNER, "Denise", team=team)

    assert len(home_in(OF_DATA_LEAD, data_lead).context["number"].multiples) == rows
    assert len(home_in(OF_LIAISON, liaison).context["partners"]) == rows


OF_LIAISON = 20  # the balcony's and one more: the partners
OF_DATA_LEAD = 20  # two more, and without what she said she would do: what was counted, and its values
