"""A device becomes a team's tablet, and ceases to be one."""

from django.db import transaction
from django.utils import timezone

from collaborative.audit.actions import record_access

from .. import secret
from ..models import Tablet


@transaction.atomic
def switch_on(team, *, name, by, on, token="") -> tuple[Tablet, str]:
    """A tablet of this team, and the token its device keeps. `by`: None for an operator's command."""
    token = token or secret.new_token()
    tablet = Tablet.objects.create(team=team, name=name, token_hash=secret.hash_of(token), switched_on_by=by)
    if by is not None:
        record_access("tablet.on", person_id=by.pk, thing_id=tablet.pk)
    return tablet, token


@transaction.atomic
def switch_off(tablet, *, by, on) -> None:
    """The device is a tablet of the team no more; whoever is in by PIN there is out with their next tap."""
    if Tablet.objects.filter(pk=tablet.pk, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by):
        record_access("tablet.off", person_id=by.pk, thing_id=tablet.pk)


def find_tablet(token: str) -> Tablet | None:
    """The tablet of this token in the organization that was entered, if it is one still."""
    found = Tablet.objects.on().filter(token_hash__in=secret.hashes_of(token), team__hidden_at=None)
    return found.select_related("team__center", "team__collaborative").first()
