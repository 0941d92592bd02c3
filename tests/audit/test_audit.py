"""Openings are noted once, without persons of teams; what was taken out is noted for security, and no page reads it."""

import datetime
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from collaborative.audit.actions import record_access, record_opening
from collaborative.audit.models import Access, Opening
from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from tests import factories
from tests.conftest import connect_as
from tests.factories import metrics as making
from tests.factories.pdsa import acting_as, cycle

TODAY, TOMORROW = datetime.date(2026, 11, 18), datetime.date(2026, 11, 19)
THING, TEAM, COACH = (uuid.uuid4() for _number in range(3))


def test_an_opening_is_noted_once_whoever_of_the_team_opens_it(organization):
    for on in (TODAY, TODAY, TOMORROW):
        record_opening("try", THING, team_id=TEAM, on=on)
    record_opening("try", THING, coach_id=COACH, on=TOMORROW)
    record_opening("report", THING, team_id=TEAM, on=TODAY)

    rows = Opening.objects.order_by("pk").values_list("thing", "team_id", "coach_id", "opened_on")
    assert list(rows) == [
        ("try", TEAM, None, TODAY), ("try", None, COACH, TOMORROW), ("report", TEAM, None, TODAY),
    ]  # fmt: skip


def test_openings_hold_no_person_of_a_team():
    assert {field.name for field in Opening._meta.fields} == {
        "id", "organization_id", "thing", "thing_id", "team_id", "coach_id", "opened_on",
    }  # fmt: skip


def test_an_opening_is_of_its_own_organization(organization):
    record_opening("try", THING, team_id=TEAM, on=TODAY)

    with tenant_context(uuid.uuid4()):
        assert Opening.objects.count() == 0


def test_opening_a_try_of_another_team_notes_the_team_and_the_coach(client, collaborative, team):
    teacher = factories.member(Role.TEACHER, team=team)
    reader = factories.member(Role.TEACHER, team=factories.team(collaborative))
    coach = factories.member(Role.FACULTY_COACH, collaborative=collaborative)
    factories.assignment(coach.person, team)
    shown = cycle(teacher, audience="all")

    for member in (reader, reader, coach, teacher):
        client.force_login(User.objects.get(pk=member.user_id))
        client.get(f"/{member.organization_slug}/{member.collaborative_slug}/pdsa/{shown.pk}/")

    with acting_as(teacher):
        rows = set(Opening.objects.values_list("thing_id", "team_id", "coach_id"))
    assert rows == {(shown.pk, reader.team_id, None), (shown.pk, None, coach.person_id)}


@pytest.mark.capability("C380")
def test_pages_add_to_what_was_taken_out_and_neither_read_nor_change_it(organization):
    record_access("numbers.export", person_id=uuid.uuid4(), thing_id=THING, rows=12)

    for statement in (
        "SELECT * FROM audit_access", "UPDATE audit_access SET rows = 0", "DELETE FROM audit_access",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.capability("C380")
def test_taking_numbers_out_is_noted_with_who_what_and_how_many(transactional_db, client):
    organization_id = uuid.uuid4()
    with entered(Context(organization=organization_id)):
        factories.organization(id=organization_id)
        collaborative = factories.collaborative()
        team = factories.team(collaborative)
        leader = factories.member(Role.TEAM_LEADER, team=team)
        metric = making.metric(collaborative)
    with acting_as(leader):
        making.observation(team, making.definition(metric), datetime.date(2026, 11, 9))
    client.force_login(User.objects.get(pk=leader.user_id))
    here = f"/{leader.organization_slug}/{leader.collaborative_slug}/metrics/"
    client.get(f"{here}teams/{team.pk}/export/")
    client.get(f"{here}{metric.pk}/export/")
    client.get(here)

    connect_as("app_worker")
    with tenant_context(organization_id):
        noted = list(Access.objects.order_by("happened_at").values_list("what", "person_id", "thing_id", "rows"))
    connect_as("app_web")

    person = leader.person_id
    assert noted == [("numbers.export", person, team.pk, 2), ("numbers.export", person, metric.pk, 2)]
