"""Mail that comes in: added by the receiver, who reads nothing; taken in by the worker; never read by the web."""

from django.db import migrations

from collaborative.isolation.operations import ProtectTable


class Migration(migrations.Migration):
    dependencies = [
        ("inbound", "0001_initial"),
        ("tenancy", "0002_protect"),
    ]

    operations = [
        ProtectTable("replyaddress"),
        ProtectTable("received"),
        ProtectTable("mailedanswer"),
        migrations.RunSQL(
            [
                "REVOKE SELECT, UPDATE, DELETE ON inbound_received FROM app_web",
                "GRANT USAGE ON SCHEMA public TO app_receiver",
                "GRANT INSERT ON inbound_received TO app_receiver",
            ],
            [
                "REVOKE INSERT ON inbound_received FROM app_receiver",
                "REVOKE USAGE ON SCHEMA public FROM app_receiver",
            ],
        ),
    ]
