"""Cards, tablets and PINs behind both locks: a PIN's hash is read on its own team's tablets, and nowhere else."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import settings_list

ON_ITS_TEAM = f"team_id = ANY({settings_list('teams')})"


class Migration(migrations.Migration):
    dependencies = [("cards", "0001_initial"), ("tenancy", "0002_protect")]

    operations = [
        ProtectTable("card"),
        ProtectTable("cardcode"),
        ProtectTable("tablet"),
        ProtectTable("pin", restrict={"ALL": ON_ITS_TEAM}),
        ProtectTable("pinguess", restrict={"ALL": ON_ITS_TEAM}),
        # The addresses of cards and tablets begin with these words (see `tenancy.slugs.WAYS_IN`).
        migrations.RunSQL(
            "ALTER TABLE tenancy_organization ADD CONSTRAINT organization_slug_is_no_way_in"
            " CHECK (slug NOT IN ('card', 'tablet'))",
            "ALTER TABLE tenancy_organization DROP CONSTRAINT organization_slug_is_no_way_in",
        ),
    ]
