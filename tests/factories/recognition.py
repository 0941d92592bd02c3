"""What taking part counts for, and on what basis somebody looks on, written through the actions people use."""

import datetime

from collaborative.tenancy.enums import Role
from portal.observing.actions import write_grant
from portal.observing.models import ObserverGrant
from portal.recognition import actions
from tests import factories
from tests.factories.pdsa import acting_as

TODAY = datetime.date.today()
HOURS = "The registry gives 24 hours."


def credit(membership, text=HOURS, **values):
    with acting_as(membership):
        return actions.add_credit(
            collaborative_id=membership.collaborative_id,
            by=membership.person_id,
            **{"kind": "hours", "text": text, **values},
        )


def recognition(membership, **values):
    with acting_as(membership):
        actions.say_how(None, version=None, collaborative_id=membership.collaborative_id, language="en", **values)


def grant(observer, **values):
    """Somebody of the organization wrote down why this person looks on."""
    admin = factories.member(Role.ORGANIZATION_ADMIN)
    words = {"purpose": "The yearly report", "basis": "The teams agreed in May", "reach": "read",
             "agreed_on": TODAY, "ends_on": TODAY + datetime.timedelta(days=30), **values}  # fmt: skip
    with acting_as(admin):
        write_grant(None, observer, version=None, by=admin.person, on=TODAY, **words)
        return ObserverGrant.objects.get(membership=observer)
