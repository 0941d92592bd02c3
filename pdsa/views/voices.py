"""Whose voice is still to come: questions for the leader of a team alone, and a place for their own notes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, reach
from ..forms import VoicesForm
from .fetching import DraftOf, me, to

NOTED = ("languages", "we_speak", "rooms", "thoughts")


@collaborative_page("voices", "write", methods=("GET", "POST"))
def voices(request):
    """Each role, the children's languages and rooms, who speaks for them, and what was not heard yet."""
    actor = request.actor
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("center")
    team = get_object_or_404(teams, pk=reach.led_team_id(actor))
    notes = reach.own_notes(actor, team.pk)
    draft = DraftOf(actor, "voices", team.pk)
    initial = {name: getattr(notes, name) for name in NOTED} if notes else {}
    initial["opened_version"] = notes.version if notes else None
    form = VoicesForm(
        request.POST if request.method == "POST" else None,
        initial={**initial, **draft.words()},
        rooms=reach.rooms_in(team.center),
    )
    status = 200
    if form.is_valid():
        said = form.words()
        try:
            version = form.cleaned_data["opened_version"]
            actions.note_voices(team, notes, version=version, by=me(actor), on=actor.today, **said)
        except ChangedMeanwhile as changed:
            form.data = form.data.copy()
            form.data["opened_version"] = changed.current.version
            form.add_error(None, _("You saved this on another page meanwhile. Save again, and this is what stands."))
            status = 409
        else:
            draft.drop()
            messages.success(request, _("Kept, for you alone."))
            return to(actor, "voices")
    context = {"team": team, "asked": reach.to_ask_oneself(actor, team, notes), "form": form, "draft": draft}
    return render(request, "pdsa/voices.html", {**context, "form_key": new_form_key()}, status=status)
