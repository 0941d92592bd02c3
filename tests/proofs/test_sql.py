"""SQL as the web's own role, table by table: without a context nothing, in one organization nothing of another."""

import uuid
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction

from collaborative.isolation.context import Context, entered
from collaborative.isolation.models import RowKey
from tests.proofs.world import has_audience, organization_models, rungs_of

EVERYTHING_OF = ["collaboratives", "teams", "staff_teams", "groups", "number_teams", "faculty"]


def everything(world, name):
    """A context that reaches every row of one organization: all its teams, groups and collaboratives."""
    places = [place for key, place in world.places.items() if key.startswith(name)]
    teams = tuple({place.team.pk for place in places})
    collaboratives = tuple({place.collaborative.pk for place in places})
    return Context(
        organization=world.organizations[name].pk,
        person=places[0].author.pk,
        teams=teams,
        staff_teams=teams,
        number_teams=teams,
        groups=tuple({place.group.pk for place in places}),
        collaboratives=collaboratives,
        faculty=collaboratives,
    )


def tables():
    return [model._meta.db_table for model in apps.get_models()
            if any(c.name == "organization_id" for c in model._meta.concrete_fields)]  # fmt: skip


REFUSALS = "foreign key|permission denied|check constraint|row-level security"
UNREADABLE = {"audit_access"}  # kept for security alone: the web may add to it, not read it


def count(table, where="true", parameters=()):
    if table in UNREADABLE:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(f'SELECT count(*) FROM "{table}"')
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {where}', parameters)
        return cursor.fetchone()[0]


@pytest.mark.capability("C001")
def test_without_a_context_every_table_is_empty(world):
    with entered(Context()):
        counts = {table: count(table) for table in tables()}

    assert counts == dict.fromkeys(tables(), 0)


def test_in_one_organization_no_row_of_another_is_there(world):
    other = world.organizations["B"].pk

    with entered(everything(world, "A")):
        foreign = {table: count(table, "organization_id = %s", [other]) for table in tables()}
        own = {model._meta.label: count(model._meta.db_table) for model in organization_models()}

    assert foreign == dict.fromkeys(tables(), 0)
    unread = {"audit.Access", "outbox.Message", "drafts.Draft", "tenancy.SentForm"}
    assert [label for label, rows in own.items() if rows == 0 and label not in unread] == []


def test_no_row_can_be_written_into_another_organization(world):
    other = world.organizations["B"].pk
    for model in organization_models():
        place = world.places["A-own"]
        row = place.row(model)
        refused = pytest.raises(ProgrammingError, match="row-level security")
        with entered(everything(world, "A")), refused, transaction.atomic():
            fresh = model(**{c.attname: getattr(row, c.attname) for c in model._meta.concrete_fields})
            fresh.pk, fresh.organization_id = uuid.uuid4(), other
            model.objects.bulk_create([fresh])


def test_no_key_can_point_into_another_organization(world):
    for model in organization_models():
        for column in model._meta.concrete_fields:
            if not isinstance(column, RowKey) or column.remote_field.model is model:
                continue
            foreign = world.places["B-own"].row(column.remote_field.model)
            row = world.places["A-author"].row(model)
            refused = pytest.raises(DatabaseError, match=REFUSALS)
            with (
                entered(replace(everything(world, "A"), person=world.places["A-author"].author.pk)),
                refused,
                transaction.atomic(),
            ):
                with connection.cursor() as cursor:
                    cursor.execute(
                        f'UPDATE "{model._meta.db_table}" SET "{column.column}" = %s WHERE id = %s',
                        [foreign.pk, row.pk],
                    )
                    assert cursor.rowcount > 0, f"{model._meta.label} was not there to change"
                raise AssertionError(f"{model._meta.label}.{column.name} pointed into another organization")


def test_a_foreign_id_and_a_made_up_one_are_refused_alike(world):
    place = world.places["A-own"]
    foreign = world.places["B-own"].team.pk
    told = []
    for team in (foreign, uuid.uuid4()):
        with entered(everything(world, "A")), pytest.raises(DatabaseError) as refused, transaction.atomic():
            connection.cursor().execute(
                "INSERT INTO tenancy_sharingpause (id, organization_id, version, created_at, team_id, asked_by_id)"
                " VALUES (%s, %s, 1, now(), %s, %s)",
                [uuid.uuid4(), place.organization_id, team, place.author.pk],
            )
        told.append(str(refused.value).replace(str(team), "TEAM"))

    assert told[0] == told[1]


@pytest.mark.capability("C375")
def test_the_ladder_holds_in_the_database_rung_by_rung(world):
    """For a teacher: her own words on every rung, her team's from `team` up, her group's, and of others only `all`."""
    teacher = world.places["A-author"]
    context = Context(
        organization=teacher.organization_id,
        person=teacher.author.pk,
        teams=(teacher.team.pk,),
        groups=(teacher.group.pk,),
        collaboratives=(teacher.collaborative.pk,),
    )
    expected = {
        "A-author": {"self", "group", "team", "team_staff", "all", "faculty"},
        "A-own": {"group", "team", "team_staff", "all"},
        "A-other": {"group", "all"},
        "A-elsewhere": set(),
        "B-own": set(),
    }
    for model in [model for model in organization_models() if has_audience(model)]:
        with entered(context):
            found = {
                name: {str(rung) for (kind, rung), row in world.places[name].rows.items()
                       if kind is model and model.objects.filter(pk=row.pk).exists()}
                for name in expected
            }  # fmt: skip

        possible = set(map(str, rungs_of(model)))
        assert (model._meta.label, found) == (
            model._meta.label,
            {name: rungs & possible for name, rungs in expected.items()},
        )
