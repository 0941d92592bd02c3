"""First calls with centers and people."""

from collaborative.isolation.locking import save_if_unchanged

from ..models import WelcomeCall


def note_call(*, team, language="en", **call) -> WelcomeCall:
    """A call that is planned, or one that has been."""
    return WelcomeCall.objects.create(team=team, collaborative_id=team.collaborative_id, language=language, **call)


def change_call(row, *, version, **changes) -> None:
    """Raises ChangedMeanwhile."""
    save_if_unchanged(row, version, **changes)
