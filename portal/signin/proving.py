"""A code to prove that one reads what is sent to an address or a number: typed in the same browser, in ten minutes.

It waits in the session. Wrong ones count for the account as at signing in (see guesses.py); after five it is void.
"""

import time

from allauth.account.adapter import get_adapter
from allauth.account.signals import login_code_rejected
from allauth.core import ratelimit
from allauth.core.internal.cryptokit import compare_user_code
from django.conf import settings

from . import guesses

WAITS = "proving"


class AskedTooOften(Exception):
    """Codes were asked for too often; a few minutes later one may ask again."""


def ask(request, purpose: str, *, phone: str = "", email: str = "", user=None) -> None:
    """Send a code. `user`: None where it is not to arrive (the number is somebody else's): the page looks the same."""
    if not ratelimit.consume(request, action="request_login_code", key=phone or email):
        raise AskedTooOften
    request.code_is_for = request.user
    adapter = get_adapter()
    code = adapter.generate_login_code()
    waits = {"purpose": purpose, "phone": phone, "email": email, "code": code, "at": time.time(), "wrong": 0}
    request.session[WAITS] = waits
    if user is None:
        waits["code"] = ""
    elif phone:
        adapter.send_verification_code_sms(user, phone, code)
    else:
        adapter.send_mail("account/email/login_code", email, {"request": request, "code": code})


def waiting(request, purpose: str) -> dict | None:
    """What was asked for and is still good: {"phone": ..., "email": ...}."""
    waits = request.session.get(WAITS)
    if not waits or waits["purpose"] != purpose or time.time() - waits["at"] > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
        return None
    return waits if waits["wrong"] < settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS else None


def is_right(request, purpose: str, typed: str) -> bool:
    """Whether this is the code; a right one is used up."""
    waits = waiting(request, purpose)
    if waits is None:
        return False
    code, request.code_is_for = waits["code"], request.user
    too_short = guesses.is_short(code) and guesses.short_codes_are_off(request.user, request)
    if code and not too_short and compare_user_code(actual=typed, expected=code):
        del request.session[WAITS]
        return True
    waits["wrong"] += 1
    request.session.modified = True
    login_code_rejected.send(
        sender=ask, request=request, user=request.user, last_attempt=waiting(request, purpose) is None
    )
    return False
