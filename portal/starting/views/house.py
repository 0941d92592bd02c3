"""The house as a whole: its steps, looking at it as a role, its letters, opening, closing again, putting it away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy import previewing
from collaborative.tenancy import rules as tenancy_rules
from collaborative.tenancy.actions import houses
from collaborative.tenancy.actions import invitations as letters
from collaborative.tenancy.actions.holding import letter_of
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Invitation, Organization, Person
from collaborative.tenancy.sent_forms import new_form_key

from .. import ready, starter, steps
from ..enums import StepKey
from ..lived_in import is_lived_in, others_wrote
from ..telling import told

LETTERS_A_PAGE = 20


def fetched(actor):
    """The house one prepares; 404 for a collaborative that was never started here."""
    house = steps.house_of(actor)
    if house is None:
        raise Http404
    return house


def me(actor):
    return Person.objects.get(pk=actor.person_id)


def to_house(actor, page="house"):
    return redirect(f"starting:{page}", actor.organization_slug, actor.collaborative_slug)


@collaborative_page("house", "read", as_oneself=True)
def house(request):
    """What is there, what the house still asks, and how it looks to others."""
    actor = request.actor
    own = fetched(actor)
    undoable = steps.standing(actor, own)
    described = told(actor, own)
    return render(
        request,
        "starting/house.html",
        {
            "house": own,
            "steps": [
                {"key": key, "label": key.label, "url": f"starting:house_{key}", "told": described[key],
                 "undo": undoable.get(key)}
                for key in StepKey
            ],
            "asks": ready.asks(actor, own),
            "roles": [(role.value, role.label) for role in previewing.ROLES] if actor.is_building else [],
            "languages": [("en", "English"), ("es", "Español")],
            "language": actor.person["language"],
            "may_close": _may_close(own),
            "letters_leave_at": own.opened_at + tenancy_rules.QUIET_MINUTES if own.opened_at else None,
            "is_quiet": houses.is_quiet(own, timezone.now()),
            "form_key": new_form_key(),
        },
    )  # fmt: skip


def _may_close(own):
    if own.opened_at is None or own.collaborative.state != "preparing":
        return False
    return not houses.came_in(own.collaborative, since=own.opened_at) and not others_wrote(own.collaborative_id)


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def preview_begin(request):
    """From now on the pages of this house look as they do to a role; nothing is written, nothing is sent."""
    actor = request.actor
    role, language = request.POST.get("role"), request.POST.get("language")
    if role not in previewing.ROLES or not previewing.may_preview(actor):
        return to_house(actor)
    language = language if language in ("en", "es") else actor.person["language"]
    previewing.begin(request.session, actor, role=role, language=language)
    return redirect("home:home", actor.organization_slug, actor.collaborative_slug)


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def preview_end(request):
    """They look at it as themselves again."""
    previewing.end(request.session, request.actor)
    return to_house(request.actor)


@collaborative_page("house", "read", as_oneself=True)
def house_letters(request):
    """What leaves, to whom and in which words, when the house is opened."""
    actor = request.actor
    own = fetched(actor)
    page = Paginator(houses.held_of(own.collaborative), LETTERS_A_PAGE).get_page(request.GET.get("page"))
    organization = Organization.objects.get(pk=actor.organization_id)
    return render(
        request,
        "starting/house_letters.html",
        {
            "house": own,
            "page": page,
            "letters": [
                {
                    "row": row,
                    "words": letter_of(row, organization, own),
                    "may_go_now": row.membership.role == Role.IMPLEMENTATION_TEAM,
                }
                for row in page.object_list
            ],
            "form_key": new_form_key(),
        },
    )


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_letter_now(request, invitation_id):
    """A colleague of the project team is asked in before the house opens."""
    actor = request.actor
    own = fetched(actor)
    rows = Invitation.objects.within(actor, "write").filter(membership__collaborative_id=actor.collaborative_id)
    invitation = get_object_or_404(
        rows.held().select_related("membership__person", "membership__collaborative", "invited_by"), pk=invitation_id
    )
    try:
        houses.send_now(invitation, own, by=me(actor), on=actor.today)
    except letters.NoLongerOpen:
        messages.info(request, _("This letter waits for the house, or has left already."))
    else:
        messages.success(
            request,
            _("The letter to %(name)s is on its way.") % {"name": invitation.membership.person.first_name},
        )
    return to_house(actor, "house_letters")


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_open(request):
    """Everybody may come in; the letters leave when the quiet minutes are over."""
    actor = request.actor
    own = fetched(actor)
    try:
        starter.open_with_a_welcome(own, by=me(actor), on=actor.today)
    except houses.NotBeingPrepared:
        messages.info(request, _("It is open already."))
    else:
        previewing.end(request.session, actor)
        steps.forget(own)
        messages.success(
            request, _("The house is open. The letters leave in ten minutes; until then you can close it again.")
        )
    return to_house(actor)


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_close(request):
    """Open no longer, before anybody came in."""
    actor = request.actor
    own = fetched(actor)
    try:
        if others_wrote(own.collaborative_id):
            raise houses.SomebodyCameIn
        houses.close_house(own, by=me(actor), on=actor.today)
    except houses.NotBeingPrepared:
        messages.info(request, _("It is not open."))
    except houses.SomebodyCameIn:
        messages.info(request, _("Somebody is in already, so the house stays open."))
    else:
        messages.success(request, _("The house is closed again. Letters that had not left stay here."))
    return to_house(actor)


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_put_away(request):
    """A house that nobody lives in yet is put away; the page of collaboratives brings it back."""
    actor = request.actor
    own = fetched(actor)
    if is_lived_in(own.collaborative_id):
        messages.info(request, _("People have written here, so this house stays. You can finish it instead."))
        return to_house(actor)
    try:
        houses.put_away(own.collaborative, by=me(actor), on=actor.today)
    except houses.NotBeingPrepared:
        messages.info(request, _("This house is open, so it stays. You can finish it instead."))
        return to_house(actor)
    messages.success(request, _("It is put away. You can bring it back on this page."))
    return redirect("starting:collaborative_start", actor.organization_slug)
