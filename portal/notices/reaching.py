"""What reaches me: how soon each subject comes, by which way, and when nothing does."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.outbox.enums import Channel
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Organization, Person
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.tenancy.telling import way_to

from . import actions, rules
from .enums import Subject
from .forms import ReachForm

READS = {
    Subject.TALK: ("read", "post"), Subject.CELEBRATIONS: ("read", "post"), Subject.POSTS: ("read", "post"),
    Subject.QUESTION: ("read", "post"), Subject.ASKED: ("write", "try"), Subject.DATES: ("read", "schedule"),
    Subject.SHELF: ("read", "shelf"), Subject.NEWSLETTER: ("read", "letter"),
}  # fmt: skip


@collaborative_page("profile", "write", methods=("GET", "POST"))
def reach_edit(request):
    """Choose how soon each subject reaches me."""
    me = Person.objects.get(pk=request.actor.person_id)
    row = actions.reach_of(me.pk)
    subjects = _subjects(request.actor)
    form = ReachForm(request.POST or None, initial=_as_it_stands(row), subjects=subjects)
    changed = False
    if form.is_valid():
        try:
            actions.choose(me.pk, by=me, on=request.actor.today, **_chosen(form))
        except ChangedMeanwhile as other:
            form, changed = ReachForm(initial=_as_it_stands(other.current), subjects=subjects), True
        else:
            messages.success(request, _("Saved. It holds from now on."))
            return redirect("notices:reach_edit", request.actor.organization_slug, request.actor.collaborative_slug)
    values = {"form": form, "form_key": new_form_key(), "way": _way(me), "quiet": _quiet(me), "changed": changed}
    return render(request, "notices/reach_edit.html", values)


def _subjects(actor):
    """What can reach this person at all: what they may read here, and what asks for people on teams."""
    return [subject for subject in Subject if can(actor, *READS[subject])]


def _as_it_stands(row):
    return {"version": row.version, **row.paces()}


def _chosen(form):
    return {str(name): form.cleaned_data[name] for name in ("version", *form.subjects)}


def _way(me) -> str:
    """One sentence: how messages reach this person."""
    way = way_to(me, Organization.objects.get(pk=me.organization_id).country)
    if way is None:
        return _("Right now no messages reach you, only sign-in codes.")
    if way["channel"] == Channel.TEXT:
        return _("Messages come as texts to %(to)s.") % way
    return _("Messages come by e-mail to %(to)s.") % way


def _quiet(me) -> str:
    values = {
        "from": time_format(me.quiet_from or rules.QUIET_FROM),
        "until": time_format(me.quiet_until or rules.QUIET_UNTIL),
    }
    if me.weekend_mail:
        return (
            _("Nothing comes between %(from)s and %(until)s, or on holidays and days your center is closed.") % values
        )
    return _(
        "Nothing comes between %(from)s and %(until)s, on weekends, or on holidays and days your center is closed."
    ) % values  # fmt: skip
