"""Whoever asks for texts has said how they travel."""

from django.conf import settings
from django.core.checks import Error, Warning
from django.utils.module_loading import import_string

HTTP = "collaborative.outbox.gateways.HttpGateway"
LOCAL = ("https://", "http://localhost", "http://127.0.0.1")


def texts_can_go(app_configs, **options):
    """TEXTS needs a TEXT_GATEWAY that is there, and a real one where people are real."""
    if not settings.TEXTS:
        return []
    if not settings.TEXT_GATEWAY:
        return [
            Error(
                "TEXTS is on, and nothing says how a text gets to a phone.",
                hint=f"Name a gateway in TEXT_GATEWAY, such as {HTTP}, or leave TEXTS out.",
                id="signin.E001",
            )
        ]
    try:
        import_string(settings.TEXT_GATEWAY)
    except ImportError:
        return [Error("TEXT_GATEWAY names no class that is there.", hint="Write its dotted path.", id="signin.E002")]
    if settings.TEXT_GATEWAY == HTTP and not settings.TEXT_GATEWAY_URL.startswith(LOCAL):
        hint = "Set TEXT_GATEWAY_URL to an https address, and TEXT_GATEWAY_TOKEN."
        return [Error("Texts would go nowhere, or readable on the way.", hint=hint, id="signin.E003")]
    if settings.PRODUCTION and not settings.DEMO and settings.TEXT_GATEWAY in settings.TEXTS_STAY_HERE:
        hint = "People would wait for codes that never come: name a real gateway, or leave TEXT_GATEWAY and TEXTS out."
        return [Warning("Texts stay on this machine.", hint=hint, id="signin.W001")]
    return []
