"""Files are rows: bytes in the database, under the same row policies as the thing they belong to."""

from django.db import models

from collaborative.isolation.models import OrganizationRow


class StoredFile(OrganizationRow):
    """One file. Its audience is its parent's, kept equal by the parent's actions; it is read through a door only."""

    author_id = models.UUIDField()
    collaborative_id = models.UUIDField(null=True)
    team_id = models.UUIDField(null=True)
    group_id = models.UUIDField(null=True)
    audience = models.CharField(max_length=12, default="self")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    description = models.CharField(max_length=200, blank=True)
    content = models.BinaryField()

    def __str__(self):
        return self.name
