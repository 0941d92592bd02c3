"""Who do I ask? One person for each center, and one for each subject."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from collaborative.tenancy import listing
from collaborative.tenancy.actions.organizations import name_point_person
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Responsibility, Role
from collaborative.tenancy.here import by_role, faces, members_here, project_team_here, teams_here

from ..actions import project as actions
from ..enums import Subject
from ..forms.project import CentersForm, ContactsForm
from ..models import SubjectContact
from .showing import go, here, show

CENTERS_A_PAGE = 20
STAFF = (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)
# Where nobody is named for a subject: who has the matter in hand anyway.
IN_HAND = {
    Subject.DATA: (Responsibility.DATA_LEAD, Responsibility.METRICS_LEAD),
    Subject.PDSA: (Responsibility.PDSA_LEAD, Responsibility.IMPROVEMENT_ADVISOR),
    Subject.TECHNOLOGY: (Responsibility.TECHNOLOGY,),
    Subject.FAMILY: (Responsibility.FAMILY_LIAISON,),
    Subject.FACULTY: (Responsibility.FACULTY_LIAISON,),
    Subject.LOGISTICS: (Responsibility.CALENDAR, Responsibility.PROJECT_MANAGER),
}
OF_CENTERS = (Responsibility.RELATIONSHIP_MANAGER, Responsibility.CENTER_COMMUNICATION)


def contacts_of(request, cards):
    """[(subject, the card of whom to ask, or None)]: who is named, else who has it in hand; never one who has left."""
    named = dict(here(request, SubjectContact.objects).values_list("subject", "person_id"))
    by_person = {card.person_id: card for card in cards}
    return [
        (subject.label, by_person.get(named.get(subject.value)) or _who_has(IN_HAND[subject], cards))
        for subject in Subject
    ]


def _who_has(duties, cards):
    """The first of these people with the first of these duties, or None."""
    labels = [str(duty.label) for duty in duties]
    return next((card for label in labels for card in cards if label in card.has_in_hand), None)


def _staff_cards(actor):
    rows = by_role(members_here(actor).filter(role__in=STAFF))
    known = faces(actor, rows)
    return [card for role in STAFF for card in listing.of_staff(actor, rows, [], role, known)]


@collaborative_page("directory", "read")
def directory(request):
    """Whom to ask about what, and whom each center calls first; one's own center stands first."""
    actor = request.actor
    cards = _staff_cards(actor)
    by_person = {card.person_id: card for card in reversed(cards)}
    page = Paginator(teams_here(actor), CENTERS_A_PAGE).get_page(request.GET.get("page"))
    first = _who_has(OF_CENTERS, cards)
    page.object_list = [
        (team, by_person.get(team.point_person_id, first), team.pk in actor.own_team_ids) for team in page.object_list
    ]
    may_write = can(actor, "write", "directory")
    context = {"contacts": contacts_of(request, cards), "page": page, "may_write": may_write}
    return show(request, "directory", context)


@collaborative_page("directory", "write", methods=("GET", "POST"))
def contacts_edit(request):
    """Name whom to ask, subject by subject: anybody of the project team or the faculty."""
    actor = request.actor
    people = by_role(members_here(actor).filter(role__in=STAFF))
    named = {row.subject: row for row in here(request, SubjectContact.objects)}
    initial = {subject: str(row.person_id) for subject, row in named.items()}
    form = ContactsForm(request.POST or None, people=people, initial=initial)
    if form.is_valid():
        by_id = {str(row.person_id): row.person_id for row in people}
        for subject in Subject:
            actions.name_contact(
                collaborative_id=actor.collaborative_id, subject=subject.value, by=actor.person_id, on=actor.today,
                person_id=by_id.get(form.cleaned_data[subject.value]),
            )  # fmt: skip
        messages.success(request, _("Saved."))
        return go(request, "directory")
    return show(request, "contacts_edit", {"form": form})


@collaborative_page("directory", "write", methods=("GET", "POST"))
def centers_edit(request):
    """Name whom each center calls first: somebody of the project team; a page of centers at a time."""
    actor, people = request.actor, project_team_here(request.actor)
    page = Paginator(teams_here(actor), CENTERS_A_PAGE).get_page(request.GET.get("page"))
    teams = list(page.object_list)
    form = CentersForm(request.POST or None, teams=teams, people=people)
    if form.is_valid():
        by_id = {str(row.person_id): row.person for row in people}
        for team in teams:
            chosen = by_id.get(form.cleaned_data[str(team.pk)])
            if team.point_person_id != (chosen.pk if chosen else None):
                name_point_person(team, chosen, by=actor.person_id, on=actor.today)
        messages.success(request, _("Saved."))
        return go(request, "directory")
    return show(request, "centers_edit", {"form": form, "page": page})
