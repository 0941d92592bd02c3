"""What became of a form that a phone keeps until somebody has it.

A form that is sent carries the id it has on the phone (`kept`). The answer says by a cookie whether the server has the
words (`done`) or gives them back (`back`); the next page then lets them go, or shows them. What the phone sends by
itself later names who wrote it, and gets a short answer in place of a page.
"""

import json
import re
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse

from collaborative.tenancy.sent_forms import WRITTEN_BY, WrittenByAnother

ANSWER = "kept_answer"
AN_HOUR = 3600
ID = re.compile(r"^[0-9a-z-]{8,40}$")
REDIRECTS = (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER)


class KeptForms:
    """Tells the phone what became of the form it sent."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "POST":
            return response
        if WRITTEN_BY in request.headers:
            return _in_short(request, response)
        kept = _kept(request)
        if kept and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            said = "done" if _is_done(request, response) else "back"
            response.set_cookie(
                ANSWER, f"{kept}.{said}", max_age=AN_HOUR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
        return response

    def process_exception(self, request, exception):
        """Somebody else is signed in now: nothing is written, and nothing is shown of what was."""
        if isinstance(exception, WrittenByAnother):
            return render(request, "phone/somebody_else.html", status=HTTPStatus.PRECONDITION_FAILED)
        return None


def _kept(request):
    """The id under which the phone keeps this form; read only where the form was read anyway."""
    words = getattr(request, "_post", None)
    kept = words.get("kept", "") if words else ""
    return kept if ID.match(kept) else ""


def _is_done(request, response):
    """A form that was taken leads on; one that was not comes back, or leads to itself."""
    if response.status_code not in REDIRECTS:
        return False
    return urlsplit(response["Location"]).path not in (request.path, reverse("account_login"))


def _in_short(request, response):
    """The answer without its page: 200 and where it leads, 401 signed out, 422 it came back; other numbers as are."""
    words = {}
    if _is_done(request, response):
        words, status = {"went_to": response["Location"]}, HTTPStatus.OK
    elif not request.user.is_authenticated:
        status = HTTPStatus.UNAUTHORIZED
    elif response.status_code in (*REDIRECTS, HTTPStatus.OK):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    else:
        status = response.status_code
    del response["Location"]
    response.status_code = status
    response.content = json.dumps(words)
    response["Content-Type"] = "application/json"
    response["Content-Length"] = str(len(response.content))
    return response
