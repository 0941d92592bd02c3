"""The one door to every page: sign in -> the memberships for the address -> the permission -> the view.

Outside the organization or collaborative: 404. Inside without the permission: 403. A row one may not see: 404.
"""

from dataclasses import dataclass, replace
from functools import wraps
from http import HTTPStatus
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone, translation

from collaborative.ui.house_words import speaking

from . import previewing
from .actors import can
from .entering import enter
from .sent_forms import answer_once


@dataclass(frozen=True)
class Permission:
    """What a page asks of whoever comes."""

    resource: str
    verb: str
    methods: tuple[str, ...]
    even_closed: bool
    as_oneself: bool


class CollaborativeIsClosed(Exception):
    """The collaborative has finished: what is there can be read, and this cannot be written any more."""


def collaborative_page(resource: str, verb: str = "read", methods=("GET",), *, even_closed=False, as_oneself=False):
    """A page at /<organization>/<collaborative>/…: the view gets `request.actor` and the rest of the address.

    `even_closed`: it stays open when the collaborative has finished, such as removing one's own words for good.
    `as_oneself`: who looks at a house as a role is themselves here, such as for ending that.
    """

    def decorate(view):
        @wraps(view)
        def entered(request, organization, collaborative, **rest):
            permission = Permission(resource, verb, methods, even_closed, as_oneself)
            return _through(request, view, permission, (organization, collaborative), rest)

        entered.door = ("collaborative", resource, str(verb), tuple(methods))
        return entered

    return decorate


def organization_page(resource: str, verb: str = "read", methods=("GET",)):
    """A page at /<organization>/…, above the collaboratives."""

    def decorate(view):
        @wraps(view)
        def entered(request, organization, **rest):
            permission = Permission(resource, verb, methods, even_closed=True, as_oneself=True)
            return _through(request, view, permission, (organization, ""), rest)

        entered.door = ("organization", resource, str(verb), tuple(methods))
        return entered

    return decorate


def _through(request, view, permission, address, rest):
    if not request.user.is_authenticated:
        return _sign_in_first(request)
    actor = enter(request.user.pk, *address)
    if actor is None:
        raise Http404
    asked = None if permission.as_oneself else previewing.asked_for(request.session, actor)
    if asked:
        with previewing.seen_as(actor, **asked) as somebody:
            return _answer(request, view, permission, somebody, rest)
    return _answer(request, view, permission, actor, rest)


def _answer(request, view, permission, actor, rest):
    request.actor = replace(actor, is_closed=False) if permission.even_closed else actor
    _speak_as(actor)
    with speaking(actor.vocabulary):
        _refuse(request.actor, actor, permission)
        stands = getattr(request, "at_the_door", None)  # whoever looks after sign-ins may ask for something first
        oneself = actor.preview.seen_by if actor.preview else request.actor
        if stands and (answer := stands(request, oneself, permission.resource, str(permission.verb))):
            return answer
        methods = permission.methods
        if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
            return HttpResponseNotAllowed(methods)
        if actor.preview and request.method not in ("GET", "HEAD"):
            return render(request, "tenancy/preview_only.html", status=HTTPStatus.FORBIDDEN)
        if request.method == "POST":
            return answer_once(request, lambda: view(request, **rest))
        return view(request, **rest)


def _refuse(here, actor, permission):
    """Raise where the permission table says no."""
    if not can(here, permission.verb, permission.resource):
        if can(replace(actor, is_closed=False), permission.verb, permission.resource):
            raise CollaborativeIsClosed
        raise PermissionDenied


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
