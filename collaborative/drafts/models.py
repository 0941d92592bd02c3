"""What is being typed: kept apart from the record until the person saves, and read by nobody else."""

from django.db import models

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id


class Draft(models.Model):
    """One person's unsaved words in one form about one thing. No history; kept 30 days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    author_id = models.UUIDField(editable=False)
    form = models.CharField(max_length=40)
    thing_id = models.UUIDField()  # the record's id, or the collaborative's where the record does not exist yet
    words = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    # The version of the record when its form was opened: whoever saved since is then noticed. None: no record yet.
    opened_version = models.PositiveIntegerField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "author_id", "form", "thing_id"], name="draft_once")
        ]

    def __str__(self):
        return f"{self.form} {self.thing_id}"
