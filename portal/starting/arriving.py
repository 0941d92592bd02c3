"""Centers and people out of a pasted list: each line checked first, then all of it or nothing."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from collaborative.people.addresses import AddressField
from collaborative.tenancy.actions import invitations
from collaborative.tenancy.actions import memberships as roles
from collaborative.tenancy.actions.organizations import SlugTaken, create_center, create_team
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Center, Collaborative, Team

from . import steps
from .enums import StepKey

LONGEST_NAME = 60
LONGEST_CENTER, LONGEST_TOWN, LONGEST_PHONE = 120, 80, 30
SPOKEN = {"es": "es", "español": "es", "spanish": "es", "": "en", "en": "en", "english": "en", "inglés": "en"}


@dataclass(frozen=True)
class Problem:
    """A line that cannot be used yet, and why."""

    number: int
    text: str
    why: str


class Problems(Exception):
    """Nothing was written; `rows` says which lines to look at."""

    def __init__(self, rows):
        super().__init__("lines to look at")
        self.rows = rows


@dataclass
class Arrived:
    """What came in, by id, so that it can be taken back."""

    memberships: list = field(default_factory=list)
    teams: list = field(default_factory=list)
    centers: list = field(default_factory=list)


@transaction.atomic
def bring_centers(house, rows, *, text, by, on) -> Arrived:
    """Centers with their team leaders: center, town, first name, family name, e-mail, phone, language.

    A center the organization knows joins under its name. Raises Problems, having written nothing.
    """
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    known = {center.name.casefold(): center for center in Center.objects.shown()}
    here = set(Team.objects.shown().filter(collaborative=collaborative).values_list("center_id", flat=True))
    _refuse([problem for row, problem in _checked(rows, known, here) if problem])
    arrived, refused = Arrived(), []
    for row in rows:
        team = _team(collaborative, row, known, arrived, by, on)
        if row.cell(4):
            person = _person(row, 2)
            why = _invite(arrived, {"role": Role.TEAM_LEADER, "team": team, **person}, by, on)
            refused += [Problem(row.number, row.text, why)] if why else []
    _refuse(refused)
    _keep(collaborative, StepKey.CENTERS, arrived, text, by)
    return arrived


@transaction.atomic
def bring_people(house, rows, *, role, text, by, on) -> Arrived:
    """People of the project team, coaches or observers: first name, family name, e-mail, phone, language."""
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    _refuse([Problem(row.number, row.text, why) for row in rows if (why := _why_not_a_person(row, 0))])
    arrived, refused = Arrived(), []
    for row in rows:
        why = _invite(arrived, {"role": role, "collaborative": collaborative, **_person(row, 0)}, by, on)
        refused += [Problem(row.number, row.text, why)] if why else []
    _refuse(refused)
    _keep(collaborative, StepKey.PEOPLE, arrived, text, by)
    return arrived


def _refuse(problems):
    if problems:
        raise Problems(problems)


def _keep(collaborative, key, arrived, text, by):
    ids = {name: [str(pk) for pk in getattr(arrived, name)] for name in ("memberships", "teams", "centers")}
    steps.keep(collaborative, key, {**ids, "text": text}, by=by)


def _checked(rows, known, here):
    seen = set()
    for row in rows:
        name = row.cell(0).casefold()
        why = _why_not_a_center(row, seen, known, here) or (_why_not_a_person(row, 2) if any(row.cells[2:]) else "")
        seen.add(name)
        yield row, Problem(row.number, row.text, why) if why else None


def _why_not_a_center(row, seen, known, here):
    name, center = row.cell(0), known.get(row.cell(0).casefold())
    if not name or "@" in name:
        return _("The name of the center comes first.")
    if len(name) > LONGEST_CENTER or len(row.cell(1)) > LONGEST_TOWN:
        return _("This name is too long for us. Could it be shorter?")
    if name.casefold() in seen:
        return _("This center stands in the list already.")
    if center and center.pk in here:
        return _("This center is here already. Please take the line out.")
    return ""


def _why_not_a_person(row, first):
    name, family_name, email, phone, language = (row.cell(first + index) for index in range(5))
    if not name:
        return _("Who is it? Please write a first name.")
    if "@" in family_name or not email:
        return _("We need first name, family name and e-mail address, in this order. The phone may follow.")
    try:
        AddressField().clean(email)
    except ValidationError:
        return _("“%(address)s” does not look like an e-mail address.") % {"address": email[:60]}
    if max(len(name), len(family_name)) > LONGEST_NAME or len(phone) > LONGEST_PHONE:
        return _("This is too long for a name or a phone number.")
    if language.casefold() not in SPOKEN:
        return _("We know English and Spanish. “%(language)s” is neither.") % {"language": language[:30]}
    return ""


def _person(row, first):
    return {
        "first_name": row.cell(first),
        "family_name": row.cell(first + 1),
        "email": row.cell(first + 2),
        "phone": row.cell(first + 3),
        "language": SPOKEN[row.cell(first + 4).casefold()],
    }


def _team(collaborative, row, known, arrived, by, on):
    center = known.get(row.cell(0).casefold())
    if center is None:
        center = _new_center(row, by, on)
        arrived.centers.append(center.pk)
    team = create_team(collaborative=collaborative, center=center, by=by, on=on)
    arrived.teams.append(team.pk)
    return team


def _new_center(row, by, on):
    try:
        return create_center(name=row.cell(0), town=row.cell(1), by=by, on=on)
    except SlugTaken as taken:
        why = _("Another center has nearly the same name. Please add the town to tell them apart.")
        raise Problems([Problem(row.number, row.text, why)]) from taken


def _invite(arrived, whom, by, on) -> str:
    """The invitation waits for the house; why not, where it cannot be."""
    try:
        invitation = invitations.invite(by=by, on=on, **whom)
    except roles.HasRoleAlready:
        return _("This person has that role here already, or is asked already.")
    except roles.NotYoursToGive:
        return _("This role is not yours to give. Please ask your organization's admin.")
    except roles.CoachBelongsToCenter:
        return _("A coach comes from outside: nobody can coach here and belong to a center here at the same time.")
    except roles.StandsBehindWall:
        return _("This person oversees the centers and may only observe.")
    except roles.FamilyOrStaff:
        return _("This person is a family partner here: nobody is both that and staff of a center.")
    arrived.memberships.append(invitation.membership_id)
    return ""
