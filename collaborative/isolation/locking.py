"""Two people on one record: the second to save sees both versions and chooses; nobody overwrites silently."""

from django.db.models import F


class ChangedMeanwhile(Exception):
    """Somebody saved this record after it was opened here. `current` is the row as it is now."""

    def __init__(self, current):
        super().__init__("changed meanwhile")
        self.current = current


def save_if_unchanged(row, version: int | None, **changes) -> None:
    """Write `changes` to `row` if its version is still `version`, and count the version up; the row is refreshed.

    Raises ChangedMeanwhile, having written nothing, when somebody else saved first, or nobody knows (no version).
    """
    same = type(row).objects.filter(pk=row.pk, version=version)
    written = version is not None and same.update(version=F("version") + 1, **changes)
    row.refresh_from_db()
    if not written:
        raise ChangedMeanwhile(row)
