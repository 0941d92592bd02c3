"""Who can see our numbers, and a pause for any member of the team who asks for one."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from collaborative.tenancy.actions.sharing import end_pause, pause_sharing
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import sharing
from . import finding


@collaborative_page("pause", "read")
def sharing_show(request):
    """Who can see our numbers, in plain words, with the agreement."""
    actor = request.actor
    team = finding.team_that_counts(actor)
    words = {"team": team, "sharing": sharing.sharing_of(actor, team.pk), "form_key": new_form_key()}
    return render(request, "metrics/sharing_show.html", {**words, "may_pause": can(actor, "write", "pause")})


@collaborative_page("pause", "write", methods=("POST",))
def sharing_pause(request):
    """From now on other teams do not see our numbers."""
    actor = request.actor
    pause_sharing(finding.team_that_counts(actor), by=actor.person_id, on=actor.today)
    messages.success(request, _("Other teams do not see your numbers now."))
    return finding.go_to(request, "sharing_show")


@collaborative_page("pause", "write", methods=("POST",))
def sharing_resume(request):
    """The agreement holds for our team again."""
    actor = request.actor
    end_pause(finding.team_that_counts(actor), by=actor.person_id, on=actor.today)
    messages.success(request, _("Your numbers are shown again, as all teams agreed."))
    return finding.go_to(request, "sharing_show")
