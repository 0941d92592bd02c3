"""Ways to pages of rooms above this one, as far as there are such rooms."""

from django.urls import NoReverseMatch, reverse


def upper_url(name, actor, *rest):
    """The address of a page of another room; empty while there is no such room."""
    try:
        return reverse(name, args=[actor.organization_slug, actor.collaborative_slug, *rest])
    except NoReverseMatch:
        return ""
