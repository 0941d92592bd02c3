from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """How long things are kept, and clearing them away."""

    name = "portal.keeping"
    label = "keeping"
