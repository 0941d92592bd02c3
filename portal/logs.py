"""Structured logs without personal data: a request's id, route, status and time, never its words."""

import logging
import time
import uuid

import structlog

logger = logging.getLogger("requests")

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
                    ["request_id", "route", "method", "status", "milliseconds", "person", "organization"]
                ),
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.processors.format_exc_info,
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "requests": {"level": "INFO"},
        "django.request": {"handlers": [], "propagate": False},  # it would log addresses; `requests` logs routes
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

    return middleware
