"""Before teams are invited: who tried this place on what, what stands ready, and whom to help in first."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.framework.models import CollaborativeChangeFramework
from collaborative.schedule.models import LearningSession
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import Membership

from ..actions import readiness as actions
from ..forms import TrialForm
from ..models import CommitmentLetter, Expectation, PreworkAssignment, Trial
from .fetching import PAGE, DraftOf, collaborative_of, here, me, one, show, to


@dataclass(frozen=True)
class Standing:
    """Something people look for on their first day, and whether it is there."""

    words: str
    is_there: bool


@collaborative_page("trial")
def trial_list(request):
    """What was tried out, newest first, and what a newcomer would find here."""
    return _page(request)


def _page(request, form=None):
    actor = request.actor
    draft = DraftOf(actor, "trial", actor.collaborative_id)
    page = Paginator(
        here(actor, Trial.objects.visible_to(actor)).select_related("author").order_by("-tried_on", "-pk"), PAGE
    ).get_page(request.GET.get("page"))
    hidden = here(actor, Trial.objects.hidden_for(actor)).order_by("pk")
    context = {
        "page": page,
        "rows": list(page),
        "standing": _standing(actor),
        "form": form or TrialForm(initial=draft.words()),
        "draft": draft,
        "hidden": next((row for row in hidden if str(row.pk) == request.GET.get("hidden", "")), None),
    }
    return show(request, "trial_list", context)


def _standing(actor):
    def there(rows):
        return here(actor, rows.visible_to(actor)).exists()

    memberships = Membership.objects.visible_to(actor).on(actor.today).filter(collaborative_id=actor.collaborative_id)
    return [
        Standing(_("The dates of the learning sessions"), there(LearningSession.objects)),
        Standing(
            _("The framework, shown to all"),
            here(actor, CollaborativeChangeFramework.objects.visible_to(actor))
            .filter(published_on__isnull=False)
            .exists(),
        ),
        Standing(_("What taking part means for each role"), there(Expectation.objects)),
        Standing(_("The letter we sign"), there(CommitmentLetter.objects)),
        Standing(_("What teams do before the first session"), there(PreworkAssignment.objects)),
        Standing(
            _("A person to call, with a phone number"),
            memberships.filter(role=Role.IMPLEMENTATION_TEAM).exclude(person__phone="").exists(),
        ),
    ]


@collaborative_page("trial", "write", methods=("POST",))
def trial_add(request):
    """Note how it went."""
    actor = request.actor
    form = TrialForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    actions.note_trial(collaborative_of(actor), by=me(actor), on=actor.today, **form.cleaned_data)
    DraftOf(actor, "trial", actor.collaborative_id).drop()
    return to(request, "trial_list")


@collaborative_page("trial", "write", methods=("POST",))
def trial_mended(request, trial_id):
    """What stood in the way is mended, or not yet after all."""
    trial = one(request.actor, Trial.objects.within(request.actor, "write"), trial_id)
    actions.set_mended(trial, mended=trial.mended_on is None, by=me(request.actor), on=request.actor.today)
    return to(request, "trial_list")


@collaborative_page("trial", "write", methods=("POST",))
def trial_hide(request, trial_id):
    """Off the page; the next page offers it back."""
    trial = one(request.actor, Trial.objects.within(request.actor, "write"), trial_id)
    actions.hide_trial(trial, by=me(request.actor))
    return to(request, "trial_list", query=f"?hidden={trial.pk}")


@collaborative_page("trial", "write", methods=("POST",))
def trial_show(request, trial_id):
    """Bring it back."""
    actions.show_trial(get_object_or_404(here(request.actor, Trial.objects.hidden_for(request.actor)), pk=trial_id))
    return to(request, "trial_list")


@collaborative_page("prework", "comment")
def coming_in(request):
    """For who helps people in: whom to help first. Teams of which nobody is here yet, then single people."""
    actor = request.actor
    members = Membership.objects.visible_to(actor).on(actor.today)
    members = members.filter(collaborative_id=actor.collaborative_id, role__in=TEAM_ROLES)
    came = members.filter(team_id=OuterRef("team_id"), person__user__last_login__isnull=False)
    waiting = members.filter(person__user__last_login=None).annotate(team_is_here=Exists(came))
    rows = waiting.select_related("person", "team__center").order_by(
        "team_is_here", "team__center__name", "created_at", "pk"
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "first": [row for row in page if not row.team_is_here],
        "then": [row for row in page if row.team_is_here],
    }
    return show(request, "coming_in", context)
