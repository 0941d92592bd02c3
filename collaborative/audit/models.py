"""What is recorded beside the change history: openings (for kindness, not for watching), and exports (for security)."""

from django.db import models

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id


class Opening(models.Model):
    """A team or a coach opened a thing on a day: enough for "your coach has read this". No person for teams."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    thing = models.CharField(max_length=40)
    thing_id = models.UUIDField()
    team_id = models.UUIDField(null=True)
    coach_id = models.UUIDField(null=True)
    opened_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization_id", "thing", "thing_id", "team_id", "coach_id"],
                nulls_distinct=False,
                name="opening_once",
            )
        ]

    def __str__(self):
        return f"{self.thing} {self.thing_id}"


class Access(models.Model):
    """Somebody took data out or changed who may see something; kept for security alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    person_id = models.UUIDField()
    what = models.CharField(max_length=60)
    thing_id = models.UUIDField(null=True)
    rows = models.PositiveIntegerField(default=0)
    happened_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.what
