"""A second way to show who one is, for those who can see or give much: a passkey, or an app that makes codes.

In production organization admins and the project team hold one (SECOND_FACTOR; NIST SP 800-63B-4: a code by mail does
not count as one). It is asked for again before exports, roles and the wall. What was typed is not lost on the way.
"""

import time
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from collaborative.tenancy.enums import Role, Verb
from portal.errors import typed_words

from .middleware import page_of

HOLDERS = (Role.ORGANIZATION_ADMIN, Role.IMPLEMENTATION_TEAM)
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What is asked for once more: taking much out, giving roles, and who stands behind the wall.
CAREFUL = {("membership", Verb.WRITE), ("invitation", Verb.WRITE), ("organization", Verb.WRITE)}


def stand_at_the_door(request, actor, resource: str, verb: str) -> HttpResponse | None:
    """The answer in place of the page, where something has to be shown first; None where the page may open."""
    if not settings.SECOND_FACTOR or not actor.has_role(*HOLDERS):
        return None
    if not holds_one(request.user):
        return _make_one_first(request)
    if (verb == Verb.EXPORT or (resource, verb) in CAREFUL) and not _shown_lately(request):
        return _show_it_again(request)
    return None


def holds_one(user) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def _shown_lately(request):
    records = get_authentication_records(request, request.user)
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(record["method"] == "mfa" and record["at"] > since for record in records)


def _make_one_first(request):
    address = f"{reverse('signin:second')}?{urlencode({'next': page_of(request)})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    typed = typed_words(request)
    if typed:
        return render(request, "signin/second.html", {"typed": typed, "target": page_of(request)}, status=403)
    return redirect(address)


def _show_it_again(request):
    """To the page that asks for it; a form that was sent waits and goes on by itself."""
    (method, *_others) = [way for way in get_adapter().get_reauthentication_methods(request.user) if "mfa" in way["id"]]
    return suspend_request(request, method["url"])


@require_GET
def second(request):
    """What it is, why, and the two ways to have one."""
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    if holds_one(request.user):
        return redirect(target)
    return render(request, "signin/second.html", {"target": target})
