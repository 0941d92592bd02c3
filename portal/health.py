"""Is the process up, and can it serve? Redis is in neither answer: people can sign in, read and write without it."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError
from django.http import HttpResponse
from django.views.decorators.http import require_GET


@login_not_required
@require_GET
def livez(request):
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_GET
def readyz(request):
    """The database answers and every migration is in."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("database does not answer", status=503, content_type="text/plain")
    if waiting:
        return HttpResponse("migrations wait", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
