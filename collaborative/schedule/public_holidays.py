"""The public holidays of a place: days on which nobody is written to, and which count for no waiting."""

from datetime import date

import holidays

from collaborative.tenancy.models import Organization


def holidays_of(organization: Organization, today: date) -> frozenset[date]:
    """The public holidays of this year and the next where the organization is; none for a place nobody knows."""
    years = (today.year, today.year + 1)
    try:
        known = holidays.country_holidays(organization.country, subdiv=organization.subdivision or None, years=years)
    except NotImplementedError:
        return frozenset()
    return frozenset(known)
