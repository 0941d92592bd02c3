"""Secrets handed over on paper or kept in a device: made here, and kept as a keyed hash alone.

The key is the installation's own: who reads the database without it cannot try codes against it.
"""

import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

from . import rules


def new_code() -> str:
    return "".join(secrets.choice(rules.ALPHABET) for _sign in range(rules.LENGTH))


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    return _hashed(secret, settings.SECRET_KEY)


def hashes_of(secret: str) -> list[str]:
    """The hashes under which a secret may be kept: an older key of the installation still counts."""
    return [_hashed(secret, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _hashed(secret, key):
    return salted_hmac("collaborative.cards", secret, secret=key, algorithm="sha256").hexdigest()
