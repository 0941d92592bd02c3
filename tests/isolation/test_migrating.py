"""Steps of a migration taken together leave the same tables as Django's own way, one drawing after each."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from collaborative.isolation.migrating import Migration
from tests.conftest import OWNER
from tests.proofs.opened import opened, owner_as_web

KEY = {"on_delete": models.CASCADE, "related_name": "+"}
ID = models.AutoField(primary_key=True)
STEPS = [
    migrations.CreateModel("Nest", [("id", ID), ("tree", models.CharField(max_length=9))]),
    migrations.CreateModel("Bird", [("id", ID), ("nest", models.ForeignKey("trial.nest", **KEY))]),
    migrations.AddConstraint("nest", models.UniqueConstraint(fields=["tree"], name="trial_tree_once")),
    migrations.AddField("nest", "built_by", models.ForeignKey("trial.bird", null=True, **KEY)),
    migrations.AddField("bird", "weight", models.PositiveSmallIntegerField(default=3)),
    migrations.AddIndex("bird", models.Index(fields=["weight"], name="trial_weight")),
    migrations.AddConstraint("bird", models.CheckConstraint(condition=models.Q(weight__lt=90), name="trial_light")),
    migrations.AlterField("nest", "tree", models.CharField(max_length=40)),
    migrations.RunSQL("INSERT INTO trial_nest (tree) VALUES ('oak')"),
]  # fmt: skip
FOUND = """
    SELECT table_name || '.' || column_name,
           concat_ws(' ', data_type, is_nullable, character_maximum_length, column_default)
      FROM information_schema.columns WHERE table_name LIKE 'trial%%'
    UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid::regclass::text LIKE 'trial%%'
    UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'trial%%'
    UNION ALL SELECT 'rows', string_agg(tree, ',') FROM trial_nest
"""


def tables_made_by(kind) -> dict:
    """{column, constraint or index: how the database describes it} once these steps are taken."""
    migration = kind("0001_initial", "trial")
    migration.operations = STEPS
    with opened(role=OWNER):
        with connection.schema_editor(atomic=False) as editor:
            migration.apply(ProjectState(), editor)
        with connection.cursor() as cursor:
            cursor.execute(FOUND)
            return dict(cursor.fetchall())


@pytest.mark.django_db
def test_tables_come_out_the_same():
    with owner_as_web():
        together, one_by_one = tables_made_by(Migration), tables_made_by(migrations.Migration)

    assert together == one_by_one
    assert together["trial_light"] == "CHECK ((weight < 90))"
    assert together["rows"] == "oak"
    assert len(together) == 22
