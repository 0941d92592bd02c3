from importlib import import_module

from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "portal.signin"
    label = "signin"

    def ready(self):
        import_module("portal.signin.sessions")  # it listens for sign-ins
