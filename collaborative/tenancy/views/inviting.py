"""Asking people in, and the invitations that are still open."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import giving, rules
from ..actions import invitations as actions
from ..actions import memberships as roles
from ..actors import can
from ..doors import collaborative_page
from ..enums import Verb
from ..forms import InvitationForm
from ..models import Collaborative, Invitation, Organization, Person
from .showing import go, show

REFUSALS = {
    roles.NotYoursToGive: ("place", gettext_lazy("This role is not yours to give. Please ask the project team.")),
    roles.HasRoleAlready: ("email", gettext_lazy("This person has that role already, or an open invitation to it.")),
    roles.CoachBelongsToCenter: (
        "place",
        gettext_lazy("A coach comes from outside: nobody can coach here and belong to a center here at the same time."),
    ),
    roles.StandsBehindWall: ("place", gettext_lazy("This person oversees the centers and may only observe.")),
    roles.FamilyOrStaff: (
        "place",
        gettext_lazy("Family partners need a place of their own: nobody is family partner and staff of a center here."),
    ),
    actions.EnoughForToday: (
        None,
        gettext_lazy(
            "Twenty invitations in a day are a lot. Please send the others tomorrow, or ask the project team."
        ),
    ),
}


@collaborative_page("invitation", "write", methods=("GET", "POST"))
def invitation_send(request):
    """Invite somebody: who, as what, and in which words."""
    actor = request.actor
    gifts = giving.gifts_of(actor)
    collaborative = Collaborative.objects.get(pk=actor.collaborative_id)
    form = InvitationForm(
        request.POST or None,
        places=[(gift.value, gift.label) for gift in gifts],
        country=Organization.objects.get(pk=actor.organization_id).country,
        initial={"place": request.GET.get("place", ""), "works_on": ""},
    )
    if form.is_valid() and _invited(request, form, {gift.value: gift for gift in gifts}):
        return go(request, "invitation_list")
    may_see_cards = can(actor, "write", "card")
    context = {"form": form, "supports": collaborative.practical_supports, "may_see_cards": may_see_cards}
    return show(request, "invitation_send", context)


def _invited(request, form, gifts):
    values = dict(form.cleaned_data)
    gift = gifts[values.pop("place")]
    inviter = Person.objects.get(pk=request.actor.person_id)
    try:
        actions.invite(role=gift.role, by=inviter, on=request.actor.today, **gift.place(), **values)
    except tuple(REFUSALS) as refusal:
        field, sentence = REFUSALS[type(refusal)]
        form.add_error(field, sentence)
        return False
    said = _("The letter to %(name)s is on its way. A word in person helps even more.")
    if request.actor.is_building:
        said = _("The letter to %(name)s waits until you open the house.")
    messages.success(request, said % {"name": values["first_name"]})
    return True


@collaborative_page("invitation", "read")
def invitation_list(request):
    """Who was asked and has not answered yet."""
    actor = request.actor
    now = timezone.now()
    rows = list(
        Invitation.objects.visible_to(actor)
        .filter(accepted_at=None, revoked_at=None, membership__collaborative_id=actor.collaborative_id)
        .select_related("membership__person", "invited_by")
        .order_by("-created_at", "-pk")[:200]
    )
    invitations = [{"row": row, "has_run_out": not rules.is_open(row, now)} for row in rows]
    return show(request, "invitation_list", {"invitations": invitations, "said_no": _said_no(actor, now)})


def _said_no(actor, now):
    """Who said no lately; after a while it is nobody's business any more."""
    return list(
        Invitation.objects.visible_to(actor)
        .filter(declined_at__gte=now - rules.NO_IS_SHOWN, membership__collaborative_id=actor.collaborative_id)
        .select_related("membership__person", "invited_by")
        .order_by("-declined_at", "-pk")[:50]
    )


def _open_invitation(request, invitation_id):
    actor = request.actor
    rows = Invitation.objects.within(actor, Verb.WRITE).filter(membership__collaborative_id=actor.collaborative_id)
    return get_object_or_404(
        rows.select_related(
            "membership__person", "membership__team__center", "membership__collaborative", "invited_by"
        ),
        pk=invitation_id,
    )


@collaborative_page("invitation", "write", methods=("POST",))
def invitation_again(request, invitation_id):
    """Send the letter again, with a fresh link."""
    invitation = _open_invitation(request, invitation_id)
    try:
        actions.send_again(invitation, by=Person.objects.get(pk=request.actor.person_id), on=request.actor.today)
    except actions.SentJustNow:
        messages.info(request, _("It went out a few minutes ago. Mail can be slow: please wait a little."))
    except actions.EnoughForToday:
        messages.info(request, REFUSALS[actions.EnoughForToday][1])
    except actions.NoLongerOpen:
        messages.info(request, _("This invitation was answered in the meantime."))
    else:
        messages.success(request, _("The letter is on its way again. The earlier link no longer works."))
    return go(request, "invitation_list")


@collaborative_page("invitation", "write", methods=("POST",))
def invitation_revoke(request, invitation_id):
    """Take an invitation back."""
    invitation = _open_invitation(request, invitation_id)
    try:
        actions.revoke(invitation, by=Person.objects.get(pk=request.actor.person_id), on=request.actor.today)
    except actions.NoLongerOpen:
        messages.info(request, _("This invitation was answered in the meantime."))
    else:
        messages.success(request, _("The invitation is taken back. Its link no longer works."))
    return go(request, "invitation_list")


@collaborative_page("invitation", "write", methods=("POST",))
def invitation_agree(request, invitation_id):
    """Yes, the other address is the same person."""
    invitation = _open_invitation(request, invitation_id)
    try:
        actions.agree_to_other_address(invitation, by=request.actor.person_id, on=request.actor.today)
    except (actions.NoLongerOpen, roles.CannotHold, roles.NotYoursToGive):
        messages.info(request, _("That did not work: the invitation has run out, or the address is not known."))
    else:
        messages.success(request, _("Done: they can come in now with the address they use."))
    return go(request, "invitation_list")


@collaborative_page("invitation", "write", methods=("POST",))
def invitation_refuse(request, invitation_id):
    """No, that address stays outside."""
    actions.refuse_other_address(
        _open_invitation(request, invitation_id), by=request.actor.person_id, on=request.actor.today
    )
    return go(request, "invitation_list")
