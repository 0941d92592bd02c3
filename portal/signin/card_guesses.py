"""How many wrong codes of cards are taken. Right ones are never counted, so a room of 150 people comes in from one
address; wrong ones are, for the address and for the organization.

A code is one of 22^10, and an organization of 160 centers may have 6,000 of them open. One address tries 300 in ten
minutes at most: 43,200 a day, a chance of 1 in 100,000. When all addresses together have tried 3,000 wrong ones in a
day, each may try five in ten minutes: no number of strangers keeps out who types a right one. The counters lie in the
database's cache, as those of allauth do.
"""

import hashlib

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import truncate_ip
from django.core.cache import cache

FROM_ONE_ADDRESS = 300
IN_ALL = 3000
FROM_ONE_ADDRESS_THEN = 5
TEN_MINUTES = 600
A_DAY = 24 * 3600


def has_guessed_too_often(request, organization: str) -> bool:
    """Whether this address has to wait before another code is looked at. Asked of every code, right or wrong."""
    is_busy = cache.get(_organization(organization), 0) >= IN_ALL
    return cache.get(_address(request, organization), 0) >= (FROM_ONE_ADDRESS_THEN if is_busy else FROM_ONE_ADDRESS)


def count_wrong(request, organization: str) -> None:
    for key, seconds in ((_address(request, organization), TEN_MINUTES), (_organization(organization), A_DAY)):
        if not cache.add(key, 1, seconds):
            cache.set(key, cache.get(key, 0) + 1, seconds)


def _address(request, organization):
    address = truncate_ip(get_adapter().get_client_ip(request))
    return f"cards:{_short(address)}:{_short(organization)}"


def _organization(organization):
    return f"cards:all:{_short(organization)}"


def _short(text):
    return hashlib.sha256(text.encode()).hexdigest()[:32]
