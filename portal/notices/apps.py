import importlib

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "portal.notices"
    label = "notices"

    def ready(self):
        """Let every process know the queue and the tasks by name; the web puts them in, it does not run them."""
        importlib.import_module("portal.celery").app.autodiscover_tasks(force=True)
