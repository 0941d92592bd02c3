"""A team's tablet: first names, the digits of one, and back to the names when somebody is done.

Nothing of a person stays on it: the session ends, pages are not stored, and what the browser has kept is cleared.
"""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from collaborative.cards import device
from collaborative.cards.actions import pins
from collaborative.cards.actions.tablets import find_tablet
from collaborative.isolation import context
from collaborative.tenancy.invitations import enter_by_name

from . import entering, ways


@login_not_required
@require_GET
def names(request):
    """The first names of who comes in here with a PIN."""
    if request.user.is_authenticated:
        return render(request, "signin/tablet_somebody.html")
    tablet = _tablet(request)
    if tablet is None:
        return _is_none(request)
    _forget_notes(request)
    on = timezone.localdate()
    return render(request, "signin/tablet.html", {**_of(request, tablet), "names": pins.names_on(tablet, on=on)})


@login_not_required
@sensitive_post_parameters("digits")
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request, person_id):
    """The digits of one of them. A wrong PIN says nothing but that."""
    tablet = _tablet(request)
    if tablet is None:
        return _is_none(request)
    _forget_notes(request)
    on = timezone.localdate()
    name = next((one for one in pins.names_on(tablet, on=on) if one.person_id == person_id), None)
    if name is None:
        return redirect("signin:tablet")
    if request.method == "POST":
        came = _come_in(request, tablet, person_id)
        if came:
            return came
    shown = {**_of(request, tablet), "name": name, "wrong": request.method == "POST"}
    return render(request, "signin/tablet_pin.html", shown)


def _come_in(request, tablet, person_id):
    digits = "".join(request.POST.get("digits", "")[:20].split())
    try:
        user = pins.come_in(tablet, person_id, digits, on=timezone.localdate())
    except pins.WrongPin:
        return None
    organization, _token = device.read(request)
    collaborative = tablet.team.collaborative.slug
    way = ways.Way(
        kind=ways.PIN, thing_id=str(tablet.pk), organization_id=str(tablet.organization_id), organization=organization,
        collaborative=collaborative, team_id=str(tablet.team_id),
    )  # fmt: skip
    entering.come_in(request, user, way=way, is_shared=True)
    return HttpResponseRedirect(reverse("home:home", args=[organization, collaborative]))


@login_not_required
@require_POST
def done(request):
    """The next person, please: nobody is signed in, and nothing of the last one is left in the browser."""
    _forget_notes(request)
    logout(request)
    return redirect("signin:tablet" if device.is_tablet(request) else "account_login")


def _tablet(request):
    """The tablet this device is, and the database told where we are; None where it is none (any more)."""
    kept = device.read(request)
    if kept is None or enter_by_name(kept[0]) is None:
        return None
    tablet = find_tablet(kept[1])
    if tablet:
        context.changed(teams=(tablet.team_id,))  # the PINs of this team, and of no other
    return tablet


def _of(request, tablet):
    """What the tablet's own pages show: its names, and no note that was meant for somebody else."""
    return {"tablet": tablet, "tablet_organization": device.read(request)[0], "messages": ()}


def _is_none(request):
    """Switched off, or never switched on: the device forgets that it was a tablet."""
    response = render(request, "signin/tablet_none.html", status=404)
    device.forget(response)
    return response


def _forget_notes(request):
    """What was to be said to the last person is not said to the next one."""
    list(messages.get_messages(request))
