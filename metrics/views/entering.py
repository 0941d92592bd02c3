"""The screen to put in the numbers of a period, made for a phone at nap time."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.drafts.actions import drop_draft, words_of
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Organization

from .. import catalogue, entry
from ..taking_in import take_in, was_in
from . import finding


@collaborative_page("number", "write", methods=("GET", "POST"))
def observation_enter(request):
    """Put in what was counted in one period, all numbers on one screen; a reason is an answer too."""
    actor = request.actor
    team = finding.team_that_counts(actor)
    start = entry.chosen_week(actor.today, request.GET.get("period", ""))
    wishes = {"by_room": request.GET.get("by") == "room", "also": request.GET.get("also", "")}
    screen = entry.screen_of(actor, team, catalogue.metrics_of(actor), start=start, **wishes)
    if request.method == "POST":
        return _take_in(request, team, screen)
    entry.lay_out(screen, team, draft=words_of(form=entry.FORM, thing_id=screen.draft_id, by=actor.person_id))
    return _show(request, team, screen)


def _take_in(request, team, screen):
    actor = request.actor
    taken = take_in(screen, team, request.POST, by=finding.me(actor), on=actor.today)
    if any(one.theirs for one in screen.asked):
        return _show(request, team, screen, taken=taken, status=HTTPStatus.CONFLICT)
    if any(one.has_error for one in screen.asked):
        return _show(request, team, screen, taken=taken)
    drop_draft(form=entry.FORM, thing_id=screen.draft_id, by=actor.person_id)
    if not taken and not was_in(screen):
        messages.info(request, _("Nothing new was put in. Whenever you have it."))
        return redirect(request.get_full_path())
    thanks = _("Thank you, it is in. Here is what it looks like.")
    messages.success(request, thanks if taken else _("Thank you, it is in already. Nothing else changed."))
    return finding.go_to(request, "metric_list")


def _show(request, team, screen, *, taken=0, status=HTTPStatus.OK):
    is_signed = Organization.objects.filter(
        pk=request.actor.organization_id, not_used_to_rate_signed_on__isnull=False
    ).exists()
    in_words = ngettext("%(number)s number is in.", "%(number)s numbers are in.", taken) % {"number": taken}
    return render(
        request,
        "metrics/observation_enter.html",
        {
            "team": team,
            "screen": screen,
            "is_signed": is_signed,
            "in_words": in_words if taken else "",
            "to_look_at": [one for one in screen.asked if one.has_error],
        },
        status=status,
    )
