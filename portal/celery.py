"""The queue: the worker and beat connect as the worker's database role; the web only puts tasks in."""

import os

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
if not settings.configured:  # a process of its own, not one that Django has already started
    os.environ.setdefault("DATABASE_ROLE", "worker")

from celery import Celery  # noqa: E402 (the role is chosen before settings load)
from celery.signals import worker_init  # noqa: E402
from django.db import connections  # noqa: E402

from collaborative.isolation import roles  # noqa: E402

app = Celery("portal", task_cls="collaborative.later.base:OrganizationTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def refuse_strong_role(**arguments):
    """A worker that row-level security does not hold ends before it takes a task."""
    try:
        roles.refuse_strong_role()
    except roles.WrongRole as error:
        raise SystemExit(str(error)) from error
    finally:
        connections.close_all()
