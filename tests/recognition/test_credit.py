"""What taking part counts for: read by everybody in the collaborative, written by the project team."""

import pytest
from django.db import IntegrityError, transaction

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from portal.recognition.models import CreditNote, Recognition
from tests import factories
from tests.factories import recognition as making
from tests.tenancy.entering import enter

TYPED = {"kind": "registry", "text": "The registry gives 24 hours.", "how": "Send it in by June.",
         "link": "https://registry.example.org/", "ask": ""}  # fmt: skip


def notes(organization):
    with entered(Context(organization=organization.pk)):
        return list(CreditNote.objects.order_by("pk").values_list("kind", "text", "how", "link", "hidden_at"))


@pytest.mark.capability("C038")
def test_the_project_team_writes_what_counts_and_everybody_reads_it(here, organization, collaborative, lynn, rosa, tom):
    director = factories.member(Role.DIRECTOR, collaborative=collaborative, center=rosa.team.center)

    enter(lynn).post(here + "add/", {**TYPED, "ask": str(lynn.person_id)})
    pages = [enter(who).get(here) for who in (rosa, tom, director)]

    assert notes(organization) == [("registry", TYPED["text"], TYPED["how"], TYPED["link"], None)]
    assert [[(note.text, card.name, card.phone) for note, card in page.context["lines"]] for page in pages] == [
        [("The registry gives 24 hours.", "Lynn Vega", "555-Lynn")]
    ] * 3
    assert f'href="{TYPED["link"]}" rel="noopener noreferrer nofollow"' in pages[0].content.decode()


def test_nobody_else_writes_it(here, organization, collaborative, lynn, rosa, priya):
    row = making.credit(lynn)
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)

    for who in (rosa, priya, coach):
        client = enter(who)
        tried = [client.post(here + path, TYPED).status_code for path in
                 ("add/", f"{row.pk}/edit/", f"{row.pk}/hide/", f"{row.pk}/show/", "words/")]  # fmt: skip
        assert tried == [403] * 5
    assert enter(observer).get(here).status_code == 403
    assert notes(organization) == [("hours", making.HOURS, "", "", None)]


def test_what_is_no_longer_true_goes_and_can_come_back(here, organization, lynn):
    row = making.credit(lynn)
    client = enter(lynn)

    gone = client.post(f"{here}{row.pk}/hide/")
    without = client.get(here).context["lines"]
    client.post(f"{here}{row.pk}/show/")

    assert "Put it back" in gone.content.decode()
    assert without == []
    assert notes(organization) == [("hours", making.HOURS, "", "", None)]


def test_of_two_who_change_a_line_the_second_sees_both(here, organization, lynn):
    row = making.credit(lynn)
    client = enter(lynn)
    client.post(f"{here}{row.pk}/edit/", {**TYPED, "version": 1})

    answer = client.post(f"{here}{row.pk}/edit/", {**TYPED, "text": "Mine", "version": 1})

    assert (answer.status_code, notes(organization)[0][1]) == (409, TYPED["text"])
    assert [value for _label, value in answer.context["theirs"]] == [TYPED["text"], TYPED["how"], TYPED["link"]]
    assert 'value="Mine"' in answer.content.decode()


@pytest.mark.capability("C038")
def test_a_title_for_each_role_stands_there_for_everybody(here, organization, lynn, rosa):
    enter(lynn).post(
        here + "words/",
        {
            "title_family_partner": "Parent leader",
            "title_teacher": " ",
            "hours": "24",
            "signed_by": "Anne",
            "version": "",
        },
    )

    page = enter(rosa).get(here)

    assert page.context["titles"] == [("Family partner", "Parent leader")]
    with entered(Context(organization=organization.pk)):
        own = Recognition.objects.get()
    assert (own.titles, own.hours, own.signed_by, own.signed_as) == (
        {"family_partner": "Parent leader"},
        24,
        "Anne",
        "",
    )


def test_of_two_who_say_how_the_second_sees_both(here, organization, lynn):
    client = enter(lynn)
    client.post(here + "words/", {"hours": "24", "version": ""})

    answer = client.post(here + "words/", {"hours": "30", "version": ""})

    assert (answer.status_code, dict(answer.context["theirs"])["Hours in all"]) == (409, 24)


@pytest.mark.parametrize("hours", ["0", "-3", "1001", "many"])
def test_hours_stay_within_reason(here, organization, lynn, hours):
    answer = enter(lynn).post(here + "words/", {"hours": hours, "version": ""})

    assert (answer.status_code, "hours" in answer.context["form"].errors) == (200, True)


def test_the_database_keeps_one_way_of_recognizing_and_hours_within_reason(organization, collaborative, lynn):
    making.recognition(lynn, titles={}, hours=24)

    for more in ({"hours": 3}, {"hours": 0, "hidden_at": "2026-01-01T00:00:00Z"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recognition.objects.create(collaborative=collaborative, **more)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_reads_the_same_for_one_line_and_three(here, lynn, rosa, django_assert_num_queries, rows):
    for number in range(rows):
        making.credit(lynn, text=f"Line {number}", ask_id=lynn.person_id)
    client = enter(rosa)
    client.get(here)

    with django_assert_num_queries(11):  # door and frame 8; the project team, lines, titles
        page = client.get(here)

    assert len(page.context["lines"]) == rows
