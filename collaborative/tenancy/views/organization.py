"""Above the collaboratives: the organization, its collaboratives and everybody in it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from ..actions import organizations as actions
from ..actions import people
from ..actors import can
from ..doors import organization_page
from ..enums import Role
from ..models import Collaborative, Membership, Organization, Person
from ..place_forms import OrganizationForm
from .showing import go, show


@organization_page("organization", "read")
def organization_home(request):
    """The collaboratives of the organization that one may enter."""
    actor = request.actor
    collaboratives = list(Collaborative.objects.visible_to(actor).order_by("-starts_on", "pk"))
    return show(
        request,
        "organization_home",
        {
            "organization": Organization.objects.get(pk=actor.organization_id),
            "collaboratives": collaboratives,
            "may_write": can(actor, "write", "organization"),
            "may_start": can(actor, "write", "collaborative"),
        },
    )


@organization_page("organization", "write", methods=("GET", "POST"))
def organization_edit(request):
    """The organization itself, and whether it oversees the centers it helps."""
    actor = request.actor
    organization = Organization.objects.get(pk=actor.organization_id)
    names = ("name", "time_zone", "country", "subdivision", "setting", "not_used_to_rate_signed_by")
    initial = {name: getattr(organization, name) for name in names}
    initial["oversees_centers"] = "yes" if organization.oversees_centers else "no"
    form = OrganizationForm(request.POST or None, initial=initial)
    if form.is_valid():
        signed_by = form.cleaned_data["not_used_to_rate_signed_by"]
        signed_on = organization.not_used_to_rate_signed_on
        if signed_by != organization.not_used_to_rate_signed_by:
            signed_on = actor.today if signed_by else None
        changes = {**form.cleaned_data, "not_used_to_rate_signed_on": signed_on}
        oversaw = organization.oversees_centers
        actions.change_organization(organization, by=actor.person_id, on=actor.today, **changes)
        if form.cleaned_data["oversees_centers"] and not oversaw:
            messages.success(request, _("Saved. Who does that work? Please name them here."))
            return go(request, "organization_people")
        messages.success(request, _("Saved."))
        return go(request, "organization_home")
    return show(request, "organization_edit", {"organization": organization, "form": form})


@organization_page("organization", "write")
def organization_people(request):
    """Everybody in the organization, what they are, and who stands behind the wall."""
    actor = request.actor
    organization = Organization.objects.get(pk=actor.organization_id)
    persons = list(Person.objects.visible_to(actor).order_by("first_name", "family_name", "pk")[:1000])
    roles = {}
    for row in Membership.objects.visible_to(actor).on(actor.today).order_by("collaborative_name", "pk"):
        place = row.place_name or row.collaborative_name
        label = str(Role(row.role).label)
        roles.setdefault(row.person_id, []).append(f"{label}, {place}" if place else label)
    people_here = [{"person": person, "roles": roles.get(person.pk, [])} for person in persons]
    return show(request, "organization_people", {"people": people_here, "oversees": organization.oversees_centers})


@organization_page("organization", "write", methods=("POST",))
def wall_raise(request, person_id):
    """This person licenses, rates, funds or monitors: totals only from now on."""
    return _wall(request, person_id, behind_wall=True)


@organization_page("organization", "write", methods=("POST",))
def wall_lower(request, person_id):
    """This person no longer does."""
    return _wall(request, person_id, behind_wall=False)


def _wall(request, person_id, *, behind_wall):
    actor = request.actor
    person = get_object_or_404(Person.objects.visible_to(actor), pk=person_id)
    if person.pk == actor.person_id:
        raise PermissionDenied
    try:
        people.place_behind_wall(person, behind_wall=behind_wall, by=actor.person_id, on=actor.today)
    except people.HasOtherRoles:
        messages.info(
            request,
            _("%(name)s holds other roles. End those first: who oversees the centers may only observe.")
            % {"name": person.full_name},
        )
    else:
        messages.success(request, _("Saved."))
    return go(request, "organization_people")
