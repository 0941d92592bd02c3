"""Stopping messages by the link in them, without signing in. Opening it changes nothing (mail scanners open links); a
tap does, and so does the button of a mail program (RFC 8058), which comes without cookies. Said twice it is the same.
"""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from collaborative.isolation.context import tenant_context
from collaborative.tenancy.enums import Reminders
from collaborative.tenancy.models import Membership, Person

from . import actions, links
from .enums import GATHERED, Pace, Subject


def _by_link(view):
    """The view gets what the link says and the person it is for, in that person's language and organization."""

    @csrf_exempt  # SECURITY: the signed link is the right to do this one thing; a mail program has no cookie
    @login_not_required
    @wraps(view)
    def entered(request, token):
        said = links.read(token)
        if said is None:
            raise Http404
        with tenant_context(said.organization_id, person_id=said.person_id):
            person = Person.objects.shown().filter(pk=said.person_id).first()
            if person is None:
                raise Http404
            with translation.override(person.language):
                answer = view(request, said, person)
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    return entered


@require_http_methods(["GET", "HEAD", "POST"])
@_by_link
def stop(request, said, person):
    """Show what ends by a tap; end it on POST."""
    if request.method == "POST":
        actions.stop(person.pk, said.what, on=timezone.localdate())
        person.refresh_from_db()
    return _page(request, said, person)


@require_http_methods(["POST"])
@_by_link
def undo(request, said, person):
    """It was a slip: what was stopped comes again."""
    actions.undo_stop(person.pk, on=timezone.localdate())
    person.refresh_from_db()
    return _page(request, said, person, is_back=True)


def _page(request, said, person, *, is_back=False):
    row = actions.reach_of(person.pk)
    everything = links.Stop(said.organization_id, said.person_id, "all")
    context = {
        "what": said.what,
        "subject": Subject(said.what).label if said.what in Subject.values else "",
        "is_stopped": _is_stopped(said.what, row, person),
        "is_back": is_back,
        "may_undo": bool(row.before),
        "token": links.token_of(said),
        "all_token": links.token_of(everything),
        "choose_url": _choose_url(person),
    }
    return render(request, "notices/stop.html", context)


def _is_stopped(what, row, person):
    if person.reminders == Reminders.NONE:
        return True
    subjects = {"all": (), "gathered": GATHERED}.get(what, (what,))
    return bool(subjects) and all(row.paces()[subject] == Pace.HERE for subject in subjects)


def _choose_url(person):
    """Where the person chooses in detail, signed in."""
    place = Membership.objects.on(timezone.localdate()).filter(person=person, collaborative__isnull=False)
    found = place.order_by("created_at", "pk").values_list("organization_slug", "collaborative_slug").first()
    return settings.PUBLIC_ADDRESS + reverse("notices:reach_edit", args=found) if found else ""
