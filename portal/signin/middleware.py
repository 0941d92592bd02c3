"""Sign in first, and lose nothing on the way."""

from urllib.parse import urlencode, urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from collaborative.cards import device
from portal.errors import typed_words


class SignInFirst(LoginRequiredMiddleware):
    """Every page but the public ones asks to sign in, and leads back to where the person was."""

    def handle_no_permission(self, request, view_func):
        address = sign_in_address(request)
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=204, headers={"HX-Redirect": address})
        if request.content_type == "application/json":
            return JsonResponse({"sign_in": address}, status=401)
        typed = typed_words(request)
        if typed:
            return render(request, "signin/signed_out.html", {"typed": typed, "address": address}, status=403)
        return HttpResponseRedirect(address)


def sign_in_address(request) -> str:
    """Where to sign in: a team's tablet shows its names, and leads nobody to what somebody else was reading."""
    if device.is_tablet(request):
        return reverse("signin:tablet")
    return f"{reverse('account_login')}?{urlencode({'next': page_of(request)})}"


def page_of(request) -> str:
    """The page the person was on: the address itself for a page, the page it was sent from for a form or a part."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return request.get_full_path()
    came_from = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return "/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"
