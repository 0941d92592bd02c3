"""The worker process: it connects as the worker's database role."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("DATABASE_ROLE", "worker")

from celery import Celery  # noqa: E402 (the role is chosen before settings load)

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
