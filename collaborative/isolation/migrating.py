"""Migrations whose steps of one kind are taken together.

Django draws all models anew after each step: with some hundreds of tables that all know an organization and its
people, a new database would wait minutes for nothing. Here one drawing serves a whole run of new tables or columns,
and none is needed for what hangs on a table: constraints, indexes, triggers. The tables come out the same.
"""

from itertools import groupby

from django.db import migrations
from pgtrigger.migrations import AddTrigger, RemoveTrigger

HANGING = (migrations.AddConstraint, migrations.AddIndex, AddTrigger, RemoveTrigger)
TOGETHER = (migrations.CreateModel, migrations.AddField)


class Migration(migrations.Migration):
    """A migration of many steps; going back, and printing its SQL, is Django's own."""

    def apply(self, project_state, schema_editor, collect_sql=False):
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        for kind, steps in groupby(self.operations, key=_kind):
            if kind is None:
                for step in steps:
                    self._take([step], project_state, schema_editor, is_drawn=None)
            else:
                self._take(list(steps), project_state, schema_editor, is_drawn=kind is HANGING)
        return project_state

    def _take(self, steps, state, schema_editor, *, is_drawn):
        """`is_drawn`: the models as drawn before still serve; None: Django mends the drawing itself."""
        before = state.clone()
        drawn = None if is_drawn is None else state.__dict__.pop("apps", None)
        for step in steps:
            step.state_forwards(self.app_label, state)
        if is_drawn and drawn is not None:
            state.__dict__["apps"] = drawn
        for step in steps:
            step.database_forwards(self.app_label, schema_editor, before, state)


def _kind(step):
    if isinstance(step, HANGING):
        return HANGING
    return next((kind for kind in TOGETHER if isinstance(step, kind)), None)
