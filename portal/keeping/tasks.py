"""Clearing away, once an hour: one organization after another, each in transactions of its own."""

import logging

from celery import shared_task
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.tenancy.every import for_each_organization
from portal.inbound.actions import clear_incoming

from . import actions

logger = logging.getLogger("next_tuesday")
STEPS = (actions.clear_trash, actions.clear_mails, actions.clear_forms, actions.clear_cards, clear_incoming)


@shared_task
def clear_away():
    """What has been kept long enough goes; doing it twice does nothing more."""
    now = timezone.now()
    for_each_organization(lambda organization_id: clear_organization(organization_id, now))
    _report("sessions", actions.clear_sessions(now), None)


clear_away.over_organizations = True


def clear_organization(organization_id, now):
    for step in STEPS:
        with tenant_context(organization_id):
            cleared = step(now)
        _report(step.__name__.removeprefix("clear_"), cleared, organization_id)


def _report(what, cleared, organization_id):
    """How many rows went, and of what; never a word of them."""
    if cleared:
        logger.info("cleared %s %s", cleared, what, extra={"organization": str(organization_id or "")})
