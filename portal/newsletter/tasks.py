"""Every minute: which issues leave, and who has not got one yet?"""

from celery import shared_task
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.tenancy.every import for_each_organization

from . import actions


@shared_task(over_organizations=True)
def deliver_letters():
    """One organization after another, each in a transaction of its own."""
    for_each_organization(_deliver)


def _deliver(organization_id):
    with tenant_context(organization_id):
        actions.deliver(organization_id, timezone.now())
