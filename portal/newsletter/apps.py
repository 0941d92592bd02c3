import importlib

from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    name = "portal.newsletter"
    label = "newsletter"

    def ready(self):
        """Let every process know the tasks by name."""
        importlib.import_module("portal.celery").app.autodiscover_tasks(force=True)
