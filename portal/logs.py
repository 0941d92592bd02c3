"""Structured logs without personal data: a request's id, route, status and time, never its words."""

import logging
import time
import traceback
import uuid

import structlog
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404

from collaborative.isolation.locking import ChangedMeanwhile

logger = logging.getLogger("requests")
ANSWERS = (Http404, PermissionDenied, BadRequest, SuspiciousOperation, ChangedMeanwhile)
DEEPEST_FRAMES = 12  # of a traceback; the rest is the framework's way in

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.stdlib.ExtraAdder(
                    [
                        "request_id",
                        "route",
                        "method",
                        "status",
                        "milliseconds",
                        "person",
                        "organization",
                        "kind",
                        "where",
                    ]
                ),
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.processors.format_exc_info,
            ],
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "requests": {"level": "INFO"},
        # It would log addresses; `requests` logs routes. Without any handler Python itself would write to stderr.
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"level": "ERROR"},
        "next_tuesday": {"level": "INFO"},
    },
}


def log_requests(get_response):
    """Log one line a request: the route's name, never its path, query or body."""

    def middleware(request):
        request.request_id = uuid.uuid4().hex
        started = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        actor = getattr(request, "actor", None)
        logger.info(
            "request",
            extra={
                "request_id": request.request_id,
                "route": match.view_name if match else "",
                "method": request.method,
                "status": response.status_code,
                "milliseconds": round(1000 * (time.perf_counter() - started), 1),
                "person": str(actor.person_id) if actor else "",
                "organization": str(actor.organization_id) if actor else "",
            },
        )
        return response

    middleware.process_exception = log_error
    return middleware


def log_error(request, error):
    """Log where in the code an error arose and its kind; its message may hold what people typed, so it stays out.

    What is an answer (not there, not allowed, changed meanwhile) is no error: its status stands in the request's line.
    """
    if isinstance(error, ANSWERS):
        return
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{frame.filename.rsplit('/site-packages/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    logger.error(
        "error",
        extra={
            "request_id": request.request_id,
            "route": request.resolver_match.view_name if request.resolver_match else "",
            "kind": type(error).__qualname__,
            "where": where[-DEEPEST_FRAMES:],
        },
    )
