"""What is said about oneself, and the history of what is one's own."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ..actions import people as actions
from ..doors import collaborative_page, organization_page
from ..enums import Role
from ..forms import ProfileForm, WelcomeForm
from ..history import own_changes
from ..models import House, Organization, Person
from .showing import go, show

PROFILE = (
    "first_name", "family_name", "line", "languages", "phone", "how_to_reach", "shown_as", "language", "time_zone",
    "quiet_from", "quiet_until", "weekend_mail", "reminders",
)  # fmt: skip
WELCOME = ("language", "shown_as", "line")


def _edit(request, form_class, names, template, where, **more):
    person = Person.objects.get(pk=request.actor.person_id)
    form = form_class(request.POST or None, initial={name: getattr(person, name) for name in names})
    if form.is_valid():
        actions.change_person(person.pk, by=person.pk, on=request.actor.today, **form.cleaned_data)
        response = where()
        response.set_cookie("django_language", form.cleaned_data["language"], samesite="Lax", max_age=31_536_000)
        return response
    context = {"form": form, "person": person, "texts": settings.TEXTS, "is_coach": _is_coach(request)}
    return show(request, template, {**context, "welcome_words": _welcome_words(request, template), **more})


def _is_coach(request):
    return request.actor.has_role(Role.FACULTY_COACH)


def _welcome_words(request, template):
    """What the house says to whoever comes in first."""
    actor = request.actor
    if template != "welcome" or not actor.collaborative_id:
        return ""
    own = House.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).first()
    return own.welcome_words if own else ""


def _saved(request, name):
    messages.success(request, _("Saved."))
    return go(request, name)


def _profile_form(request):
    return partial(ProfileForm, country=Organization.objects.get(pk=request.actor.organization_id).country)


@collaborative_page("profile", "write", methods=("GET", "POST"))
def profile_edit(request):
    """My name, phone, language, how I am shown, and my quiet hours, in this organization."""
    return _edit(request, _profile_form(request), PROFILE, "profile_edit", lambda: _saved(request, "profile_edit"))


@organization_page("profile", "write", methods=("GET", "POST"))
def organization_profile_edit(request):
    """The same for who is above the collaboratives."""
    saved = partial(_saved, request, "organization_profile_edit")
    return _edit(request, _profile_form(request), PROFILE, "profile_edit", saved)


@collaborative_page("profile", "write", methods=("GET", "POST"))
def welcome(request):
    """The first visit: language, how to be shown, one line; then home."""
    place = [request.actor.organization_slug, request.actor.collaborative_slug]
    promise = Organization.objects.filter(pk=request.actor.organization_id, not_used_to_rate_signed_on__isnull=False)
    signed_by = promise.values_list("not_used_to_rate_signed_by", flat=True).first()
    home = reverse("home:home", args=place)
    return _edit(request, WelcomeForm, WELCOME, "welcome", lambda: redirect(home), signed_by=signed_by)


@organization_page("profile", "write", methods=("GET", "POST"))
def organization_welcome(request):
    """The first visit of an organization's admin."""
    return _edit(request, WelcomeForm, WELCOME, "welcome", lambda: go(request, "organization_home"))


@collaborative_page("history", "read")
def own_history(request):
    """What I changed, and what was changed about me: when, by whom, before and after."""
    return show(request, "own_history", {"changes": own_changes(request.actor)})
