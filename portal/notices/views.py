"""Who could use a friendly call: a list for the project team, on which somebody takes a call and notes it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Team
from collaborative.tenancy.sent_forms import new_form_key

from . import actions, pages
from .forms import CallForm, NoteForm, VersionForm
from .models import FriendlyCall


@collaborative_page("friendly_call")
def call_list(request):
    return _list(request)


@collaborative_page("friendly_call", "write", methods=("POST",))
def call_take(request, call_id):
    """I will phone."""
    call, form = _call(request, call_id), VersionForm(request.POST)
    if form.is_valid():
        try:
            actions.take_call(call, version=form.cleaned_data["version"], by=_me(request), on=request.actor.today)
        except ChangedMeanwhile:
            messages.info(request, _("Somebody changed this line just now. Here it is as it stands."))
    return _back(request)


@collaborative_page("friendly_call", "write", methods=("POST",))
def call_note(request, call_id):
    """We talked, and this is what I heard."""
    call, form = _call(request, call_id), NoteForm(request.POST, prefix=str(call_id))
    if not form.is_valid():
        return _list(request, bound=(call.pk, form))
    try:
        actions.note_call(call, by=_me(request), on=request.actor.today, **form.cleaned_data)
    except ChangedMeanwhile as other:
        return _list(
            request, bound=(call.pk, _with_version(form, call.pk, other.current.version)), theirs=other.current
        )
    messages.success(request, _("Noted. Thank you for calling."))
    return _back(request)


@collaborative_page("friendly_call", "write", methods=("POST",))
def call_reopen(request, call_id):
    """Not talked yet after all."""
    call, form = _call(request, call_id), VersionForm(request.POST)
    if form.is_valid():
        try:
            actions.reopen_call(call, version=form.cleaned_data["version"], by=_me(request), on=request.actor.today)
        except ChangedMeanwhile:
            messages.info(request, _("Somebody changed this line just now. Here it is as it stands."))
    return _back(request)


@collaborative_page("friendly_call", "write", methods=("GET", "POST"))
def call_add(request):
    """Somebody thought of a team."""
    teams = Team.objects.visible_to(request.actor).taking_part(on=request.actor.today)
    teams = teams.filter(collaborative_id=request.actor.collaborative_id)
    form = CallForm(request.POST or None, teams=teams.select_related("center").order_by("center__name", "pk"))
    if form.is_valid():
        actions.add_call(by=_me(request), on=request.actor.today, **form.cleaned_data)
        return _back(request)
    return render(request, "notices/call_add.html", {"form": form, "form_key": new_form_key()})


def _call(request, call_id):
    return get_object_or_404(FriendlyCall.objects.within(request.actor, "write"), pk=call_id)


def _me(request):
    return get_object_or_404(_people(request), pk=request.actor.person_id)


def _people(request):
    return FriendlyCall.helper.field.related_model.objects.visible_to(request.actor)


def _with_version(form, call_id, version):
    """What was typed, to be sent once more on top of what stands there now."""
    typed = form.data.copy()
    typed[f"{call_id}-version"] = version
    return NoteForm(typed, prefix=str(call_id))


def _list(request, *, bound=None, theirs=None):
    calls = FriendlyCall.objects.visible_to(request.actor).filter(collaborative_id=request.actor.collaborative_id)
    lines = pages.lines(request.actor, calls.open().for_page().order_by("since", "pk"))
    talked = list(calls.talked(request.actor.today).for_page()[: pages.MOST_TALKED])
    if theirs is not None and theirs.done_on is not None:  # noted by somebody else: shown once more, with both
        lines = [*pages.lines(request.actor, calls.filter(pk=theirs.pk).for_page()), *lines]
    for line in lines:
        if bound and line.call.pk == bound[0]:
            line.form, line.theirs = bound[1], theirs
    values = {"lines": lines, "talked": talked, "form_key": new_form_key()}
    return render(request, "notices/call_list.html", values)


def _back(request):
    return redirect("notices:call_list", request.actor.organization_slug, request.actor.collaborative_slug)
