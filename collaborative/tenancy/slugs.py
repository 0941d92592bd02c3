"""First and second segments of addresses that no organization and no collaborative may take."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

RESERVED_ORGANIZATIONS = (
    "accounts", "admin", "api", "components", "demo", "favicon.ico", "files", "help", "invitation", "language", "livez",
    "manifest.webmanifest", "media", "offline", "readyz", "robots.txt", "service-worker.js", "static", "status",
    "support",
)  # fmt: skip
WAYS_IN = ("card", "tablet")  # likewise; a rule of the database made in the cards' own migrations
RESERVED_COLLABORATIVES = (
    "admin", "agreement", "api", "centers", "collaboratives", "export", "files", "help", "history", "invitation",
    "new", "people", "settings", "trash",
)  # fmt: skip

valid_slug = RegexValidator(
    r"^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$", _("Use small letters, numbers and hyphens, up to 50 of them.")
)
