"""A form sent twice (a double tap, a retry on a slow line) is carried out once.

Each form carries a random `form_key`; the first to arrive writes a row under it and its words, and a second one waits
for that row's transaction and then gets the first one's answer. The same form with other words, brought back by going
back in the browser, is a form of its own: its words are never dropped in silence.
"""

import hashlib
import json
from uuid import UUID, uuid5

from django.db import connection
from django.http import HttpResponseRedirect

from collaborative.isolation.models import new_id

NO_WORDS = {"csrfmiddlewaretoken", "form_key", "kept", "written_by"}
WRITTEN_BY = "X-Written-By"  # the id of whoever wrote what a phone sends later
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class WrittenByAnother(Exception):
    """These words were written on this phone by somebody else than who is signed in now."""


def new_form_key() -> str:
    """A key for one showing of a form."""
    return str(new_id())


def answer_once(request, answer):
    """The view's answer, or for a form that was already sent the place the first answer pointed to."""
    _check_who_wrote(request)
    key = _key(request)
    if key is None:
        return answer()
    actor = request.actor
    row = new_id()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tenancy_sentform (id, organization_id, person_id, form_key, location, sent_at)"
            " VALUES (%s, %s, %s, %s, '', now()) ON CONFLICT (organization_id, person_id, form_key) DO NOTHING",
            [row, actor.organization_id, actor.person_id, key],
        )
        if cursor.rowcount == 0:
            cursor.execute(
                "SELECT location FROM tenancy_sentform WHERE organization_id = %s AND person_id = %s AND form_key = %s",
                [actor.organization_id, actor.person_id, key],
            )
            return HttpResponseRedirect(cursor.fetchone()[0] or request.get_full_path())
    response = answer()
    location = response.headers.get("Location") or response.headers.get("HX-Redirect")
    if connection.needs_rollback:
        return response
    with connection.cursor() as cursor:
        if location:
            cursor.execute("UPDATE tenancy_sentform SET location = %s WHERE id = %s", [location, row])
        else:  # it was not carried out (an error to correct): the same form may be sent again
            cursor.execute("DELETE FROM tenancy_sentform WHERE id = %s", [row])
    return response


def _key(request):
    if request.content_type not in FORMS:
        return None
    try:
        return uuid5(UUID(request.POST.get("form_key", "")), _words(request))
    except ValueError:
        return None


def _check_who_wrote(request):
    form = request.POST if request.content_type in FORMS else {}
    author = request.headers.get(WRITTEN_BY) or form.get("written_by")
    if author and author != str(request.actor.person_id):
        raise WrittenByAnother


def _words(request):
    """What the form says, as one short text: equal for a second tap, different once a word was changed."""
    said = sorted((name, values) for name, values in request.POST.lists() if name not in NO_WORDS)
    files = sorted((name, file.name, file.size) for name, sent in request.FILES.lists() for file in sent)
    return hashlib.sha256(json.dumps([said, files]).encode()).hexdigest()
