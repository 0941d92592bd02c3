"""The demo's tablets: their secrets, which nobody outside a demo has."""

from django.utils.crypto import salted_hmac


def shown_pin() -> str:
    """Everybody's PIN in the demo: written on the page, and nowhere outside a demo."""
    return "4719"


def token_of(collaborative: str, center: str) -> str:
    """A tablet's token, known to nobody but this installation."""
    return salted_hmac("portal.demo.tablet", f"{collaborative}/{center}", algorithm="sha256").hexdigest()
