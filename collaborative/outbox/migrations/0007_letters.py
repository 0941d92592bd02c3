"""Mails in HTML besides text, ways out that mail programs know, what is new told in gathered messages; and "remove for
good" finds the paragraph that quotes a row."""

from django.db import migrations, models

from collaborative.isolation.forgetting import function_sql

KINDS = [
    ("numbers", "Numbers still to come"), ("look_back", "A day to look back"), ("answers", "Answers from other teams"),
    ("mention", "Somebody named you"), ("reply", "Somebody answered you"), ("post", "Something new to read"),
    ("celebration", "Something to celebrate"), ("question", "The question of the week"),
    ("shelf", "New on the shelf"), ("date", "A date ahead"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0006_a_kind_for_mentions"),
        ("isolation", "0005_forget_only_ones_own"),
    ]

    operations = [
        migrations.AddField("message", "html", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField(
            "message", "leave_url", models.CharField(blank=True, default="", max_length=300), preserve_default=False
        ),
        migrations.AlterField("notice", "kind", models.CharField(choices=KINDS, max_length=40)),
        migrations.AddIndex("notice", models.Index(fields=["about_id"], name="notice_about_row")),
        migrations.RunSQL(function_sql(), migrations.RunSQL.noop),
    ]
