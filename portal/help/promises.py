"""What people can count on in this very place: what is true everywhere, and what the organization's own answers make
true or untrue. A promise that is not true there is not shown there."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.tenancy.models import Organization
from metrics.tasks import centers_needed

from .words import PROMISES


def promises_of(organization: Organization) -> list[str]:
    """The promises of this place, in the order in which people ask."""
    return [*map(str, PROMISES), *_signed(organization), *_wall(organization)]


def _signed(organization):
    if organization.not_used_to_rate_signed_on:
        yield _(
            "What we count and write is not used to rate a center or anyone in it. %(name)s signed that for "
            "%(organization)s on %(day)s."
        ) % {
            "name": organization.not_used_to_rate_signed_by,
            "organization": organization.name,
            "day": date_format(organization.not_used_to_rate_signed_on, "DATE_FORMAT"),
        }


def _wall(organization):
    """Whoever oversees centers says so, and says what it may not keep to itself."""
    if not organization.oversees_centers:
        return
    yield _(
        "%(organization)s licenses, rates, funds or monitors centers. The people who do that work are named, and they "
        "get totals of %(centers)s centers or more: no center by name, no team's words, no numbers of one center."
    ) % {"organization": organization.name, "centers": centers_needed()}
    yield _(
        "%(organization)s may have to show its records when the law asks for them, as public offices do. So write "
        "nothing here that could point to one child or one family, as you would anywhere."
    ) % {"organization": organization.name}
