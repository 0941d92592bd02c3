"""Enqueue a task by its name once the transaction is through; ids only, and always with the organization."""

import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from collaborative.isolation.context import current_organization_id

logger = logging.getLogger("next_tuesday")


class UnknownTask(LookupError):
    """No task of that name is registered."""


def later(name: str, **ids) -> None:
    """Send the task `name` with `ids` and the current organization to the queue when this transaction has committed.

    A queue that does not answer stops nobody: the truth lies in the database, and a periodic task finds what waits.
    Raises UnknownTask at once for a name that no task has.
    """
    if name not in current_app.tasks:
        raise UnknownTask(name)
    arguments = {key: str(value) for key, value in ids.items()}
    arguments["organization_id"] = str(current_organization_id())

    def send():
        try:
            current_app.send_task(name, kwargs=arguments)
        except (OperationalError, OSError):
            logger.warning("queue does not answer", extra={"route": name})

    transaction.on_commit(send, robust=True)
