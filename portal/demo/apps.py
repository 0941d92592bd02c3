from django.apps import AppConfig
from django.core.checks import register

from .checks import demo_is_meant, demo_mails_nobody


class DemoConfig(AppConfig):
    name = "portal.demo"
    label = "demo"

    def ready(self):
        register(demo_is_meant)
        register(demo_mails_nobody)
