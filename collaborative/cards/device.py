"""What a team's tablet keeps of itself: one signed cookie with its organization and its token, and nothing else."""

from django.conf import settings
from django.core import signing

SALT = "collaborative.cards.tablet"
CLEARED = '"cache", "storage"'  # what a browser forgets when somebody leaves a shared device; not its cookies
LONGEST = 400 * 24 * 3600  # seconds; browsers keep no cookie longer


def cookie_name() -> str:
    return "__Host-tablet" if settings.SESSION_COOKIE_SECURE else "tablet"


def is_tablet(request) -> bool:
    """Whether this device says it is a team's tablet; whether it still is, its row says."""
    return cookie_name() in request.COOKIES


def read(request) -> tuple[str, str] | None:
    """(the organization's name in addresses, the token), where the cookie is one we signed."""
    try:
        organization, token = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=LONGEST)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return str(organization), str(token)


def write(response, organization: str, token: str) -> None:
    response.set_cookie(
        cookie_name(),
        signing.dumps([organization, token], salt=SALT),
        max_age=LONGEST,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def clear_browser(response) -> None:
    """The browser forgets pages and words of whoever was here; the tablet stays the team's."""
    response.headers["Clear-Site-Data"] = CLEARED


def forget(response) -> None:
    response.delete_cookie(cookie_name(), samesite="Lax")
