"""Addresses as messages name them."""

from django.conf import settings
from django.urls import reverse


def address(world, collaborative, name, *rest) -> str:
    """The way there; who is signed out comes back to it after the code."""
    place = [world.organization.slug, collaborative.slug]
    return settings.PUBLIC_ADDRESS + reverse(name, args=[*place, *rest])
