"""Who does what by when: its owner says when it is done."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from collaborative.tenancy.doors import collaborative_page

from .. import actions
from ..models import PostTask
from .fetching import to_post


@collaborative_page("post", "comment", methods=("POST",))
def task_tick(request, task_id):
    task = _own(request, task_id)
    actions.tick(task, on=request.actor.today)
    return to_post(request, task.post_id)


@collaborative_page("post", "comment", methods=("POST",))
def task_untick(request, task_id):
    task = _own(request, task_id)
    actions.untick(task)
    return to_post(request, task.post_id)


def _own(request, task_id):
    task = get_object_or_404(PostTask.objects.here(request.actor), pk=task_id)
    if task.owner_id != request.actor.person_id:
        raise PermissionDenied
    return task
