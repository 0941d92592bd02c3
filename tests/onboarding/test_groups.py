"""Checklists that only the team and its coach see, and call times that only the group sees by name."""

import datetime

import pytest

from collaborative.onboarding.models import CallSlot, PhaseTick, SlotAnswer, Trial
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup
from tests import factories
from tests.factories.onboarding import EVENING, slot
from tests.factories.schedule import planned_date

TEAM = "prework.team"


@pytest.mark.capability("C083")
def test_a_tick_is_the_teams_own_and_its_coachs(sign_in, teacher, leader, manager, team, place, seen):
    coach = factories.member(Role.FACULTY_COACH, collaborative=team.collaborative)
    stranger = factories.member(Role.FACULTY_COACH, collaborative=team.collaborative)
    factories.assignment(coach.person, team)

    sign_in(teacher).post(f"{place}phases/tick/", {"item": TEAM})

    pages = {name: sign_in(who).get(f"{place}phases/") for name, who in
             {"leader": leader, "coach": coach, "stranger": stranger, "manager": manager}.items()}  # fmt: skip
    own = dict(pages["leader"].context["phases"])
    assert [line.tick is not None for line in next(iter(own.values()))] == [True, False, False, False]
    assert [(team.pk, lines[0].tick is not None) for team, lines in pages["coach"].context["teams"]] == [
        (team.pk, True)
    ]
    assert [pages[name].context["teams"] for name in ("stranger", "manager")] == [[], []]
    assert "they say so" not in pages["manager"].content.decode() + pages["stranger"].content.decode()


def test_a_tick_is_taken_back_and_nothing_unknown_is_ticked(sign_in, teacher, team, place, seen):
    client = sign_in(teacher)
    for _tap in range(2):
        client.post(f"{place}phases/tick/", {"item": TEAM})
    with seen(team):
        ticked = PhaseTick.objects.shown().count()
    client.post(f"{place}phases/untick/", {"item": TEAM})

    assert client.post(f"{place}phases/tick/", {"item": "prework.nonsense"}).status_code == 302
    with seen(team):
        assert (ticked, PhaseTick.objects.shown().count()) == (1, 0)


@pytest.fixture
def coach(collaborative):
    return factories.member(Role.FACULTY_COACH, collaborative=collaborative)


@pytest.fixture
def group(collaborative, coach):
    return AffinityGroup.objects.create(
        collaborative=collaborative, role=Role.TEACHER, name="Teachers", coach=coach.person
    )


@pytest.mark.capability("C094")
def test_people_say_which_times_work_and_only_their_group_reads_names(
    sign_in, teacher, leader, manager, coach, group, place
):
    offered = slot(group, coach.person)

    sign_in(teacher).post(f"{place}calls/{offered.pk}/answer/", {"works": "could"})
    sign_in(teacher).post(f"{place}calls/{offered.pk}/answer/", {"works": "yes"})

    def answers(who):
        groups = sign_in(who).get(f"{place}calls/").context["groups"]
        return [[*one.answers] for _group, _chosen, open_ones in groups for one in open_ones]

    name = teacher.person.first_name
    said = [[("Works for me", [name]), ("I could", []), ("Not for me", [])]]
    assert answers(teacher) == answers(coach) == said
    assert answers(manager) == [[("Works for me", []), ("I could", []), ("Not for me", [])]]
    assert answers(leader) == []  # another role group's times are not there
    assert name not in sign_in(manager).get(f"{place}calls/").content.decode()


@pytest.mark.capability("C094", "C079")
def test_the_chosen_time_is_a_date_of_the_group_alone(
    sign_in, teacher, leader, manager, coach, group, place, here, seen
):
    offered = slot(group, coach.person, link="https://meet.example.org/teachers")

    sign_in(coach).post(f"{place}calls/{offered.pk}/choose/")

    with seen():
        line = PlannedDate.objects.get()
        clock = (line.on, line.at, line.minutes, line.group_id, line.link)
    assert clock == (
        datetime.date(2030, 1, 8), datetime.time(18, 30), 45, group.pk, "https://meet.example.org/teachers",
    )  # fmt: skip

    def sees(who):
        calendar = sign_in(who).get(f"{here}schedule/dates.ics").content.decode()
        return "Call: Teachers" in sign_in(who).get(f"{here}schedule/").content.decode(), "Call: Teachers" in calendar

    assert [sees(who) for who in (teacher, coach, manager, leader)] == [
        (True, True), (True, True), (True, True), (False, False),
    ]  # fmt: skip
    assert sign_in(leader).get(f"{here}schedule/dates/{line.pk}.ics").status_code == 404
    sign_in(coach).post(f"{place}calls/{offered.pk}/open/")
    with seen():
        assert (PlannedDate.objects.shown().count(), CallSlot.objects.get().chosen_on) == (0, None)


def test_times_stand_in_the_readers_own_time(sign_in, teacher, coach, group, place):
    slot(group, coach.person)
    person = teacher.person

    at_home = sign_in(teacher).get(f"{place}calls/").content.decode()
    type(person).objects.filter(pk=person.pk).update(time_zone="Europe/Vienna")
    in_vienna = sign_in(teacher).get(f"{place}calls/").content.decode()

    assert ("New York" in at_home, "Tue 8 Jan 2030, 18:30" in at_home) == (True, True)
    assert ("Vienna" in in_vienna, "Wed 9 Jan 2030, 00:30" in in_vienna) == (True, True)


def test_a_time_is_offered_by_the_coach_to_the_own_group_and_by_the_project_team_to_any(
    sign_in, coach, manager, teacher, group, collaborative, place, seen
):
    other = AffinityGroup.objects.create(collaborative=collaborative, role=Role.FAMILY_PARTNER, name="Families")
    words = {"on": "2030-01-08", "at": "18:30", "minutes": 45, "every": "month", "link": ""}

    def offer(who, to):
        return sign_in(who).post(f"{place}calls/offer/", {**words, "group_id": str(to.pk)}).status_code

    assert [offer(coach, group), offer(coach, other), offer(manager, other), offer(teacher, group)] == [
        302,
        200,
        302,
        403,
    ]
    with seen():
        assert list(CallSlot.objects.order_by("pk").values_list("group_id", "starts_at")) == [
            (group.pk, EVENING), (other.pk, EVENING),
        ]  # fmt: skip


def test_a_time_that_has_passed_is_not_offered(sign_in, coach, group, place, seen):
    words = {"on": "2020-01-08", "at": "18:30", "minutes": 45, "every": "once", "group_id": str(group.pk)}

    response = sign_in(coach).post(f"{place}calls/offer/", words)

    assert response.context["form"].errors == {"on": ["This time has passed. Please choose one that is still to come."]}
    with seen():
        assert (CallSlot.objects.count(), SlotAnswer.objects.count()) == (0, 0)


@pytest.mark.capability("C079")
def test_one_date_as_a_file_holds_its_questions_its_place_and_its_end(sign_in, teacher, collaborative, here):
    line = planned_date(
        collaborative, title="All-team call", on=datetime.date(2030, 1, 8), at=datetime.time(11, 0), minutes=45,
        place="Library", questions="What did you try?\nWhat surprised you?", link="https://meet.example.org/all",
    )  # fmt: skip
    planned_date(collaborative, title="Something else")

    response = sign_in(teacher).get(f"{here}schedule/dates/{line.pk}.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.decode().replace("\r\n ", "").splitlines()
    assert [one for one in lines if one.startswith(("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESC", "URL"))] == [
        "SUMMARY:All-team call",
        "DTSTART:20300108T160000Z",
        "DTEND:20300108T164500Z",
        "DESCRIPTION:What did you try?\\nWhat surprised you?",
        "LOCATION:Library",
        "URL:https://meet.example.org/all",
    ]


@pytest.mark.capability("C085")
def test_who_tried_this_place_is_noted_for_the_project_team_and_coaches(sign_in, manager, coach, teacher, place, seen):
    words = {"who": "Keisha", "device": "An old phone on the bus", "happened": "The code came at once."}

    sign_in(coach).post(f"{place}ready/add/", words)
    page = sign_in(manager).get(f"{place}ready/")
    [trial] = page.context["rows"]
    sign_in(manager).post(f"{place}ready/{trial.pk}/mended/")

    assert [(one.words, one.is_there) for one in page.context["standing"]][:2] == [
        ("The dates of the learning sessions", False), ("The framework, shown to all", False),
    ]  # fmt: skip
    assert sign_in(teacher).get(f"{place}ready/").status_code == 403
    with seen():
        row = Trial.objects.get()
        assert (row.who, row.device, row.mended_on is not None) == ("Keisha", "An old phone on the bus", True)


@pytest.mark.capability("C088")
def test_whom_to_help_in_first_teams_of_which_nobody_is_here(sign_in, manager, leader, teacher, team, place):
    elsewhere = factories.team(team.collaborative)
    waiting = factories.member(Role.TEAM_LEADER, team=elsewhere)
    sign_in(teacher)  # has been in now

    page = sign_in(manager).get(f"{place}coming-in/").context

    assert [row.person_id for row in page["first"]] == [waiting.person_id]
    assert [row.person_id for row in page["then"]] == [leader.person_id]
    assert sign_in(leader).get(f"{place}coming-in/").status_code == 403
