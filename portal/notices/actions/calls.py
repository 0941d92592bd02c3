"""The list of friendly calls: who phones, and what was heard."""

from collaborative.isolation.locking import save_if_unchanged

from ..models import FriendlyCall


def add_call(*, team, why, offer, by, on) -> FriendlyCall:
    """Somebody of the project team thinks a call would be nice; whoever adds it phones, until another takes it."""
    return FriendlyCall.objects.create(
        collaborative_id=team.collaborative_id, team=team, helper=by, why=why, offer=offer, since=on
    )


def take_call(call, *, version, by, on) -> None:
    """`by` is the one who phones. Raises ChangedMeanwhile."""
    save_if_unchanged(call, version, helper=by)


def note_call(call, *, note, version, by, on) -> None:
    """They talked. Raises ChangedMeanwhile where somebody noted or took the call since."""
    save_if_unchanged(call, version, done_on=on, done_by=by, note=note)


def reopen_call(call, *, version, by, on) -> None:
    """Not talked yet after all; the line is back, without its note. Raises ChangedMeanwhile."""
    save_if_unchanged(call, version, done_on=None, done_by=None, note="")
