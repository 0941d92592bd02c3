"""History bears the day it was written, so everything built would bear today's. The builder alone, as the owner of
the tables, gives the rows it has made the days they tell of."""

import datetime
from collections import defaultdict

from django.db import connection

NOON = datetime.time(12, tzinfo=datetime.UTC)
JUST_NOW = "pgh_created_at > now() - interval '1 hour'"


def moment(day) -> datetime.datetime:
    """Noon of a day."""
    return datetime.datetime.combine(day, NOON)


class Dates:
    """Collects which row tells of which day; history is dated at once, the rows themselves at the end."""

    def __init__(self):
        self.rows = defaultdict(list)  # (table, columns) -> [(moment, id)]

    def of(self, row, day, *columns):
        """The row's newest history is of `day`, and so are `created_at` and `columns` of the row."""
        table = row._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f'UPDATE "{table}event" SET pgh_created_at = %s WHERE pgh_obj_id = %s AND {JUST_NOW}',
                [moment(day), row.pk],
            )
        self.rows[table, ("created_at", *columns)].append((moment(day), row.pk))

    def write(self):
        """Date the rows. The history triggers rest meanwhile: this is no change anybody made."""
        with connection.cursor() as cursor:
            for (table, columns), dated in self.rows.items():
                cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
                settings = ", ".join(f'"{column}" = %s' for column in columns)
                for when, key in dated:
                    cursor.execute(f'UPDATE "{table}" SET {settings} WHERE id = %s', [*[when] * len(columns), key])
                cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
        self.rows.clear()
