"""Looking on from outside: who does, on what basis, until when; and totals as a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.audit.actions import record_access
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role, Verb
from collaborative.tenancy.models import Membership, Person
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words
from metrics.catalogue import metrics_of
from metrics.exports import csv_of

from .actions import write_grant
from .enums import Reach
from .forms import GrantForm
from .looking import grant_of, observers_here, totals_of
from .models import ObserverGrant

TAKEN_OUT = "totals.export"
WORDS = ("purpose", "basis", "reach", "agreed_on", "ends_on")


@collaborative_page("looking_on", "write")
def observer_list(request):
    """Everybody who looks on from outside, and on what basis."""
    context = {"lines": observers_here(request.actor), "today": request.actor.today}
    return render(request, "observing/observer_list.html", context)


@collaborative_page("looking_on", "write", methods=("GET", "POST"))
def grant_edit(request, membership_id):
    """Write down why somebody may look on; until that is done, totals stay shut to them."""
    actor = request.actor
    rows = Membership.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    membership = get_object_or_404(rows.select_related("person", "collaborative"), pk=membership_id)
    if membership.role != Role.OBSERVER:
        messages.info(request, _("This is for people who look on from outside."))
        return redirect("observing:observer_list", actor.organization_slug, actor.collaborative_slug)
    own = ObserverGrant.objects.within(actor, Verb.WRITE).filter(membership=membership).first()
    begin = {name: getattr(own, name) for name in (*WORDS, "version")} if own else {"reach": Reach.READ}
    form = GrantForm(request.POST or None, initial=begin, today=actor.today, begun_on=membership.starts_on)
    theirs = None
    if form.is_valid():
        try:
            by = Person.objects.get(pk=actor.person_id)
            write_grant(own, membership, by=by, on=actor.today, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            theirs = _theirs(form, changed.current)
        else:
            messages.success(request, _("Written down. It ends by itself on that day."))
            return redirect("observing:observer_list", actor.organization_slug, actor.collaborative_slug)
    context = {"form": form, "membership": membership, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "observing/grant_edit.html", context, status=409 if theirs else 200)


def _theirs(form, current):
    form.data = {**form.data.dict(), "version": current.version}
    return [(form.fields[name].label, str(getattr(current, name))) for name in ("purpose", "basis", "ends_on")]


@collaborative_page("looking_on", "read")
def totals_file(request):
    """Totals of many centers as a file: nothing by name, and for observers only where that was agreed."""
    actor = request.actor
    if not can(actor, "write", "looking_on"):
        grant = grant_of(actor)
        if grant is None or grant.reach != Reach.TAKE_OUT:
            messages.info(
                request, _("It was not agreed that you take totals out. Ask the organization if you need to.")
            )
            return redirect("home:home", actor.organization_slug, actor.collaborative_slug)
    head = (_("Number"), _("Period begins"), _("Middle of all centers"))
    rows = [(in_own_words(metric.name), start, value) for metric, start, value in totals_of(actor, metrics_of(actor))]
    record_access(TAKEN_OUT, person_id=actor.person_id, thing_id=actor.collaborative_id, rows=len(rows))
    response = HttpResponse(csv_of(rows, head), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="totals-{actor.today.isoformat()}.csv"'
    return response
