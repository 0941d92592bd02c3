from django.apps import AppConfig


class StartingConfig(AppConfig):
    name = "portal.starting"
    label = "starting"
