"""The teams' agreement, written down in the meeting where it is made."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import SharingAgreement, Team
from collaborative.tenancy.rules import LOOK_AGAIN_AFTER

from .. import rules
from ..actions.agreeing import make_agreement
from ..forms import SUBJECTS, AgreementForm
from .fetching import DraftOf, collaborative_of, here, me, show, template_of

KEPT = (
    "new_tries", "scores_by_name", "numbers_by_name", "photos_to_all", "about_tries", "about_scores", "about_numbers",
    "about_photos", "about_failures",
)  # fmt: skip


@collaborative_page("agreement", "write", methods=("GET", "POST"))
def agreement_make(request):
    """Five subjects, a few words each, who was there, and when to look again."""
    actor = request.actor
    collaborative, current = collaborative_of(actor), _current(actor)
    draft = DraftOf(actor, "agreement", actor.collaborative_id)
    teams = here(actor, Team.objects.visible_to(actor)).taking_part(on=actor.today)
    teams = teams.select_related("center").order_by("center__name", "pk")
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        initial={**_begin_with(actor, collaborative, current), **draft.words()},
        today=actor.today,
        since=current.agreed_on if current else None,
        teams=[(str(team.pk), team.center.name) for team in teams],
    )
    if form.is_valid():
        words = form.cleaned_data | {"teams_there": [UUID(key) for key in form.cleaned_data["teams_there"]]}
        title = _("We look again at what we show each other")
        make_agreement(collaborative, title=title, by=me(actor), on=actor.today, **words)
        draft.drop()
        messages.success(request, _("The agreement is written down. Everybody here can read it."))
        return redirect("tenancy:agreement", actor.organization_slug, actor.collaborative_slug)
    return show(request, "agreement_make", {"form": form, "draft": draft, "current": current})


def _current(actor):
    """The agreement that holds now; None before the first."""
    return here(actor, SharingAgreement.objects.visible_to(actor)).order_by("-agreed_on", "-pk").first()


def _begin_with(actor, collaborative, current):
    """What the teams agreed last, or words of the template to begin with."""
    days = {"agreed_on": actor.today, "look_again_on": actor.today + LOOK_AGAIN_AFTER}
    said = rules.read_asked(template_of(collaborative)).agreement
    template = {f"about_{subject}": said.get(subject, "") for subject in SUBJECTS}
    if current is None:
        yes = {"scores_by_name": True, "numbers_by_name": True, "photos_to_all": False, "new_tries": Audience.ALL}
        return days | template | yes
    kept = {name: getattr(current, name) for name in KEPT}
    return days | kept | {name: kept[name] or words for name, words in template.items()}
