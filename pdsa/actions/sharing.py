"""Who sees a try is decided by whoever leads it; what is said to it goes exactly as far."""

from django.db import transaction
from django.db.models import F

from collaborative.audit.actions import record_access
from collaborative.files.actions import show_to
from collaborative.files.models import StoredFile
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import Person

from .. import rules
from ..models import AskedTeam, CycleAnswer, PDSACycle, Photo, Ramp


class NotYourGroup(Exception):
    """A try can be shown to a role group of its own collaborative only, and the group has to be named."""


@transaction.atomic
def share_cycle(cycle, *, audience, by, on, group=None, shown_as=None) -> PDSACycle:
    """Show the try to `audience`, or to less than before. How `by` is shown is kept for the next time.

    Raises NotYourGroup.
    """
    if audience != Audience.GROUP:
        group = None
    elif group is None or group.collaborative_id != cycle.collaborative_id:
        raise NotYourGroup
    reach = {"audience": audience, "group": group}
    changes = {**reach, "shown_on": cycle.shown_on or (None if audience == Audience.SELF else on)}
    if shown_as:
        changes["shown_as"] = shown_as
        Person.objects.filter(pk=by.pk).exclude(shown_as=shown_as).update(shown_as=shown_as, version=F("version") + 1)
    PDSACycle.objects.filter(pk=cycle.pk).update(**changes)
    cycle.refresh_from_db()
    CycleAnswer.objects.filter(cycle=cycle).update(**reach)
    AskedTeam.objects.filter(cycle=cycle).update(**reach)
    _show_photos(cycle)
    if rules.ramp_audience(audience) == Audience.ALL:
        Ramp.objects.filter(pk=cycle.ramp_id, audience=Audience.SELF).update(audience=Audience.ALL)
    record_access("pdsa.cycle_shared", person_id=by.pk, thing_id=cycle.pk)
    return cycle


def _show_photos(cycle):
    for photo in Photo.objects.filter(cycle=cycle).order_by("pk"):
        audience = rules.widest_photo_audience(cycle.audience, everyone_agreed=photo.everyone_agreed)
        Photo.objects.filter(pk=photo.pk).update(audience=audience, group_id=cycle.group_id)
        show_to(
            StoredFile.objects.filter(pk=photo.file_id),
            audience=audience,
            team_id=cycle.team_id,
            group_id=cycle.group_id,
            collaborative_id=cycle.collaborative_id,
        )
