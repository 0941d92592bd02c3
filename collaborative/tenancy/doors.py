"""The one door to every page: sign in -> the memberships for the address -> the permission -> the view.

Outside the organization or collaborative: 404. Inside without the permission: 403. A row one may not see: 404.
"""

from dataclasses import replace
from functools import wraps
from http import HTTPStatus
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils import timezone, translation

from .actors import can
from .entering import enter
from .sent_forms import answer_once


class CollaborativeIsClosed(Exception):
    """The collaborative has finished: what is there can be read, and this cannot be written any more."""


def collaborative_page(resource: str, verb: str = "read", methods=("GET",), *, even_closed=False):
    """A page at /<organization>/<collaborative>/…: the view gets `request.actor` and the rest of the address.

    `even_closed`: it stays open when the collaborative has finished, such as removing one's own words for good.
    """

    def decorate(view):
        @wraps(view)
        def entered(request, organization, collaborative, **rest):
            permission = (resource, verb, methods, even_closed)
            return _through(request, view, permission, (organization, collaborative), rest)

        entered.door = ("collaborative", resource, str(verb), tuple(methods))
        return entered

    return decorate


def organization_page(resource: str, verb: str = "read", methods=("GET",)):
    """A page at /<organization>/…, above the collaboratives."""

    def decorate(view):
        @wraps(view)
        def entered(request, organization, **rest):
            return _through(request, view, (resource, verb, methods, True), (organization, ""), rest)

        entered.door = ("organization", resource, str(verb), tuple(methods))
        return entered

    return decorate


def _through(request, view, permission, address, rest):
    resource, verb, methods, even_closed = permission
    if not request.user.is_authenticated:
        return _sign_in_first(request)
    actor = enter(request.user.pk, *address)
    if actor is None:
        raise Http404
    request.actor = replace(actor, is_closed=False) if even_closed else actor
    _speak_as(actor)
    if not can(request.actor, verb, resource):
        if can(replace(actor, is_closed=False), verb, resource):
            raise CollaborativeIsClosed
        raise PermissionDenied
    stands = getattr(request, "at_the_door", None)  # whoever looks after sign-ins may ask for something first
    if stands and (answer := stands(request, request.actor, resource, str(verb))):
        return answer
    if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
        return HttpResponseNotAllowed(methods)
    if request.method == "POST":
        return answer_once(request, lambda: view(request, **rest))
    return view(request, **rest)


def _sign_in_first(request):
    target = redirect("account_login")
    if request.method == "GET":
        target["Location"] += f"?next={request.get_full_path()}"
    if getattr(request, "htmx", False):
        target.status_code = HTTPStatus.NO_CONTENT
        target["HX-Redirect"] = target["Location"]
    return target


def _speak_as(actor):
    language = actor.person["language"]
    translation.activate(language if language in settings.SPOKEN_LANGUAGES else settings.LANGUAGE_CODE)
    if actor.person["time_zone"]:
        timezone.activate(ZoneInfo(actor.person["time_zone"]))
