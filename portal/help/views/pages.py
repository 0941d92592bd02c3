"""Help: where to find what, and who can see and do what."""

from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import House, Organization

from ..promises import promises_of
from ..rights import rights_of, role_of
from ..words import LADDER


@collaborative_page("home", "read")
def help(request):
    """Where to find what."""
    actor = request.actor
    try:
        glossary = reverse("framework:glossary", args=[actor.organization_slug, actor.collaborative_slug])
    except NoReverseMatch:
        glossary = ""
    context = {
        "glossary": glossary if can(actor, "read", "framework") else "",
        "may_see_people": can(actor, "read", "person"),
        "may_see_agreement": can(actor, "read", "agreement"),
        "may_see_credit": can(actor, "read", "recognition"),
    }
    return render(request, "help/help.html", context)


@collaborative_page("home", "read")
def rights(request):
    """Who can see and do what: the permission table itself, in words, one role at a time."""
    role = role_of(request.GET.get("role", ""), request.actor.roles)
    return render(
        request,
        "help/rights.html",
        {
            "role": role,
            "roles": [{"value": item.value, "label": item.label, "chosen": item == role} for item in Role],
            "groups": rights_of(role),
            "ladder": [(audience.label, words) for audience, words in LADDER],
            "promises": promises_of(Organization.objects.get(pk=request.actor.organization_id)),
            "promise_words": _promise_words(request.actor),
        },
    )


def _promise_words(actor):
    """What this collaborative promises in its own words."""
    own = House.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).first()
    return own.promise_words if own else ""
