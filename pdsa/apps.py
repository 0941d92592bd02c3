import importlib

from django.apps import AppConfig


class PDSAConfig(AppConfig):
    name = "pdsa"

    def ready(self):
        """Let the room of conversations, a floor below, speak of tries."""
        tries, talk = (importlib.import_module(name) for name in ("collaborative.discussion.things", "pdsa.talk"))
        tries.tries.told, tries.tries.near = talk.told, talk.near
