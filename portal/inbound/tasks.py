"""Mail that came in is taken in at once, and whatever was left lying within a minute."""

from uuid import UUID

from celery import shared_task
from django.conf import settings

from collaborative.tenancy.every import for_each_organization

from . import handling


@shared_task
def take_in(*, organization_id, received_id):
    handling.take_in(UUID(organization_id), UUID(received_id))


@shared_task(over_organizations=True)
def take_in_waiting():
    """One organization after another: for where the queue did not answer, or taking a mail in broke."""
    if settings.INBOUND_ADDRESS:
        for_each_organization(handling.take_in_waiting)
