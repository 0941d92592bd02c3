"""Adding a row that may be there already, without an error.

A refused INSERT is written to the database's log with all its values; `ON CONFLICT DO NOTHING` is refused nothing.
"""

from django.db import connection, models
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery


def add_unless_there(row: models.Model) -> bool:
    """Insert `row`, unless a unique rule has its place taken; says whether it was added.

    The caller needs no right to read the row. After True, the row is as if it had been saved.
    """
    query = InsertQuery(type(row), on_conflict=OnConflict.IGNORE)
    query.insert_values(row._meta.concrete_fields, [row])
    [(statement, values)] = query.get_compiler(connection=connection).as_sql()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        added = cursor.rowcount == 1
    if added:
        row._state.adding, row._state.db = False, connection.alias
    return added
