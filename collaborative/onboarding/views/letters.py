"""The letter of commitment: read, signed with one's own name, printed, taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import Team

from .. import rules
from ..actions import asking, letters
from ..forms import LetterForm, SignForm, TakeBackForm
from ..models import CommitmentLetter, Signature
from .fetching import PAGE, DraftOf, collaborative_of, here, me, own_team, room_url, save_or_show, show, to


def _letter(actor):
    """The version that is signed now."""
    return here(actor, CommitmentLetter.objects.visible_to(actor)).order_by("-number").first()


def _signs_as(actor):
    """The membership with which one may sign: of a team, or as who leads the project team; None for others."""
    in_team = next((place for place in actor.memberships if place.role in TEAM_ROLES and place.team_id), None)
    return in_team or next((place for place in actor.memberships if place.leads_collaborative), None)


def _signatures(actor):
    return here(actor, Signature.objects.visible_to(actor)).for_page()


@collaborative_page("asked")
def letter_detail(request):
    """What we promise each other, who signed for us, and where to sign."""
    return _page(request)


def _page(request, form=None):
    actor, letter = request.actor, _letter(request.actor)
    standing = list(_signatures(actor).standing().filter(team_id__in=[*actor.own_team_ids]))
    own = next((one for one in standing if one.author_id == actor.person_id), None)
    of_project = list(_signatures(actor).standing().filter(team=None))
    own = own or next((one for one in of_project if one.author_id == actor.person_id), None)
    place = _signs_as(actor)
    context = {
        "letter": letter,
        "blocks": rules.blocks(letter.text) if letter else (),
        "own": own,
        "is_current": own is not None and own.letter_id == letter.pk,
        "may_sign": letter is not None and place is not None and not actor.is_closed,
        "form": form or SignForm(),
        "team": own_team(actor) if actor.team_id else None,
        "of_team": standing,
        "leader_signed": any(one.author_role == Role.SENIOR_LEADER for one in standing),
        "of_project": of_project,
        "may_write": can(actor, "write", "asked"),
        "sees_all": actor.has_role(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH),
    }
    return show(request, "letter_detail", context)


@collaborative_page("asked", "write", methods=("GET", "POST"))
def letter_edit(request):
    """Another version of the letter; what was signed stays with its own."""
    actor, letter = request.actor, _letter(request.actor)
    draft = DraftOf(actor, "letter", actor.collaborative_id)
    words = {"title": letter.title, "text": letter.text} if letter else {}
    form = LetterForm(request.POST if request.method == "POST" else None, initial={**words, **draft.words()})
    return save_or_show(
        request,
        "letter_edit",
        form,
        lambda said: asking.write_letter(collaborative_of(actor), by=me(actor), on=actor.today, **said),
        done=room_url(actor, "letter_detail"),
        draft=draft,
        letter=letter,
    )


@collaborative_page("signature", "write", methods=("POST",))
def letter_sign(request):
    """Sign the letter as it reads now, with one's own name."""
    actor, letter, place = request.actor, _letter(request.actor), _signs_as(request.actor)
    if place is None:
        raise PermissionDenied
    form = SignForm(request.POST)
    if letter is not None and str(letter.pk) != request.POST.get("letter", ""):
        form.add_error(None, _("The letter was changed just now. Please read it once more before you sign."))
    elif letter is not None and form.is_valid():
        try:
            letters.sign_letter(letter, typed_name=form.cleaned_data["typed_name"], place=place, by=me(actor))
        except letters.NotTheirName:
            form.add_error(
                "typed_name", _("Please type your own name. Somebody else signs when they are signed in themselves.")
            )
        else:
            messages.success(request, _("Signed. Thank you. You can print your copy below."))
            return to(request, "letter_detail")
    return _page(request, form)


@collaborative_page("signature", "read")
def signature_list(request):
    """For the project team and coaches: center by center, who signed; what is not there is still to come."""
    actor = request.actor
    teams = Team.objects.visible_to(actor).taking_part(on=actor.today)
    teams = teams.filter(collaborative_id=actor.collaborative_id)
    if not actor.has_role(Role.IMPLEMENTATION_TEAM):
        teams = teams.filter(pk__in=[*actor.member_team_ids, *actor.assigned_team_ids])
    page = Paginator(teams.select_related("center").order_by("center__name", "pk"), PAGE)
    page = page.get_page(request.GET.get("page"))
    signatures = {}
    for one in _signatures(actor).standing().filter(team_id__in=[team.pk for team in page]):
        signatures.setdefault(one.team_id, []).append(one)
    return show(
        request, "signature_list", {"page": page, "rows": [(team, signatures.get(team.pk, [])) for team in page]}
    )


def _signature(actor, signature_id):
    return get_object_or_404(_signatures(actor), pk=signature_id)


@collaborative_page("signature", "read")
def signature_detail(request, signature_id):
    """A copy to print: the very words that were signed, by whom and when."""
    signature = _signature(request.actor, signature_id)
    context = {"signature": signature, "letter": signature.letter, "blocks": rules.blocks(signature.letter.text)}
    context["is_own"] = signature.author_id == request.actor.person_id
    return show(request, "signature_detail", context)


@collaborative_page("signature", "write", methods=("GET", "POST"))
def signature_take_back(request, signature_id):
    """Take one's own signature back, with a word."""
    actor = request.actor
    signature = _signature(actor, signature_id)
    if signature.author_id != actor.person_id:
        raise PermissionDenied
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        letters.take_back(signature, words=form.cleaned_data["words"], by=me(actor))
        messages.success(request, _("Your signature is taken back. You can sign again whenever you like."))
        return to(request, "letter_detail")
    return show(request, "signature_take_back", {"form": form, "signature": signature})
