"""The base of every row that belongs to an organization."""

from uuid import UUID

import uuid_utils
from django.db import models

from .context import current_organization_id


def new_id() -> UUID:
    """A version-7 UUID (RFC 9562): it shows nobody how many rows there are, and sorts by the time it was made."""
    return UUID(int=uuid_utils.uuid7().int)


class OrganizationRow(models.Model):
    """A row of one organization: hidden rather than deleted, versioned so that two writers notice each other.

    `organization_id` is a plain column here; `ProtectTable` gives it its foreign key and its policies.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    hidden_at = models.DateTimeField(null=True, editable=False)
    hidden_by_id = models.UUIDField(null=True, editable=False)

    class Meta:
        abstract = True


class Written(models.Model):
    """Adds the language people wrote in, offered to readers "as written"."""

    language = models.CharField(max_length=8, default="en")

    class Meta:
        abstract = True


class RowKey(models.ForeignKey):
    """A key to another row of the same organization.

    Django keeps no constraint for it: `ProtectTable` makes a composite one, `(organization_id, x_id)`, so that a row
    can never point into another organization, and it is checked at the statement, not at commit.
    """

    def __init__(self, to, **kwargs):
        kwargs.setdefault("on_delete", models.DO_NOTHING)
        kwargs["db_constraint"] = False
        super().__init__(to, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_constraint", None)
        return name, path, args, kwargs
