"""SQL as the web's own role, table by table: without a context nothing, in one organization nothing of another."""

import uuid
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from collaborative.isolation.context import entered
from collaborative.isolation.models import RowKey
from tests.proofs.borders import everything, leaks
from tests.proofs.world import organization_models

REFUSALS = "foreign key|permission denied|check constraint|row-level security"


@pytest.mark.capability("C001", "C375")
def test_every_border_holds_in_every_table(world):
    """Nothing without a context, nothing of another organization, and within one what the ladder and settings reach;
    the mutants show that each of these borders, opened, is noticed here."""
    assert list(leaks(world)) == []


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
