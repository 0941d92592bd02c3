"""What a person said they would do, wherever it is shown."""

from collaborative.tenancy.sent_forms import new_form_key

from .models import PostTask

FEW = 5


def own_tasks(actor) -> list:
    """[(task, key of its form)] of what is still open, what comes first in front."""
    tasks = PostTask.objects.here(actor).open_of(actor.person_id)
    return [(task, new_form_key()) for task in tasks[:FEW]]
