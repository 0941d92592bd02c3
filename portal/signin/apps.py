from importlib import import_module

from django.apps import AppConfig
from django.core import checks


class SigninConfig(AppConfig):
    name = "portal.signin"
    label = "signin"

    def ready(self):
        checks.register(import_module("portal.signin.checks").texts_can_go)
        import_module("portal.signin.sessions")  # it listens for sign-ins
