"""Answers of the API to what cannot be done; nothing half-done is kept."""

from rest_framework.views import exception_handler


def answer(error, context):
    """The API's answer to an error; whatever the request had written is taken back."""
    response = exception_handler(error, context)
    if response is not None:
        response.undo_writes = True
    return response
