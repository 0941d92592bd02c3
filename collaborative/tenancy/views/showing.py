"""One showing of a page: its template, and a fresh key for its form."""

from django.shortcuts import redirect, render

from ..actors import can
from ..sent_forms import new_form_key


def show(request, template, context, status=200):
    shared = {"form_key": new_form_key(), "may_see_people": can(request.actor, "read", "person")}
    return render(request, f"tenancy/{template}.html", {**shared, **context}, status=status)


def go(request, name, *args):
    """To another page of the same collaborative (or organization, where we are above the collaboratives)."""
    actor = request.actor
    place = (
        [actor.organization_slug, actor.collaborative_slug] if actor.collaborative_slug else [actor.organization_slug]
    )
    return redirect(f"tenancy:{name}", *place, *args)
