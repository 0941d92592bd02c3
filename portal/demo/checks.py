"""The demo never opens by accident."""

from django.conf import settings
from django.core.checks import Error

from .people import demo_is_allowed


def demo_is_meant(app_configs, **options):
    """DEMO with DEBUG off, or in production, needs DEMO_PUBLIC as well."""
    if not settings.DEMO or demo_is_allowed():
        return []
    return [
        Error(
            "DEMO is on, and anybody could enter as anybody.",
            hint="Switch DEMO off, or set DEMO_PUBLIC=true if this is a demo for the public with no real data.",
            id="demo.E001",
        )
    ]


def demo_mails_nobody(app_configs, **options):
    """A demo for the public has no mail server: its mails are read on a page."""
    harmless = (*settings.MAIL_STAYS_HERE, "django.core.mail.backends.locmem.EmailBackend")
    if not (settings.DEMO and settings.DEMO_PUBLIC) or settings.EMAIL_BACKEND in harmless:
        return []
    return [
        Error(
            "A demo for the public could send mails to anybody.",
            hint="Leave EMAIL_BACKEND as portal/settings.py sets it, or switch DEMO_PUBLIC off.",
            id="demo.E002",
        )
    ]
