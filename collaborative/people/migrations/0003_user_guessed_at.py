"""When an account was last guessed at, so that the count of wrong guesses fades."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_user_login_with_a_plain_address"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="guessed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
