"""Groups run by their members: founded, joined, left, handed over and closed."""

from django.db import transaction
from django.db.models import F

from collaborative.isolation.locking import save_if_unchanged

from ..enums import MemberState
from ..models import Circle, CircleMember


class NameTaken(Exception):
    """Another group here has this name."""


class KeeperStays(Exception):
    """Who keeps a group hands it over, or closes it, before going."""


@transaction.atomic
def found_circle(*, collaborative_id, name, topic, by, on, language="en") -> Circle:
    """A new group, kept by who founds it. Raises NameTaken."""
    _refuse_taken(collaborative_id, name)
    circle = Circle.objects.create(
        collaborative_id=collaborative_id, keeper=by, name=name, topic=topic, language=language
    )
    _stand(circle, by.pk, MemberState.JOINED, on=on)
    return circle


def change_circle(circle, version, *, name, topic) -> None:
    """Another name or topic. Raises NameTaken or ChangedMeanwhile."""
    _refuse_taken(circle.collaborative_id, name, but=circle.pk)
    save_if_unchanged(circle, version, name=name, topic=topic)


def _refuse_taken(collaborative_id, name, but=None):
    taken = Circle.objects.shown().filter(collaborative_id=collaborative_id, name__iexact=name)
    if taken.exclude(pk=but).exists():
        raise NameTaken


def invite(circle, people, *, by, on) -> None:
    """Ask people in; who is in it already stays, and who asked to come in is let in."""
    for person_id in people:
        known = CircleMember.objects.shown().filter(circle=circle, person_id=person_id).first()
        if known is None or known.state == MemberState.LEFT:
            _stand(circle, person_id, MemberState.INVITED, on=on, invited_by=by)
        elif known.state == MemberState.ASKED:
            _stand(circle, person_id, MemberState.JOINED, on=on)


def ask_to_come_in(circle, *, by, on) -> None:
    """Somebody would like to come in; its members see that, and one of them says yes. An invitation is a yes."""
    known = CircleMember.objects.shown().filter(circle=circle, person=by).first()
    if known is None or known.state == MemberState.LEFT:
        _stand(circle, by.pk, MemberState.ASKED, on=on)


def let_in(member, *, on) -> None:
    """A member says yes to somebody who asked."""
    CircleMember.objects.filter(pk=member.pk, state=MemberState.ASKED).update(
        state=MemberState.JOINED, since=on, version=F("version") + 1
    )


def join(member, *, on) -> None:
    """Say yes to an invitation."""
    CircleMember.objects.filter(pk=member.pk, state=MemberState.INVITED).update(
        state=MemberState.JOINED, since=on, version=F("version") + 1
    )


def leave(member, *, on) -> None:
    """Go, say no to an invitation, or no longer ask. Raises KeeperStays."""
    if member.circle.keeper_id == member.person_id and member.circle.closed_on is None:
        raise KeeperStays
    CircleMember.objects.filter(pk=member.pk).update(state=MemberState.LEFT, since=on, version=F("version") + 1)


def hand_over(circle, version, *, to) -> None:
    """Another member keeps the group from now on. Raises ChangedMeanwhile."""
    save_if_unchanged(circle, version, keeper_id=to.person_id)


def close_circle(circle, version, *, on) -> None:
    """Nothing new is said there; its members read on. Raises ChangedMeanwhile."""
    save_if_unchanged(circle, version, closed_on=on)


def open_again(circle, version) -> None:
    """Undo `close_circle`. Raises ChangedMeanwhile."""
    save_if_unchanged(circle, version, closed_on=None)


def _stand(circle, person_id, state, *, on, invited_by=None):
    """How a person stands to a group from today on; one row a person."""
    stands = {"state": state, "since": on, "invited_by": invited_by}
    known = CircleMember.objects.shown().filter(circle=circle, person_id=person_id)
    if not known.update(version=F("version") + 1, **stands):
        CircleMember.objects.create(
            circle=circle, collaborative_id=circle.collaborative_id, person_id=person_id, **stands
        )
