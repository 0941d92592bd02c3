"""The addresses answers go to: `reply+<token>@…`, each for one person and one thing.

A token is 30 bytes as 48 letters of base32 in lower case, since mail systems fold case: the organization (16), a code
by which the organization finds whom and what it is for (7), and a signature over both (7). Whoever receives mail can
tell a token of ours from any other without asking the database.
"""

import base64
import binascii
import secrets
from collections.abc import Iterable
from email.utils import getaddresses, parseaddr
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "portal.inbound.addresses"
CODE, SIGNATURE = 7, 7  # bytes
LONGEST = 48


def new_code() -> str:
    return secrets.token_hex(CODE)


def token_of(organization_id: UUID, code: str) -> str:
    """The token of this code in this organization."""
    body = organization_id.bytes + bytes.fromhex(code)
    return base64.b32encode(body + _signature(body, settings.SECRET_KEY)).decode().lower()


def read(token: str) -> tuple[UUID, str] | None:
    """(organization, code) of a token we signed; None for anything else."""
    token = token.lower()
    if len(token) != LONGEST or not token.isascii():
        return None
    try:
        found = base64.b32decode(token.upper())
    except binascii.Error:
        return None
    body, signature = found[:-SIGNATURE], found[-SIGNATURE:]
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(constant_time_compare(signature, _signature(body, key)) for key in keys):
        return None
    return UUID(bytes=body[:16]), body[16:].hex()


def address_of(organization_id: UUID, code: str) -> str:
    local, domain = _ours()
    return f"{local}+{token_of(organization_id, code)}@{domain}"


def token_in(recipients: Iterable[str]) -> str:
    """The token in the first of these addresses that is one of ours; "" where none is."""
    local, domain = _ours()
    for _name, address in getaddresses([str(one) for one in recipients]):
        name, _at, host = address.strip().lower().rpartition("@")
        if host == domain and name.startswith(f"{local}+") and read(name.removeprefix(f"{local}+")):
            return name.removeprefix(f"{local}+")
    return ""


def is_own(address: str) -> bool:
    """Whether a mail from this address is one of ours that comes back."""
    if address.lower() == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower():
        return True
    local, domain = _ours()
    name, _at, host = address.lower().rpartition("@")
    return host == domain and name.partition("+")[0] == local


def _ours():
    local, _at, domain = settings.INBOUND_ADDRESS.lower().rpartition("@")
    return local, domain


def _signature(body, key):
    return salted_hmac(SALT, body, secret=key, algorithm="sha256").digest()[:SIGNATURE]
