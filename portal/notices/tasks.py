"""Every few minutes: what is due, and has not been said? No reminder is scheduled ahead, so none can be lost."""

from celery import shared_task
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.tenancy.every import for_each_organization

from . import actions


@shared_task(over_organizations=True)
def gather_notices():
    """One organization after another, each in a transaction of its own."""
    for_each_organization(_gather)


def _gather(organization_id):
    with tenant_context(organization_id):
        actions.gather_notices(organization_id, timezone.now())
