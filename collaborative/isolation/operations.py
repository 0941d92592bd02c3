"""Migration operations that put a table behind both locks: composite keys and row-level security."""

from django.db.migrations.operations.base import Operation

from .policies import ORGANIZATION, still_told

WEB = "app_web"


class KeyRow(Operation):
    """Give a `RowKey` that was added to a protected table its composite key, so that it stays in the organization."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, model_name, name):
        self.model_name = model_name
        self.name = name

    def deconstruct(self):
        return self.__class__.__name__, [self.model_name, self.name], {}

    def state_forwards(self, app_label, state):
        """The models do not change."""

    def describe(self):
        return f"Key {self.name} of {self.model_name} to rows of the same organization"

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        schema_editor.execute(
            f'ALTER TABLE "{model._meta.db_table}" ADD CONSTRAINT "{self._constraint(model, field)}"'
            f" FOREIGN KEY (organization_id, {field.column})"
            f' REFERENCES "{field.remote_field.model._meta.db_table}" (organization_id, id) NOT DEFERRABLE'
        )

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        name = self._constraint(model, model._meta.get_field(self.name))
        schema_editor.execute(f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{name}"')

    @staticmethod
    def _constraint(model, field):
        return f"{model._meta.db_table}_{field.column}_row"[:63]


class HushTable(Operation):
    """What a center took back when it left is read by whoever wrote it alone, in the table and in its history.

    `teams`: the columns of the teams whose words a row holds. `author`: "" where nobody in particular wrote it.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model_name, teams=("team_id",), author="author_id", history=True):
        self.model_name = model_name
        self.teams = tuple(teams)
        self.author = author
        self.history = history

    def deconstruct(self):
        settings = {"teams": self.teams, "author": self.author, "history": self.history}
        return self.__class__.__name__, [self.model_name], settings

    def state_forwards(self, app_label, state):
        """The models do not change."""

    def describe(self):
        return f"Hush {self.model_name} where a center took its words back"

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        condition = still_told(self.teams, self.author)
        for table in self._tables(app_label, to_state):
            schema_editor.execute(
                f'CREATE POLICY "restrict_hushed" ON "{table}" AS RESTRICTIVE FOR SELECT TO {WEB} USING ({condition})'
            )

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for table in self._tables(app_label, from_state):
            schema_editor.execute(f'DROP POLICY "restrict_hushed" ON "{table}"')

    def _tables(self, app_label, state):
        names = [self.model_name, f"{self.model_name}event"] if self.history else [self.model_name]
        return [state.apps.get_model(app_label, name)._meta.db_table for name in names]


class ProtectTable(Operation):
    """Give a table its composite keys, FORCE ROW LEVEL SECURITY and its policies.

    `model_name`: the model. `restrict`: SQL that a row must satisfy besides, for the web's role: `{"SELECT": ...}` or
    `{"ALL": ...}`. `rows`: SQL in place of "the row's organization is mine" (for the few listed tables that differ).
    `also_read`: SQL of a further way to read a row, such as one's own membership before the organization is known.
    `append_only`: history and the like: the application may add and read, never change or remove.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model_name, restrict=None, rows=ORGANIZATION, also_read="", append_only=False, key=True):
        self.model_name = model_name
        self.restrict = restrict or {}
        self.rows = rows
        self.also_read = also_read
        self.append_only = append_only
        self.key = key

    def deconstruct(self):
        return (
            self.__class__.__name__,
            [self.model_name],
            {
                "restrict": self.restrict,
                "rows": self.rows,
                "also_read": self.also_read,
                "append_only": self.append_only,
                "key": self.key,
            },
        )

    def state_forwards(self, app_label, state):
        """The models do not change."""

    def describe(self):
        return f"Protect the table of {self.model_name}"

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        for statement in self.statements(model):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        table = model._meta.db_table
        for name in self.policies():
            schema_editor.execute(f'DROP POLICY "{name}" ON "{table}"')
        schema_editor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY')
        for name, _columns, _target in self.keys(model):
            schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        if self.key:
            schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_organization_row"')

    def policies(self):
        """Name -> the rest of CREATE POLICY."""
        policies = {"organization": f"USING ({self.rows}) WITH CHECK ({self.rows})"}
        if self.also_read:
            policies["also_read"] = f"FOR SELECT USING ({self.also_read})"
        for command, condition in self.restrict.items():
            policies[f"restrict_{command.lower()}"] = f"AS RESTRICTIVE FOR {command} TO {WEB} USING ({condition})"
        return policies

    def keys(self, model):
        """(constraint, (organization column, key column), target table) for every key to a row of an organization."""
        table = model._meta.db_table
        for field in model._meta.concrete_fields:
            target = getattr(field, "remote_field", None) and field.remote_field.model
            if not target or isinstance(target, str) or field.db_constraint or field.name.startswith("pgh_"):
                continue
            if any(column.name == "organization_id" for column in target._meta.concrete_fields):
                yield f"{table}_{field.column}_row"[:63], ("organization_id", field.column), target._meta.db_table

    def statements(self, model):
        """The SQL, in order."""
        table = model._meta.db_table
        if self.key:
            yield f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_organization_row" UNIQUE (organization_id, id)'
            if table != "tenancy_organization" and not table.startswith(("audit_", "outbox_", "files_", "drafts_")):
                yield (
                    f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_organization" FOREIGN KEY (organization_id)'
                    ' REFERENCES "tenancy_organization" (id) NOT DEFERRABLE'
                )
        if not self.append_only:
            for name, columns, target in self.keys(model):
                yield (
                    f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ({", ".join(columns)})'
                    f' REFERENCES "{target}" (organization_id, id) NOT DEFERRABLE'
                )
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY'
        for name, rest in self.policies().items():
            yield f'CREATE POLICY "{name}" ON "{table}" {rest}'
        if self.append_only:
            yield f'REVOKE UPDATE, DELETE ON "{table}" FROM app_web, app_worker'
