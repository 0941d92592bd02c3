"""How often an account may be guessed at, without anybody being able to lock its owner out.

A code has six digits: a million values, five tries each. Wrong ones are counted twice: for the account and the address
they came from (ten a day), and for the account from everywhere (a hundred, as NIST SP 800-63B-4, 3.2.2, allows). Beyond
either, six digits no longer open the door there, and the mail brings twenty digits in their place: 66 bits, for which
the same guideline asks no limit. So no number of wrong guesses keeps the owner out: a code asked for anew always works.

The chance to hit: a stranger at one address 10 in a million a day; strangers at any number of addresses 100 in a
million in thirty days, for the count fades only when nobody has guessed for thirty days. Against twenty digits, with 30
codes in ten minutes, sent twice each, and five tries: 43,200 tries a day, less than 1 in 10^15. Coming in gives back
what was mistyped at the same address, and nothing of what strangers did elsewhere.
"""

import datetime
import hashlib

from allauth.account.adapter import get_adapter
from allauth.account.signals import login_code_rejected
from allauth.core import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.core.internal.ratelimit import truncate_ip
from django.core.cache import cache
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import get_random_string

from collaborative.people.models import User

MOST = 100  # NIST SP 800-63B-4, 3.2.2: at most 100 consecutive failed attempts with one way of signing in
MOST_FROM_ONE_ADDRESS = 10  # a day, for one account; ours: two codes typed wrong to the end
A_DAY = 24 * 3600
FADING = datetime.timedelta(days=30)
LONG = 20  # digits: NIST SP 800-63B-4 asks no limit from 64 bits on


@receiver(login_code_rejected)
def count_wrong_code(sender, request, user, **details):
    """Count a wrong code; where only long codes open the door, there is nothing left to count."""
    if short_codes_are_off(user, request):
        return
    cache.set(_key(user, request), _from_here(user, request) + 1, A_DAY)
    _count(User.objects.filter(pk=user.pk), "wrong_codes")


def named(credentials: dict) -> dict[str, str]:
    """What of these credentials names an account."""
    return {name: credentials.get(name) or "" for name in ("email", "phone")}


def count_wrong_password(email: str = "", phone: str = "") -> None:
    """Count a wrong password against the account of this address or number, if there is one."""
    _count(_account(email, phone), "wrong_passwords")


def short_codes_are_off(user, request) -> bool:
    """Whether six digits no longer open this account: from this address, or from anywhere."""
    if not user.wrong_codes or _has_faded(user):  # nearly everybody: nothing more is asked of the database
        return False
    return user.wrong_codes >= MOST or _from_here(user, request) >= MOST_FROM_ONE_ADDRESS


def passwords_are_off_for(email: str = "", phone: str = "") -> bool:
    """Whether a password no longer opens the account of this address or number; a code does."""
    return any(not _has_faded(user) for user in _account(email, phone).filter(wrong_passwords__gte=MOST))


def _account(email, phone):
    return User.objects.filter(phone=phone) if phone else User.objects.filter(email__iexact=email)


def is_short(code: str) -> bool:
    return len(normalize_user_code(code)) < LONG


def long_code() -> str:
    """A code that nobody guesses, in groups of four."""
    digits = get_random_string(LONG, "0123456789")
    return "-".join(digits[at : at + 4] for at in range(0, LONG, 4))


def asked_for(request):
    """The account a code is about to be made for: the one that waits for another code, or the one just asked for."""
    stage = getattr(request, "_login_stage", None)
    return stage.login.user if stage else getattr(request, "code_is_for", None)


def asks_too_often(request, login: str) -> bool:
    """Whether codes for this account were asked for too often from this address: others may still ask."""
    key = f"{_address(request)} {login.lower()}"
    return not ratelimit.consume(request, action="request_login_code_here", key=key)


def forget(user, request) -> None:
    """The person came in: what they mistyped here no longer counts."""
    if not user.wrong_codes and not user.wrong_passwords:
        return
    own = _from_here(user, request)
    cache.delete(_key(user, request))
    left = Greatest(F("wrong_codes") - own, Value(0))
    User.objects.filter(pk=user.pk).update(wrong_codes=left, wrong_passwords=0)


def _count(users, column):
    """One more; the first one after a long quiet time begins the counts anew."""
    quiet_since = timezone.now() - FADING
    users.filter(guessed_at__lt=quiet_since).update(wrong_codes=0, wrong_passwords=0, guessed_at=None)
    users.update(**{column: F(column) + 1}, guessed_at=timezone.now())


def _has_faded(user):
    return user.guessed_at is None or user.guessed_at < timezone.now() - FADING


def _from_here(user, request):
    return cache.get(_key(user, request), 0)


def _key(user, request):
    return f"guesses:{user.pk}:{hashlib.sha256(_address(request).encode()).hexdigest()}"


def _address(request):
    """The address that asks, as the last trusted proxy saw it; of IPv6 the network a household has."""
    return truncate_ip(get_adapter().get_client_ip(request))
