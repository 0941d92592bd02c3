"""The pages behind an invitation's link. Opening it changes nothing (mail scanners open links); only a tap does."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from collaborative.isolation import context
from collaborative.people.models import User
from collaborative.people.phones import in_words
from collaborative.tenancy import invitations, rules
from collaborative.tenancy.actions import invitations as actions
from collaborative.tenancy.actions.memberships import CannotHold, NotYoursToGive


@login_not_required
@require_GET
def invitation(request, organization, token):
    """Who invites, to what, and that it is fine to say no."""
    found = _found(request, organization, token)
    if found is None:
        return _cannot_be_used(request)
    other = request.user.is_authenticated and not _is_invited(request.user, found)
    return render(
        request,
        "signin/invitation.html",
        {
            "invitation": found,
            "inviter": found.invited_by,
            "membership": found.membership,
            "organization_slug": organization,
            "token": token,
            "signed_in_as": _known_as(request.user) if other else "",
            "may_ask": bool(other and request.user.email),
            "invited_at": found.email or in_words(found.phone),
            "asked": bool(found.other_email),
        },
    )


def _is_invited(user, invitation):
    return user.email == invitation.email if invitation.email else user.phone == invitation.phone


def _known_as(user):
    """What a login is called on this page: its address, else its number; somebody with a card has neither."""
    return user.email or (in_words(user.phone) if user.phone else _("somebody else"))


@login_not_required
@require_POST
def invitation_accept(request, organization, token):
    """Come in: the login is found or made, signed in, and led to a short welcome."""
    found = _found(request, organization, token)
    if found is None:
        return _cannot_be_used(request)
    try:
        visitor = request.user if request.user.is_authenticated else None
        membership = actions.accept(found, visitor=visitor, on=timezone.localdate())
    except actions.SignInFirst:
        return _sign_in_first(request, found, organization, token)
    except (actions.NoLongerOpen, CannotHold, NotYoursToGive):
        return _cannot_be_used(request)
    if request.user.is_authenticated and request.user.pk != membership.user_id:
        logout(request)
    return _sign_in(request, membership, found)


@login_not_required
@require_POST
def invitation_decline(request, organization, token):
    """Say no, thank you, with a word if one likes."""
    found = _found(request, organization, token)
    if found is None:
        return _cannot_be_used(request)
    try:
        actions.decline(found, words=request.POST.get("words", "").replace("\x00", ""))
    except actions.NoLongerOpen:
        return _cannot_be_used(request)
    return render(request, "signin/invitation_declined.html", {"inviter": found.invited_by})


@require_POST
def invitation_other(request, organization, token):
    """Ask whoever invited to let the address in that one is signed in with."""
    found = _found(request, organization, token)
    if found is None or not request.user.email:
        return _cannot_be_used(request)
    try:
        actions.ask_with_other_address(found, email=request.user.email, on=timezone.localdate())
    except actions.NoLongerOpen:
        return _cannot_be_used(request)
    return redirect("signin:invitation", organization, token)


def _found(request, organization, token):
    """The open invitation behind the link, with the database told where we are and who would come in; else None."""
    place = invitations.enter_by_name(organization)
    found = invitations.find_invitation(token) if place else None
    if found is None or not rules.is_open(found, timezone.now()):
        return None
    if not rules.is_awake(found.membership.role, found.membership.collaborative):
        return None
    context.changed(person=found.membership.person_id)
    language = found.membership.person.language
    if language in settings.SPOKEN_LANGUAGES and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(language)
    return found


def _cannot_be_used(request):
    """The same page for a link that is used, taken back, too old or wrong: it tells nobody which."""
    return render(request, "signin/invitation_closed.html", status=404)


def _sign_in_first(request, invitation, organization, token):
    """Somebody who has been here before signs in with the invited address or number; the invitation waits for their
    yes. A number that others use too is a login for one of them."""
    if request.user.is_authenticated:
        return redirect("signin:invitation", organization, token)  # the page offers the way for another address
    if invitation.email:
        messages.info(request, _("You have been here before. Please sign in with a code, then say yes."))
    else:
        shared = _(
            "Somebody has come in with this number before. If that was you, please sign in with a code, then say yes. "
            "If you share this phone, call %(name)s: an e-mail or a card works for you too."
        )
        messages.info(request, shared % {"name": invitation.invited_by.first_name})
    back = reverse("signin:invitation", args=[organization, token])
    return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")


def _sign_in(request, membership, invitation):
    address = welcome_address(membership)
    if request.user.is_authenticated:
        return HttpResponseRedirect(address)
    user = User.objects.get(pk=membership.user_id)
    way = {"email": invitation.email} if invitation.email else {"phone": invitation.phone}
    record_authentication(request, user, method="invitation", **way)
    login = Login(user=user, redirect_url=address, **way)
    if invitation.email:
        get_adapter().stash_verified_email(request, invitation.email)
    return perform_login(request, login)


def welcome_address(membership) -> str:
    if not membership.collaborative_slug:
        return reverse("tenancy:organization_welcome", args=[membership.organization_slug])
    return reverse("tenancy:welcome", args=[membership.organization_slug, membership.collaborative_slug])
