"""How at home people are with technology and numbers: asked kindly, for them and the helper alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy import grants, listing
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Scope
from collaborative.tenancy.here import members_here, project_team_here

from ..actions import supports as actions
from ..forms.supports import ComfortForm
from ..models import Comfort
from .showing import go, here, language, show, theirs

PER_PAGE = 30
WORDS = ("with_technology", "with_numbers", "device", "reach_by", "words")


def helps(actor):
    """Whether the reader is named to help with technology here."""
    return any(grants.scope_for("comfort", "read", place) == Scope.ALL for place in actor.memberships)


def _helpers(actor):
    """The names of those who read what one says here."""
    named = set(grants.RESPONSIBLE["comfort", "read"])
    return [row.person.full_name for row in project_team_here(actor) if named & set(row.responsibilities)]


def _own(request):
    return here(request, Comfort.objects).filter(person_id=request.actor.person_id).first()


@collaborative_page("comfort", "write", methods=("GET", "POST"))
def comfort_edit(request):
    """What would make it easy for me."""
    actor, own = request.actor, _own(request)
    draft = DraftOf(actor, "comfort", actor.collaborative_id)
    initial = {name: getattr(own, name) for name in (*WORDS, "version")} if own else {}
    form = ComfortForm(request.POST or None, initial={**initial, **draft.words()})
    context = {"form": form, "draft": draft, "own": own, "helpers": _helpers(actor), "helps": helps(actor)}
    if form.is_valid():
        place = {"collaborative_id": actor.collaborative_id, "by": actor.person_id, "language": language(request)}
        try:
            actions.say_comfort(own, **place, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            return show(request, "comfort_edit", {**context, "theirs": theirs(form, changed, WORDS)}, status=409)
        draft.drop()
        messages.success(request, _("Thank you. We will think of it."))
        return go(request, "comfort_edit")
    return show(request, "comfort_edit", context)


@collaborative_page("comfort", "write", methods=("POST",))
def comfort_take_back(request):
    """My words are gone, and no helper reads them any more."""
    own = _own(request)
    if own is not None:
        actions.take_comfort_back(own, by=request.actor.person_id)
        messages.success(request, _("Your words are gone."))
    return go(request, "comfort_edit")


@collaborative_page("comfort", "read")
def comfort_list(request):
    """For the helper: who said what would make it easy, and how to reach them."""
    actor = request.actor
    if not helps(actor):
        raise PermissionDenied
    said = here(request, Comfort.objects).exclude(person_id=actor.person_id).order_by("person__first_name", "pk")
    page = Paginator(said, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    members = members_here(actor).filter(person_id__in=[row.person_id for row in rows])
    cards = {member.person_id: listing.card_of(actor, member) for member in members}
    page.object_list = [(row, cards[row.person_id]) for row in rows if row.person_id in cards]
    return show(request, "comfort_list", {"page": page})
