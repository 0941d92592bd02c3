"""One transaction a request: the context lives in it, and a failed answer leaves no half-written row.

A person's time zone ends with her request, too: the next one in this process may be anybody's.
"""

from django.core.exceptions import BadRequest
from django.db import transaction
from django.utils import timezone

from . import context

WITHOUT_DATABASE = ("/livez",)


def one_transaction(get_response):
    """Open the transaction, answer inside it, and roll back whatever a status of 500 or above had written."""

    def middleware(request):
        if request.path in WITHOUT_DATABASE:
            return get_response(request)
        with context.forgotten_on_leaving(), timezone.override(None), transaction.atomic():
            response = get_response(request)
            if response.streaming and not getattr(response, "file_to_stream", None):
                raise RuntimeError("A streamed answer would be read after the transaction: build it whole.")
            if response.status_code >= 500 or getattr(response, "undo_writes", False):
                transaction.set_rollback(True)
        return response

    return middleware


def reject_unreadable_input(get_response):
    """Null bytes and text that is not UTF-8 never reach a view: PostgreSQL could not store them."""

    def middleware(request):
        try:
            raw = request.META.get("QUERY_STRING", "") + request.path_info
        except UnicodeDecodeError:
            raise BadRequest from None
        if "\x00" in raw or "%00" in raw or "\ufffd" in request.path_info:
            raise BadRequest
        return get_response(request)

    return middleware
