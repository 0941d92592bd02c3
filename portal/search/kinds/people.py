"""Who's who: people as far as the reader may know them, teams, and the storyboards they show."""

from uuid import UUID

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy

from collaborative.introductions.models import Storyboard
from collaborative.tenancy.enums import Role, ShownAs
from collaborative.tenancy.here import ORDER_OF_ROLES, members_here
from collaborative.tenancy.listing import card_of
from collaborative.tenancy.models import Center, Membership, Person, Team

from ..enums import Group
from ..vectors import FoundBy, TitleOf, WordsOf, beside
from .base import Kind, Shown, text_of

NO_WORDS = Value("", SearchVectorField())
OF_A_PERSON = ("first_name", "family_name", "line", "shown_as")


def _known_by(here):
    """The words of a member as far as the reader may know them: as on the card, and by role and center."""
    role = Case(
        *[When(role=role.value, then=WordsOf(str(role.label))) for role in Role],
        default=NO_WORDS,
        output_field=SearchVectorField(),
    )
    return beside(_name_known_by(here), role, TitleOf(FoundBy("team__center")), TitleOf(FoundBy("team")))


def _name_known_by(here):
    known = Membership.objects.all().known_to(here.actor)
    if not known:  # a condition that everybody meets
        return FoundBy("person")
    return Case(
        When(known, then=FoundBy("person")),
        When(person__shown_as=ShownAs.FIRST_NAME, then=TitleOf(FoundBy("person"))),
        default=NO_WORDS,
        output_field=SearchVectorField(),
    )


def _show_person(told, key, here):
    """The card of this person in this role, as everywhere."""
    center = Center(name=told["center"] or "")
    team = Team(pk=told["team"] and UUID(told["team"]), center=center, name=told["team_name"] or "")
    member = Membership(
        pk=UUID(told["membership"]), role=told["role"], organization_id=here.actor.organization_id,
        collaborative_id=here.actor.collaborative_id, responsibilities=[],
        person=Person(pk=UUID(str(key)), **{name: told[name] for name in OF_A_PERSON}),
    )  # fmt: skip
    member.team = team if told["team"] else None
    card = card_of(here.actor, member)
    by = ", ".join(part for part in (card.role, card.place) if part)
    return Shown(card.name, here.url("introductions:person_detail", key), card.line, by)


def _first_role(told):
    """Of several roles of a person the one that stands first everywhere."""
    return ORDER_OF_ROLES[told["role"]]


def _show_team(told, key, here):
    name = told["name"] or told["center"]
    by = told["center"] if told["name"] else ""
    return Shown(name, here.url("introductions:team_detail", key), text_of(told, "motto", "about", "town"), by)


BOARD = ("about_us", "ask_us_about", "love_help_with", "first_priorities")


def _show_board(told, key, here):
    return Shown(
        told["center"], here.url("introductions:board_detail", key), text_of(told, *BOARD), language=told["language"]
    )


def _here(model):
    return lambda here: model.objects.visible_to(here.actor).filter(collaborative_id=here.actor.collaborative_id)


KINDS = (
    Kind(
        "person", Group.PEOPLE, gettext_lazy("Person"), "person",
        rows=lambda here: members_here(here.actor), show=_show_person, vector=_known_by, key_path="person_id",
        once="person_id", author="person_id", team="team_id", first=_first_role,
        told={**{name: f"person__{name}" for name in OF_A_PERSON}, "membership": "pk", "role": "role",
              "team": "team_id", "team_name": "team__name", "center": "team__center__name"},
    ),
    Kind(
        "team", Group.PEOPLE, gettext_lazy("Team"), "team",
        rows=_here(Team), show=_show_team, team="pk",
        vector=lambda here: beside(FoundBy(), FoundBy("center")),
        told={"name": "name", "motto": "motto", "center": "center__name", "about": "center__about",
              "town": "center__town"},
    ),
    Kind(
        "board", Group.PEOPLE, gettext_lazy("Storyboard"), "storyboard", table="introductions_storyboard",
        rows=_here(Storyboard), show=_show_board, at="shown_on", author="author_id", team="team_id",
        told={"language": "language", "center": "team__center__name", **{name: name for name in BOARD}},
    ),
)  # fmt: skip
