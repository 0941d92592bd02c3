"""Where pages send what is being typed."""

import json

from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.http.request import RawPostDataException
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page

from . import actions

LARGEST = 200_000  # characters of one form; ours
LONGEST_VERSION = 9  # digits
NEVER_KEPT = {"csrfmiddlewaretoken", "form_key", "version", "password"}


@collaborative_page("draft", "write", methods=("POST",))
def draft_save(request, form, thing_id):
    """Keep the typed words (a JSON object of field names and texts); answers when they were kept."""
    try:
        body = request.body
    except RawPostDataException:  # a form in place of JSON
        body = b""
    if len(body) > LARGEST:
        return HttpResponseBadRequest(_("This is more text than one form can keep. Please save a part of it first."))
    sent = _read(body)
    if sent is None:
        return HttpResponseBadRequest(_("These words could not be read."))
    words = {str(name): value for name, value in sent.items() if name not in NEVER_KEPT}
    opened_version = _version(sent.get("version"))
    actions.keep_draft(
        form=form, thing_id=thing_id, words=words, by=request.actor.person_id, opened_version=opened_version
    )
    return JsonResponse({"saved_at": timezone.localtime().strftime("%H:%M")})


def _version(sent):
    """The version a page says it was opened at; None where it says none that can be one."""
    text = str(sent)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_VERSION else None


def _read(body):
    """What was sent; None where it is no JSON, or holds what no database can keep: null bytes, half characters, NaN."""
    try:
        sent = json.loads(body, parse_constant=_refuse)
        text = json.dumps(sent, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return sent if isinstance(sent, dict) and b"\\u0000" not in text else None


def _refuse(name):
    raise ValueError(f"{name} is no number")


@collaborative_page("draft", "write", methods=("POST",))
def draft_drop(request, form, thing_id):
    """Forget what was typed."""
    actions.drop_draft(form=form, thing_id=thing_id, by=request.actor.person_id)
    return HttpResponse(status=204)
