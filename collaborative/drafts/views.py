"""Where pages send what is being typed."""

import json

from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.http.request import RawPostDataException
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page

from . import actions

LARGEST = 200_000  # characters of one form; ours
TOO_MUCH = object()
NEVER_KEPT = {"csrfmiddlewaretoken", "form_key", "version", "password"}


@collaborative_page("draft", "write", methods=("POST",))
def draft_save(request, form, thing_id):
    """Keep the typed words (a JSON object of field names and texts); answers when they were kept."""
    try:
        body = request.body
        sent = json.loads(body) if len(body) <= LARGEST else TOO_MUCH
    except (ValueError, RawPostDataException):  # no JSON, or a form in its place
        sent = None
    if sent is TOO_MUCH:
        return HttpResponseBadRequest(_("This is more text than one form can keep. Please save a part of it first."))
    if not isinstance(sent, dict) or "\x00" in json.dumps(sent) or "\\u0000" in json.dumps(sent):
        return HttpResponseBadRequest(_("These words could not be read."))
    words = {str(name): value for name, value in sent.items() if name not in NEVER_KEPT}
    actions.keep_draft(form=form, thing_id=thing_id, words=words, by=request.actor.person_id)
    return JsonResponse({"saved_at": timezone.localtime().strftime("%H:%M")})


@collaborative_page("draft", "write", methods=("POST",))
def draft_drop(request, form, thing_id):
    """Forget what was typed."""
    actions.drop_draft(form=form, thing_id=thing_id, by=request.actor.person_id)
    return HttpResponse(status=204)
