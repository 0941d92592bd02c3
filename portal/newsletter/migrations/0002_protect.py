"""An issue that is being written is for coaches and the project team in the database, one that was sent for all."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import AUTHOR_ONLY, settings_list

SEEN = {
    "SELECT": f"({AUTHOR_ONLY} OR (audience = 'faculty' AND collaborative_id = ANY({settings_list('faculty')}))"
    f" OR (audience = 'all' AND collaborative_id = ANY({settings_list('collaboratives')})))"
}


class Migration(migrations.Migration):
    dependencies = [
        ("newsletter", "0001_initial"),
    ]

    operations = [
        operation
        for table in ("letter", "piece")
        for operation in (
            ProtectTable(table, restrict=SEEN),
            ProtectTable(f"{table}event", append_only=True, key=False, restrict=SEEN),
        )
    ]
