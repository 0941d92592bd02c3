from django.apps import AppConfig


class ObservingConfig(AppConfig):
    name = "portal.observing"
    label = "observing"
