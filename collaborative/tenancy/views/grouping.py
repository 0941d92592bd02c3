"""Role groups made from the roles there are."""

from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions import memberships as actions
from ..doors import collaborative_page
from ..enums import TEAM_ROLES, Role
from ..forms import MakeGroupsForm
from ..here import members_here
from ..models import AffinityGroup, Collaborative
from .showing import go, show

NAMES = {
    Role.SENIOR_LEADER: gettext_lazy("Senior leaders"),
    Role.TEAM_LEADER: gettext_lazy("Team leaders"),
    Role.TEACHER: gettext_lazy("Teachers"),
    Role.FAMILY_PARTNER: gettext_lazy("Family partners"),
}
SHOWN = 30  # names in a preview


@dataclass(frozen=True)
class Proposal:
    """A group that could be made, and who would be in it."""

    role: str
    name: str
    people: list
    has_more: bool


def _proposals(actor):
    """The roles without a group, each with the people who hold it today."""
    grouped = AffinityGroup.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    open_roles = [role for role in TEAM_ROLES if role not in set(grouped.values_list("role", flat=True))]
    people = {role: [] for role in open_roles}
    for row in members_here(actor).filter(role__in=open_roles):
        people[row.role].append((row.person.full_name, row.team.center.name))
    return [
        Proposal(role.value, str(NAMES[role]), people[role][:SHOWN], len(people[role]) > SHOWN) for role in open_roles
    ]


@collaborative_page("affinity_group", "write", methods=("GET", "POST"))
def group_make(request):
    """First who would be in each group, then all of them in one go."""
    proposals = _proposals(request.actor)
    names = {one.role: one.name for one in proposals}
    form = MakeGroupsForm(request.POST or None, roles=list(names.items()))
    if form.is_valid():
        collaborative = Collaborative.objects.get(pk=request.actor.collaborative_id)
        for role in form.cleaned_data["roles"]:
            actions.create_affinity_group(
                collaborative=collaborative, role=role, name=names[role], on=request.actor.today
            )
        made = len(form.cleaned_data["roles"])
        messages.success(
            request,
            ngettext("The group is there. Who coaches it?", "The groups are there. Who coaches them?", made)
            if made
            else _("Nothing was made."),
        )
        return go(request, "group_list")
    return show(request, "group_make", {"form": form if proposals else None, "proposals": proposals})
