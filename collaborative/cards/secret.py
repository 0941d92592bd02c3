"""Secrets handed over on paper or kept in a device: made here, and kept as a keyed hash alone.

The key is the installation's own: who reads the database without it cannot try codes against it.
"""

import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

from . import rules


def new_seed() -> str:
    """What a card's codes grow out of, together with the installation's key; alone it tells nothing."""
    return secrets.token_urlsafe(32)


def codes_of(seed: str) -> tuple[str, ...]:
    """The codes of a card, in order. The seed is kept for as long as the sheet is shown, the codes are nowhere."""
    return tuple(_code(seed, number) for number in range(1, rules.CODES + 1))


def _code(seed, number):
    digest = salted_hmac("collaborative.cards.codes", f"{seed}:{number}", algorithm="sha256").digest()
    value, signs = int.from_bytes(digest, "big"), []
    for _sign in range(rules.LENGTH):
        value, place = divmod(value, len(rules.ALPHABET))
        signs.append(rules.ALPHABET[place])
    return "".join(signs)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    return _hashed(secret, settings.SECRET_KEY)


def hashes_of(secret: str) -> list[str]:
    """The hashes under which a secret may be kept: an older key of the installation still counts."""
    return [_hashed(secret, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _hashed(secret, key):
    return salted_hmac("collaborative.cards", secret, secret=key, algorithm="sha256").hexdigest()
