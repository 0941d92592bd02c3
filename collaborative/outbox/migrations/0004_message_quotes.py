"""A message names the row whose words it quotes, so that "remove for good" finds it and no other."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0003_clear_sign_in_mails"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="quotes",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("quotes__isnull", False)), fields=["quotes"], name="message_quotes"
            ),
        ),
    ]
