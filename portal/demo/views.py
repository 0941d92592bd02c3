"""The demo's entry: become one of its people with one tap, and read what would have been mailed."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from collaborative.people.models import User
from portal.signin.places import places_of

from . import mail
from .guard import demo_only
from .people import ENTRY_OF_KEY, FIRST_WEEKS, MONTH_14


@login_not_required
@require_GET
@demo_only
def people(request):
    """Whom one can enter as."""
    return render(request, "demo/people.html", {"first_weeks": FIRST_WEEKS, "month_14": MONTH_14})


@login_not_required
@require_POST
@demo_only
def enter(request, key):
    """Become this person, and go to their home."""
    entry = ENTRY_OF_KEY.get(key)
    user = User.objects.filter(email=entry.email).first() if entry else None
    if user is None:
        raise Http404
    logout(request)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    UserSession.objects.create_from_request(request)
    places = places_of(user.pk)
    there = [place for place in places if place.collaborative_slug == entry.collaborative] or places
    return redirect(there[0].url if there else "/")


@require_GET
@demo_only
def mails(request):
    """The messages to this person, and the invitations they wrote."""
    return render(request, "demo/mail.html", {"messages_to_read": mail.messages_for(request.user.pk)})
