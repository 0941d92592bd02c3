"""Roles: given, described, ended."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from .. import giving, rules
from ..actions import memberships as actions
from ..doors import collaborative_page
from ..enums import Role, Verb
from ..forms import EndForm, GiveForm, MembershipForm
from ..models import Membership, Person
from .inviting import REFUSALS
from .showing import go, show


def another_leader(error) -> str:
    """The sentence for a second senior leader of the project team."""
    current = error.current
    if current is None:
        return _("The project team has a senior leader in these days already. End that role first.")
    return _(
        "%(name)s is the senior leader of the project team in these days. There is one at a time: end that part of "
        "their role first, or choose other dates."
    ) % {"name": current.person.full_name}


@collaborative_page("membership", "write", methods=("GET", "POST"))
def membership_give(request):
    """A further role for somebody who is here already."""
    actor = request.actor
    gifts = {gift.value: gift for gift in giving.gifts_of(actor)}
    persons = {str(person.pk): person for person in giving.persons_for(actor)}
    form = GiveForm(
        request.POST or None,
        initial={"starts_on": actor.today, "person": request.GET.get("person", "")},
        persons=[(key, person.full_name) for key, person in persons.items()],
        places=[(gift.value, gift.label) for gift in gifts.values()],
    )
    if form.is_valid() and _given(request, form, persons, gifts):
        return go(request, "who_is_who")
    return show(request, "membership_give", {"form": form})


def _given(request, form, persons, gifts):
    values = form.cleaned_data
    gift = gifts[values["place"]]
    try:
        actions.give_membership(
            persons[values["person"]],
            gift.role,
            **gift.place(),
            by=_me(request),
            on=request.actor.today,
            starts_on=values["starts_on"],
            ends_on=values["ends_on"],
        )
    except actions.HasRoleAlready:
        form.add_error("person", _("This person has that role already."))
        return False
    except (actions.NotYoursToGive, actions.CannotHold) as refusal:
        form.add_error("place", REFUSALS[type(refusal)][1])
        return False
    messages.success(request, _("Saved. It holds from that day on."))
    return True


def _mine_to_change(request, membership_id):
    """A membership of this collaborative that the actor's own roles reach."""
    actor = request.actor
    membership = get_object_or_404(
        Membership.objects.within(actor, Verb.WRITE)
        .filter(collaborative_id=actor.collaborative_id)
        .select_related("person", "collaborative", "team__center"),
        pk=membership_id,
    )
    place = (membership.role, membership.collaborative_id, membership.team_id)
    if not any(rules.may_give(held, *place) for held in actor.memberships):
        raise PermissionDenied
    return membership


@collaborative_page("membership", "write", methods=("GET", "POST"))
def membership_edit(request, membership_id):
    """What somebody has in hand; for the project team, who leads it."""
    membership = _mine_to_change(request, membership_id)
    names = ("responsibilities", "leads_collaborative", "is_data_point_person", "is_key_contact")
    form = MembershipForm(
        request.POST or None,
        initial={name: getattr(membership, name) for name in names},
        role=membership.role,
        may_name_leader=request.actor.has_role(Role.ORGANIZATION_ADMIN),
    )
    if form.is_valid():
        try:
            actions.change_membership(membership, by=_me(request), on=request.actor.today, **form.cleaned_data)
        except actions.AnotherSeniorLeader as error:
            form.add_error("leads_collaborative", another_leader(error))
        else:
            messages.success(request, _("Saved."))
            return go(request, "who_is_who")
    return show(request, "membership_edit", {"membership": membership, "form": form, "end_form": EndForm()})


@collaborative_page("membership", "write", methods=("POST",))
def membership_end(request, membership_id):
    """A role ends; what the person wrote stays."""
    membership = _mine_to_change(request, membership_id)
    form = EndForm(request.POST)
    if not form.is_valid():
        return show(request, "membership_edit", {"membership": membership, "end_form": form}, status=400)
    actions.end_membership(membership, by=_me(request), on=request.actor.today, last_day=form.cleaned_data["last_day"])
    messages.success(request, _("Saved. Thank you for everything %(name)s brought.") % {"name": membership.person})
    return go(request, "who_is_who")


def _me(request):
    return Person.objects.get(pk=request.actor.person_id)
