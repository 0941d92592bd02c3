"""Numbers behind both locks: read only as far as role, agreement and pauses reach (`app.number_teams`)."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable
from collaborative.isolation.policies import NUMBERS


class Migration(migrations.Migration):
    dependencies = [
        ("metrics", "0001_initial"),
        ("framework", "0002_protect"),
        ("tenancy", "0002_protect"),
    ]

    operations = [
        ProtectTable("metric"),
        ProtectTable("metricevent", append_only=True, key=False),
        ProtectTable("metricversion"),
        ProtectTable("metricversionevent", append_only=True, key=False),
        ProtectTable("metricdriver"),
        ProtectTable("metricdriverevent", append_only=True, key=False),
        ProtectTable("teamgoal", restrict={"ALL": NUMBERS}),
        ProtectTable("teamgoalevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
        ProtectTable("observation", restrict={"ALL": NUMBERS}),
        ProtectTable("observationevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
        ProtectTable("chartnote", restrict={"ALL": NUMBERS}),
        ProtectTable("chartnoteevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
        ProtectTable("collectionplan", restrict={"ALL": NUMBERS}),
        ProtectTable("collectionplanevent", append_only=True, key=False, restrict={"ALL": NUMBERS}),
        ProtectTable("middleline"),
        # An observation's kind and period are its definition's.
        migrations.RunSQL(
            "ALTER TABLE metrics_observation ADD CONSTRAINT metrics_observation_definition_fits"
            " FOREIGN KEY (organization_id, definition_id, kind, collect)"
            " REFERENCES metrics_metricversion (organization_id, id, kind, collect) NOT DEFERRABLE",
            "ALTER TABLE metrics_observation DROP CONSTRAINT metrics_observation_definition_fits",
        ),
        # The middle line is worked out by the worker alone.
        migrations.RunSQL(
            "REVOKE INSERT, UPDATE, DELETE ON metrics_middleline FROM app_web",
            "GRANT INSERT, UPDATE, DELETE ON metrics_middleline TO app_web",
        ),
    ]
