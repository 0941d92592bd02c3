"""How far tries have come, and whose voice is still to come."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from collaborative.schedule.models import LearningSession, PlannedDate
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import Center
from pdsa.models import Spread, Voices
from pdsa.rules import voices as rules
from tests import factories
from tests.factories import pdsa as tries
from tests.factories.pdsa import TODAY, acting_as, text_of

ROOMS = [{"name": name, "families": 10, "age": ""} for name in ("Ladybugs", "Explorers", "Owls")]
NUMBERS = {"rooms": "3", "rooms_reached": "1", "staff": "9", "staff_reached": "2", "words": "Slowly"}


@pytest.fixture
def team(team):
    Center.objects.filter(pk=team.center_id).update(rooms=ROOMS, staff=12)
    team.center.refresh_from_db()
    return team


@pytest.fixture
def session(collaborative):
    """The first learning session was a month ago."""
    on = TODAY - datetime.timedelta(days=30)
    starts = PlannedDate.objects.create(collaborative=collaborative, kind="session", title="LS1", on=on)
    return LearningSession.objects.create(
        collaborative=collaborative, number=1, name="Learning Session 1", starts=starts
    )


def noted(membership):
    with acting_as(membership) as actor:
        return list(
            Spread.objects.visible_to(actor)
            .newest_first()
            .values_list("rooms", "rooms_reached", "staff", "staff_reached")
        )


@pytest.mark.capability("C022")
def test_a_team_leader_notes_how_far_tries_have_come_and_what_was_noted_before_stays(team, team_leader, browse):
    browse.as_(team_leader)

    browse.post("spread_add", team.pk, **NUMBERS)
    browse.post("spread_add", team.pk, **NUMBERS | {"rooms_reached": "2", "words": ""})

    page = text_of(browse.get("spread", team.pk))
    assert noted(team_leader) == [(3, 2, 9, 2), (3, 1, 9, 2)]
    assert "Something was tried in 2 of 3 rooms." in page and "Something was tried in 1 of 3 rooms." in page
    assert "2 of 9 people outside the team have tried something, or helped to." in page


@pytest.mark.capability("C022")
def test_the_first_form_begins_with_what_the_center_said_and_the_rooms_that_tries_name(
    team, team_leader, teacher, browse
):
    tries.cycle(teacher, audience=Audience.TEAM, where="Ladybugs, two mornings")
    tries.cycle(teacher, audience=Audience.SELF, where="Explorers")

    page = browse.as_(team_leader).get("spread", team.pk)

    assert page.context["form"].initial == {"rooms": 3, "rooms_reached": 1, "staff": 10}
    assert page.context["named"] == ["Ladybugs"]


@pytest.mark.capability("C022")
def test_a_ramp_says_in_how_many_rooms_it_was_tried_out_of_those_there_are(team, team_leader, teacher, browse):
    cycle = tries.cycle(teacher, audience=Audience.ALL, where="Owls and Ladybugs")

    before = text_of(browse.as_(teacher).get("cycle_detail", cycle.pk))
    browse.as_(team_leader).post("spread_add", team.pk, rooms="5")
    after = text_of(browse.as_(teacher).get("cycle_detail", cycle.pk))

    assert "Tried so far in Ladybugs and Owls, 2 of our 3 rooms." in before
    assert "Tried so far in Ladybugs and Owls, 2 of our 5 rooms." in after


@pytest.mark.capability("C022")
def test_only_the_team_and_who_walks_with_it_see_how_far_it_has_come(
    collaborative, team, team_leader, teacher, coach, other_teacher, browse
):
    staff = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    stranger = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)
    browse.as_(team_leader).post("spread_add", team.pk, **NUMBERS)
    everyone = (team_leader, teacher, coach, staff, stranger, other_teacher, observer)

    answers = [browse.as_(one).get("spread", team.pk).status_code for one in everyone]
    written = [browse.as_(one).post("spread_add", team.pk, **NUMBERS).status_code for one in everyone[1:]]
    unlocked = []
    for one in everyone:
        with acting_as(one):
            unlocked.append(Spread.objects.count())

    assert answers == [200, 200, 200, 200, 403, 403, 403]
    assert written == [403] * 6
    assert unlocked == [1, 1, 1, 1, 0, 0, 0]
    assert "Ladybugs" not in text_of(browse.as_(other_teacher).get("other_teams"))


def test_a_slip_goes_off_the_page_and_comes_back(team, team_leader, browse):
    browse.as_(team_leader).post("spread_add", team.pk, **NUMBERS)
    with acting_as(team_leader):
        row = Spread.objects.get()

    away = browse.post("spread_remove", row.pk)
    page = text_of(browse.client.get(away["Location"]))
    gone = noted(team_leader)
    browse.post("spread_restore", row.pk)

    assert ("It is off the page." in page, gone, len(noted(team_leader))) == (True, [], 1)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rooms_reached": "4"}, "That is more than there are."),
        ({"rooms": ""}, "And out of how many?"),
        ({"staff": "-1"}, "Please write a whole number"),
        ({"staff": "99999999999"}, "Please write a whole number"),
        ({"rooms": "three"}, "Please write a whole number"),
        (dict.fromkeys(("rooms", "rooms_reached", "staff", "staff_reached"), ""), "One number is enough."),
        ({"words": "x" * 241}, "Up to 240 letters fit here"),
    ],
)
def test_numbers_that_cannot_be_come_back_with_what_to_do(team, team_leader, browse, changes, said):
    answer = browse.as_(team_leader).post("spread_add", team.pk, **NUMBERS | changes)

    assert (answer.status_code, said in text_of(answer)) == (200, True)
    assert noted(team_leader) == []


def test_numbers_hold_in_the_database_too(team, team_leader):
    wrong = [
        ({}, "spread_says_a_number"),
        ({"rooms": 1, "rooms_reached": 2}, "spread_rooms_reached_are_part"),
        ({"staff_reached": 2}, "spread_staff_reached_is_part"),
    ]
    with acting_as(team_leader):
        for numbers, name in wrong:
            with pytest.raises(IntegrityError, match=name), transaction.atomic():
                Spread.objects.create(team=team, author=team_leader.person, said_on=TODAY, **numbers)


@pytest.mark.parametrize("days", [1, 3])
def test_the_page_takes_the_same_queries_for_more_days(team, team_leader, browse, days, django_assert_num_queries):
    browse.as_(team_leader)
    for _day in range(days):
        browse.post("spread_add", team.pk, **NUMBERS)
    browse.get("spread", team.pk)

    with django_assert_num_queries(12):
        page = browse.get("spread", team.pk)

    assert len(page.context["lines"]) == days


@pytest.mark.capability("C016")
def test_the_leader_alone_is_asked_whose_voice_is_still_to_come(team, team_leader, teacher, session, browse):
    factories.member(Role.FAMILY_PARTNER, team=team)
    tries.cycle(teacher, audience=Audience.TEAM, where="Ladybugs")
    question = (
        "Since Learning Session 1 we have not read a try yet from families, Explorers (a room) and Owls (a room)."
        " Whom could you ask on Tuesday?"
    )

    asked = text_of(browse.as_(team_leader).get("voices"))

    assert question in asked
    assert "A senior leader is still to come." in asked
    assert question in text_of(browse.as_(team_leader).get("cycle_list"))
    others = [browse.as_(teacher).get(name) for name in ("voices", "cycle_list")]
    assert (others[0].status_code, "Whom could you ask" in text_of(others[1])) == (403, False)


@pytest.mark.capability("C016")
def test_what_people_keep_to_themselves_is_not_looked_at_and_an_idea_counts_as_a_voice(
    team, team_leader, teacher, session, browse
):
    family = factories.member(Role.FAMILY_PARTNER, team=team, person=factories.person(first_name="Denise"))
    tries.cycle(family, audience=Audience.SELF)
    tries.cycle(teacher, audience=Audience.TEAM)

    before = text_of(browse.as_(team_leader).get("voices"))
    tries.cycle(teacher, audience=Audience.TEAM, whose_idea="Denise, at pick-up")
    after = text_of(browse.as_(team_leader).get("voices"))

    assert ("a try yet from families" in before, "a try yet from" in after) == (True, False)


@pytest.mark.capability("C016")
def test_notes_of_languages_and_rooms_become_questions_without_a_name_and_nobody_else_reads_them(
    collaborative, team, team_leader, teacher, coach, browse
):
    staff = factories.member(
        Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=["relationship_manager"]
    )
    notes = {
        "languages": "Spanish, Somali",
        "we_speak": "spanish",
        "rooms": ["Ladybugs", "Owls"],
        "thoughts": "Ask Amina",
    }

    browse.as_(team_leader).post("voices", **notes)

    asked = text_of(browse.get("voices"))
    assert "Some families speak Somali, and nobody on the team does yet. Who could speak for them?" in asked
    assert "Who could tell the team what the day is like in Explorers?" in asked
    assert "families speak Spanish" not in asked
    unlocked = []
    for one in (team_leader, teacher, coach, staff):
        with acting_as(one):
            unlocked.append(Voices.objects.count())
    assert unlocked == [1, 0, 0, 0]
    assert [browse.as_(one).get("voices").status_code for one in (coach, staff)] == [403, 403]


def test_notes_saved_on_two_pages_are_never_overwritten_silently(team, team_leader, browse):
    browse.as_(team_leader).post("voices", languages="Spanish")
    with acting_as(team_leader):
        version = Voices.objects.get().version

    first = browse.post("voices", languages="Somali", opened_version=version)
    second = browse.post("voices", languages="Dari", opened_version=version)
    third = browse.post("voices", languages="Dari", opened_version=second.context["form"]["opened_version"].value())

    with acting_as(team_leader):
        assert Voices.objects.get().languages == ["Dari"]
    assert (first.status_code, second.status_code, third.status_code) == (302, 409, 302)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"languages": ",".join("abcdefghijklmn")}, "Please write a few short names"),
        ({"languages": "x" * 41}, "Please write a few short names"),
        ({"rooms": ["The moon"]}, "cannot be chosen here"),
    ],
)
def test_notes_that_cannot_be_come_back(team, team_leader, browse, values, said):
    answer = browse.as_(team_leader).post("voices", **values)

    assert (answer.status_code, said in text_of(answer)) == (200, True)


def test_before_the_first_session_nothing_is_asked_about_tries(team, team_leader, teacher, browse):
    tries.cycle(teacher, audience=Audience.TEAM)

    assert "we have not read" not in text_of(browse.as_(team_leader).get("voices"))


def test_a_room_is_named_by_its_whole_name_alone():
    rooms = ["Owls", "Night Owls", "Fours (A)"]

    assert rules.rooms_named(rooms, ["in the owls' corner"]) == ["Owls"]
    assert rules.rooms_named(rooms, ["Fours (A), snack", ""]) == ["Fours (A)"]
    assert rules.rooms_named(rooms, ["Growls, everywhere"]) == []
    assert rules.rooms_not_heard(rooms, ["at the door"]) == []
    assert rules.rooms_not_heard(rooms, ["Owls"]) == ["Night Owls", "Fours (A)"]


def test_who_was_heard_is_read_from_roles_and_ideas_alone():
    members = [("Rosa", Role.TEACHER), ("Denise", Role.FAMILY_PARTNER), ("Mar", Role.SENIOR_LEADER)]

    assert rules.not_heard(members, [(Role.TEACHER, "")]) == [Role.FAMILY_PARTNER, Role.SENIOR_LEADER]
    assert rules.not_heard(members, [(Role.TEACHER, "A grandmother")]) == [Role.TEACHER, Role.SENIOR_LEADER]
    assert rules.not_heard(members, [(Role.TEAM_LEADER, "Rosa and Mar")]) == [Role.FAMILY_PARTNER]
    assert rules.places_to_fill(role for _name, role in members) == []
    assert rules.places_to_fill([Role.TEACHER]) == [Role.FAMILY_PARTNER, Role.SENIOR_LEADER]
