"""Posts and replies behind both locks and the ladder; the shelf and the noticings behind the first two."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import audience


class Migration(migrations.Migration):
    dependencies = [("discussion", "0001_initial"), ("tenancy", "0002_protect"), ("files", "0002_protect"),
                    ("framework", "0002_protect")]  # fmt: skip

    operations = [
        ProtectTable("post", restrict={"SELECT": audience()}),
        ProtectTable("postevent", restrict={"SELECT": audience()}, append_only=True, key=False),
        ProtectTable("postreply", restrict={"SELECT": audience()}),
        ProtectTable("postreplyevent", restrict={"SELECT": audience()}, append_only=True, key=False),
        ProtectTable("shelfitem"),
        ProtectTable("shelfitemevent", append_only=True, key=False),
        ProtectTable("noticing"),
        ProtectTable("noticingevent", append_only=True, key=False),
    ]
