"""A whole world for the proofs: two organizations, every role, every relation, and a canary in every text column.

Rows are made by looking at the models, so a new table is in the world without anybody typing it in.
"""

import datetime
import itertools
import uuid
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models

from collaborative.isolation.context import Context, entered
from collaborative.isolation.models import RowKey
from collaborative.tenancy.enums import TEAM_ROLES, Audience, Role
from collaborative.tenancy.models import AffinityGroup, Center, Collaborative, Membership, Person, Team
from tests import factories

TODAY = datetime.date.today()
SENT = f"{TODAY}T23:59:00Z"
RUNGS = tuple(Audience)
_numbers = itertools.count(1)

ROLE_OF_PLACE = {"author": "senior_leader", "own": "team_leader"}  # a role is asked once in a collaborative
# One of each in a collaborative, by place.
SUBJECTS = {"author": "data", "own": "pdsa", "other": "family", "elsewhere": "data"}
QUESTIONS = {"author": "agenda", "own": "notes", "other": "workplan", "elsewhere": "agenda"}
# Values a table needs to satisfy its own constraints: {"app.Model": {field: value or function of (place, rung)}}.
SPECIAL = {
    "starting.Step": {"before": lambda *of: {"holidays": "", "facts": {}, "days": {}, "words": of[0].canary(*of[1:])}},
    "tenancy.Invitation": {"phone": "", "expires_at": lambda *_: datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)},
    "cards.Card": {"expires_at": lambda *_: datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)},
    "schedule.PlannedDate": {"anchor": None, "offset_days": None, "kind": "line"},
    "outbox.Message": {"erase_when_sent": False},
    "notices.FriendlyCall": {"note": ""},
    "pdsa.Priority": {"position": lambda place, rung, model: 1 if place.name.endswith("author") else 2},
    "reports.Report": {"month": TODAY.replace(day=1)},
    "metrics.MiddleLine": {"centers": 5},
    "pdsa.PDSACycle": {"shown_on": TODAY},
    "wording.Phrase": {"source_language": "en", "language": "es"},
    "pdsa.AskedTeam": {"asked": lambda place, rung, model: place.neighbour},
    "onboarding.Signature": {  # nobody signs one letter twice: on one of the two rungs it was taken back
        "taken_back_at": lambda place, rung, model: None if rung == Audience.ALL else f"{TODAY}T12:00:00Z"
    },
    "onboarding.Expectation": {"role": lambda place, rung, model: ROLE_OF_PLACE.get(place.name[2:], "teacher")},
    "discussion.CircleMember": {"state": "joined"},
    "discussion.ShelfItem": {"link": lambda place, rung, model: f"https://example.org/{place.canary(rung, model)}"},
    "introductions.SubjectContact": {"subject": lambda place, rung, model: SUBJECTS[place.name[2:]]},
    "introductions.StructureAnswer": {"question": lambda place, rung, model: QUESTIONS[place.name[2:]]},
    "tenancy.Departure": {  # one team leaves once at a time: the second time it had come back
        "came_back_on": lambda place, rung, model: TODAY if place.name.endswith("own") else None,
    },
    "pdsa.Spread": {"rooms": 3},
    "newsletter.Letter": dict.fromkeys(("leaves_at", "sent_at"), lambda *of: SENT if of[1] == Audience.ALL else None),
    "metrics.Observation": {
        "period_start": TODAY - datetime.timedelta(days=TODAY.weekday()),
        "collect": "week",
        "kind": "percentage",
        "not_this_time": lambda place, rung, model: place.canary(rung, model),
    },
}
# Tables of which a collaborative has one row: the places in it share it.
ONE_EACH = {"onboarding.PreworkDay", "tenancy.House"}
# Tables whose rows stand on fewer rungs than the ladder has.
NARROWER = {"pdsa.Ramp": (Audience.SELF, Audience.ALL)}
# Computed by the worker: the web may read these tables, not write them (a test of the catalogue holds them to that).
WRITTEN_BY_WORKERS = {"metrics.MiddleLine"}
MADE_BY_HAND = {"tenancy." + name for name in ("Organization", "Collaborative", "Center", "Team", "Person",
                "Membership", "CoachAssignment", "AffinityGroup")}  # fmt: skip


@dataclass
class Place:
    """A team in a collaborative of an organization, and who writes there."""

    organization_id: uuid.UUID
    name: str
    collaborative: Collaborative
    team: Team
    author: Person
    group: AffinityGroup
    neighbour: Team
    rows: dict = field(default_factory=dict)

    def context(self):
        """Its author at work: her own team, and the numbers of that team."""
        team = (self.team.pk,)
        return Context(
            organization=self.organization_id,
            person=self.author.pk,
            teams=team,
            number_teams=team,
            groups=(self.group.pk,),
            collaboratives=(self.collaborative.pk,),
            staff_teams=team,  # what only coaches and the project team may write is in the world, too
            project=(self.collaborative.pk,),
            supporting=(self.collaborative.pk,),
            helping=(self.collaborative.pk,),
        )

    def canary(self, rung, model):
        """The word that stands in every text of a table in this place on a rung."""
        return f"canary-{self.name}-{rung}-{model._meta.object_name}".replace("_", "")

    def row(self, model, rung=Audience.ALL):
        """This place's row of a table on a rung, made on first asking."""
        own = {Collaborative: self.collaborative, Team: self.team, Center: self.team.center, Person: self.author,
               AffinityGroup: self.group}  # fmt: skip
        if model in own:
            return own[model]
        rungs = rungs_of(model)
        if rung not in rungs and Audience.ALL not in rungs:
            rung = rungs[0]  # its only one
        key = (model, rung if rung in rungs else Audience.ALL)
        shared = self.collaborative.__dict__.setdefault("_one_each", {})
        if model._meta.label in ONE_EACH and key in shared:
            self.rows[key] = shared[key]
        if key not in self.rows:
            self.rows[key] = shared[key] = fill(model, self, rung)  # looked up above only where there is one for all
        return self.rows[key]


@dataclass
class World:
    """`people`: {(organization name, role): Membership}; `places`: {"A-own": Place, "A-other": ..., "B-own": ...}."""

    organizations: dict
    people: dict
    places: dict


def organization_models():
    """Every table with an organization that is not a history table, in an order in which keys can be met."""
    return [
        model
        for model in apps.get_models()
        if any(column.name == "organization_id" for column in model._meta.concrete_fields)
        and not hasattr(model, "pgh_tracked_model")
        and model._meta.label not in MADE_BY_HAND | WRITTEN_BY_WORKERS
    ]


def has_audience(model):
    return any(column.name == "audience" for column in model._meta.concrete_fields)


def rungs_of(model):
    """The rungs a table's rows may stand on."""
    if not has_audience(model):
        return (Audience.ALL,)
    if model._meta.label in NARROWER:
        return NARROWER[model._meta.label]
    choices = model._meta.get_field("audience").choices
    rungs = tuple(Audience(value) for value, _label in choices) if choices else RUNGS
    return tuple(rung for rung in rungs if rung != Audience.FACULTY or model._meta.app_label != "pdsa")


def fill(model, place, rung):
    """One row of `model` in `place`, its texts all holding the canary."""
    special = SPECIAL.get(model._meta.label, {})
    values = {}
    for column in model._meta.concrete_fields:
        if column.name in special:
            chosen = special[column.name]
            values[column.attname if not isinstance(column, models.ForeignKey) else column.name] = (
                chosen(place, rung, model) if callable(chosen) else chosen
            )
        elif column.name == "organization_id":
            values["organization_id"] = place.organization_id
        elif not column.primary_key:
            value = value_for(column, place, rung, model)
            if value is not Ellipsis:
                values[column.attname] = value
    row = model(**values)
    model.objects.bulk_create([row])  # no RETURNING: nobody need be able to read what is written here
    return row


def value_for(column, place, rung, model):
    """A value for one column, or Ellipsis to leave its default."""
    if isinstance(column, RowKey):
        return key_for(column, place, rung)
    if isinstance(column, models.ForeignKey):
        return None if column.null else Ellipsis
    known = {
        "audience": str(rung),
        "author_id": place.author.pk,
        "person_id": place.author.pk,
        "team_id": place.team.pk,
        "collaborative_id": place.collaborative.pk,
        "group_id": place.group.pk if rung == Audience.GROUP else None,
    }
    if column.name in known:
        return known[column.name]
    if column.name == "number":
        return next(_numbers)
    if column.choices:
        return Ellipsis if column.has_default() or column.blank else column.choices[0][0]
    return plain_value(column, place.canary(rung, model))


def key_for(column, place, rung):
    target = column.remote_field.model
    if target is AffinityGroup:
        return place.group.pk if rung == Audience.GROUP else None
    if target is column.model:
        return None
    if column.null and target not in (Collaborative, Team):
        return None
    return place.row(target, rung).pk


def plain_value(column, canary):
    today = datetime.datetime.now(datetime.UTC)
    if isinstance(column, models.EmailField):
        return f"{canary}@example.org"
    if isinstance(column, models.URLField):
        return f"https://example.org/{canary}"
    if isinstance(column, models.SlugField):
        return canary.lower()
    if isinstance(column, models.CharField | models.TextField):
        return f"{canary}-{uuid.uuid4().hex[:6]}"[: column.max_length or 200]
    if isinstance(column, models.JSONField):
        return {"words": canary} if column.default is dict else Ellipsis
    if isinstance(column, models.BinaryField):
        return canary.encode()
    if (
        column.has_default()
        or column.null
        or getattr(column, "auto_now_add", False)
        or getattr(column, "auto_now", False)
    ):
        return Ellipsis
    if isinstance(column, models.UUIDField):
        return uuid.uuid4()
    if isinstance(column, models.DateTimeField):
        return today
    if isinstance(column, models.DateField):
        return TODAY
    if isinstance(column, models.IntegerField | models.DecimalField | models.FloatField):
        return 1
    return Ellipsis


def build() -> World:
    """Both organizations, their people, and one row per table, place and rung."""
    world = World(organizations={}, people={}, places={})
    for name in "AB":
        organization_id = uuid.uuid4()
        with entered(Context(organization=organization_id)):
            world.organizations[name] = factories.organization(id=organization_id, slug=f"world-{name.lower()}")
            build_organization(world, name, organization_id)
    for place in world.places.values():
        with entered(place.context()):
            for model in organization_models():
                for rung in rungs_of(model):
                    place.row(model, rung)
    return world


def build_organization(world, name, organization_id):
    here = factories.collaborative(slug="here", name=f"canary-{name}-collaborative")
    elsewhere = factories.collaborative(slug="elsewhere", name=f"canary-{name}elsewhere-collaborative")
    own, other = factories.team(here), factories.team(here)
    far, beyond = factories.team(elsewhere), factories.team(elsewhere)
    for role in Role.values:
        if role in TEAM_ROLES:
            member = factories.member(role, team=own)
        elif role == Role.DIRECTOR:
            member = factories.member(role, collaborative=here, center=own.center)
        else:
            looks_after = ["shared_learning"] if role == Role.IMPLEMENTATION_TEAM else []
            member = factories.member(role, collaborative=here, responsibilities=looks_after)
        world.people[name, role] = member
    coach = world.people[name, Role.FACULTY_COACH].person
    factories.assignment(coach, own)
    other_coach = factories.member(Role.FACULTY_COACH, collaborative=here).person
    far_coach = factories.member(Role.FACULTY_COACH, collaborative=elsewhere).person
    factories.assignment(other_coach, other)
    factories.assignment(far_coach, far)
    groups = {
        where.pk: AffinityGroup.objects.create(
            collaborative=where, role=Role.TEACHER, name=f"canary-{name}-group", coach=coach if where is here else None
        )
        for where in (here, elsewhere)
    }
    for relation, team, neighbour, member in (
        ("author", own, other, world.people[name, Role.TEACHER]),
        ("own", own, other, factories.member(Role.TEACHER, team=own)),
        ("other", other, own, factories.member(Role.TEACHER, team=other)),
        ("elsewhere", far, beyond, factories.member(Role.TEACHER, team=far)),
    ):
        where = team.collaborative
        place = Place(organization_id, f"{name}-{relation}", where, team, member.person, groups[where.pk], neighbour)
        place.rows[Membership, Audience.ALL] = member
        world.places[place.name] = place
