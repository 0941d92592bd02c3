"""Coming in: one's places, and the language one reads."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from collaborative.tenancy.actions import people
from collaborative.tenancy.entering import enter

from .places import places_of
from .ways import lies_inside

YEAR = 365 * 24 * 3600


@require_GET
def places(request):
    """The one place a person belongs to opens by itself; of several, one tap opens one."""
    found = [place for place in places_of(request.user.pk) if lies_inside(request.session, place)]
    if len(found) == 1:
        return redirect(found[0].url)
    return render(request, "signin/places.html", {"places": found})


@login_not_required
@require_POST
def language(request):
    """Read on in another language: remembered in this browser, and on the person where somebody is signed in."""
    chosen = request.POST.get("language", "")
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    response = HttpResponseRedirect(target)
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
        translation.activate(chosen)
        if request.user.is_authenticated:
            _remember(request.user, chosen)
    return response


def _remember(user, chosen):
    """Keep the language on the person, in each organization the login belongs to."""
    organizations = dict.fromkeys(place.organization_slug for place in places_of(user.pk))
    for slug in organizations:
        actor = enter(user.pk, slug)
        if actor and actor.person["language"] != chosen:
            people.change_person(actor.person_id, language=chosen, by=actor.person_id, on=timezone.localdate())
