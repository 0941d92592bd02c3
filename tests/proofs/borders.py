"""The borders the database holds, asked table by table in SQL: which rows are seen, and which writes are refused.

`leaks(world, models)` is empty where every border holds. The proof asserts that; the mutants open one border after
another and assert that it is no longer empty.
"""

import re
import uuid
from dataclasses import replace

from django.apps import apps
from django.db import DatabaseError, connection, transaction

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import Organization
from tests.proofs.expected_borders import borders, hushed
from tests.proofs.world import MADE_BY_HAND, WRITTEN_BY_WORKERS, rungs_of

UNREADABLE = {"audit_access", "inbound_received"}  # the web may add to them, not read them
TEAM_SETTINGS = ("teams", "staff_teams", "number_teams")
NAMED_SETTINGS = ("project", "supporting", "helping")  # collaboratives for which one is named
OF_COLLABORATIVES = (*NAMED_SETTINGS, "collaboratives")  # and those one takes part in
PLACES = ("A-author", "A-own", "A-other", "A-elsewhere", "B-own")
# What a teacher may see of others on each rung: her own words, her team's, her group's, and what all teams see.
TEACHER_SEES = {
    "A-author": {"self", "group", "team", "team_staff", "all", "faculty"},
    "A-own": {"group", "team", "team_staff", "all"},
    "A-other": {"group", "all"},
    "A-elsewhere": set(),
    "B-own": set(),
}


def protected_models():
    """Every table with an organization, history among them, and the organizations themselves."""
    return [Organization] + [
        model
        for model in apps.get_models()
        if any(column.name == "organization_id" for column in model._meta.concrete_fields)
    ]


def told(model):
    """The model whose history this is, or the model itself."""
    return getattr(model, "pgh_tracked_model", model)


def everything(world, name, organization=None):
    """A context that reaches every row of one organization: all its teams, groups and collaboratives.

    `organization`: another one to say one is in, everything else being that of `name`.
    """
    places = [place for key, place in world.places.items() if key.startswith(name)]
    teams = tuple({place.team.pk for place in places})
    collaboratives = tuple({place.collaborative.pk for place in places})
    return Context(
        organization=world.organizations[organization or name].pk,
        person=places[0].author.pk,
        teams=teams,
        staff_teams=teams,
        number_teams=teams,
        groups=tuple({place.group.pk for place in places}),
        collaboratives=collaboratives,
        faculty=collaboratives,
        **dict.fromkeys(NAMED_SETTINGS, collaboratives),
    )


def leaks(world, models=None):
    """Yields (table, what is wrong) of these tables, of all of them unless told; nothing where every border holds."""
    across = (_unlocked, _across, _written_across, _moved_across, _written_nowhere)
    checks = (*across, _behind_border, _written_behind_border, _hushed)
    for model in models or protected_models():
        for check in checks:
            yield from ((model._meta.db_table, what) for what in check(world, model))


def count(table, where="true", parameters=()):
    """How many rows one sees; none of a table one may not read at all."""
    if not is_readable(table):
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {where}', parameters)
        return cursor.fetchone()[0]


def is_readable(table):
    """Whether one may read a table at all; of nearly all of them one may, or the proof ends with an error."""
    if table not in UNREADABLE:
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
        return cursor.fetchone()[0]


def _unlocked(world, model):
    """Without a context every table is empty."""
    with entered(Context()):
        if count(model._meta.db_table):
            yield "shows rows without a context"


def _across(world, model):
    """In one organization nothing of another is there, whoever one is, and one's own rows are."""
    table, column = model._meta.db_table, organization_column(model)
    with entered(everything(world, "B", organization="A")):
        if count(table, f"{column} = %s", [world.organizations["B"].pk]):
            yield "shows rows of another organization"
    with entered(everything(world, "A")):
        if _has_row(world, model) and not count(table) and is_readable(table):
            yield "hides even one's own rows"


def _written_across(world, model):
    """No row is written into another organization, whatever it says."""
    with entered(everything(world, "A")):
        if told(model)._meta.label in WRITTEN_BY_WORKERS and not _has_row(world, model):
            return
        row = copy_of(world, model, "A-author")
        if model is not Organization:
            row.organization_id = world.organizations["B"].pk
        if _lets_in(model, row):
            yield "lets a row be written into another organization"


def _has_row(world, model):
    by_hand = model is Organization or told(model)._meta.label in MADE_BY_HAND
    return by_hand or any(kind is told(model) for kind, _rung in world.places["A-author"].rows)


def _written_nowhere(world, model):
    """A row of no organization (a mail about signing in) is written by the web alone, and read by nobody but who
    sends it."""
    if model is Organization or not model._meta.get_field("organization_id").null:
        return
    with entered(Context(person=world.places["A-author"].author.pk)), transaction.atomic():
        row = copy_of(world, model, "A-author")
        row.organization_id = None
        got_in = _lets_in(model, row)
        if got_in and count(model._meta.db_table):
            yield "shows rows of no organization"
        if got_in != _acts_as_web():
            yield "hides or lets in rows of no organization"


def _acts_as_web():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = 'app_web'")
        return cursor.fetchone()[0]


def _moved_across(world, model):
    """No row is moved into another organization."""
    if model is not told(model):
        return  # history is never changed: the catalogue's proof says so
    sql = f'UPDATE "{model._meta.db_table}" SET {organization_column(model)} = %s'  # a WHERE would read, too
    with entered(everything(world, "A")):
        if _goes_through(model, sql, [world.organizations["B"].pk]):
            yield "lets rows be moved into another organization"


def _behind_border(world, model):
    """Within the organization, one sees what one's own settings reach and nothing else."""
    border, _writes = borders().get(told(model)._meta.db_table, ("", False))
    if border == "ladder":
        found = {name: seen_on_rungs(world, model, name, teacher(world)) for name in PLACES}
        expected = {name: rungs & set(map(str, rungs_of(told(model)))) for name, rungs in TEACHER_SEES.items()}
        yield from (f"shows {sorted(found[name])} of {name}" for name in PLACES if found[name] != expected[name])
    elif border:
        for each in border.split(" or "):
            context = narrowed(world, each, border.split(" or "))
            own = [name for name in PLACES if _reached(world, each, name)]
            for name in PLACES:
                if bool(seen_on_rungs(world, model, name, context)) != (name in own):
                    yield f"{'hides' if name in own else 'shows'} rows of {name}"


def _written_behind_border(world, model):
    """Where the border holds for writing too, one writes nothing behind it."""
    border, writes = borders().get(told(model)._meta.db_table, ("", False))
    if not writes:
        return
    for each in border.split(" or "):
        far = "A-elsewhere" if each in OF_COLLABORATIVES else "A-other"
        with entered(replace(everything(world, "A"), person=world.places[far].author.pk)):
            row = copy_of(world, model, far)
        with entered(narrowed(world, each, border.split(" or "))):
            if _lets_in(model, row):
                yield "lets a row be written behind its border"


def _hushed(world, model):
    """Where a center took back its words, nobody reads them but whoever wrote them."""
    if told(model)._meta.db_table not in hushed():
        return
    if not seen_on_rungs(world, model, "A-other", everything(world, "A")):
        yield "hides words that nobody took back"
    taken_back = tuple(world.places[name].team.pk for name in ("A-own", "A-other"))
    context = replace(everything(world, "A"), hushed_teams=taken_back)
    seen = {name: bool(seen_on_rungs(world, model, name, context)) for name in ("A-author", "A-own", "A-other")}
    own = bool(_has_author(model))  # the context is that of who wrote the first place's rows
    for name, is_seen in seen.items():
        if is_seen != (own and name == "A-author"):
            yield f"{'shows' if is_seen else 'hides'} words of {name} that were taken back"


def _has_author(model):
    return any(column.column == "author_id" for column in told(model)._meta.concrete_fields)


def teacher(world):
    """What the door would tell the database of a teacher."""
    place = world.places["A-author"]
    return Context(
        organization=place.organization_id,
        person=place.author.pk,
        teams=(place.team.pk,),
        groups=(place.group.pk,),
        collaboratives=(place.collaborative.pk,),
    )


def narrowed(world, border, either=()):
    """Everything of A, but on this border only what is one's own, and nothing on those that also open the row."""
    own = world.places["A-author"]
    nothing = {other: () if other in OF_COLLABORATIVES else None for other in either if other != border}
    here = (own.team.pk,) if border in TEAM_SETTINGS else own.author.pk
    here = (own.collaborative.pk,) if border in OF_COLLABORATIVES else here
    return replace(everything(world, "A"), **nothing, **{border: here})


def _reached(world, border, name):
    own, place = world.places["A-author"], world.places[name]
    if border in OF_COLLABORATIVES:
        return place.collaborative == own.collaborative
    return place.team == own.team if border in TEAM_SETTINGS else place.author == own.author


def seen_on_rungs(world, model, name, context):
    """The rungs on which one sees a place's row of a table (or its history)."""
    rows = {str(rung): row.pk for (kind, rung), row in world.places[name].rows.items() if kind is told(model)}
    column = "id" if model is told(model) else "pgh_obj_id"
    with entered(context):
        return {rung for rung, pk in rows.items() if count(model._meta.db_table, f"{column} = %s", [pk])}


def organization_column(model):
    return "id" if model is Organization else "organization_id"


def copy_of(world, model, name):
    """A row as it stands in a place, under a new key, not saved."""
    place = world.places[name]
    row = world.organizations[name[0]] if model is Organization else place.row(told(model), Audience.ALL)
    values = {column.attname: getattr(row, column.attname) for column in told(model)._meta.concrete_fields}
    values[told(model)._meta.pk.attname] = uuid.uuid4()
    if model is not told(model):
        values |= {"pgh_id": uuid.uuid4().int >> 98, "pgh_obj_id": row.pk, "pgh_label": "insert"}
        values["pgh_created_at"] = "2026-01-01T12:00:00Z"
    fields = {column.attname for column in model._meta.concrete_fields}
    return model(**{attname: value for attname, value in values.items() if attname in fields})


def _lets_in(model, row):
    """Whether a row gets past the policies when it is written, and not read back (which would ask for more)."""
    columns = model._meta.concrete_fields
    names = ", ".join(f'"{column.column}"' for column in columns)
    values = [column.get_db_prep_save(getattr(row, column.attname), connection) for column in columns]
    places = ", ".join(["%s"] * len(values))
    return _goes_through(model, f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})', values)


def _goes_through(model, sql, values):
    """Whether a write gets past the table's own policies and rights; what else refuses it does not count."""
    table = re.escape(model._meta.db_table)
    own = rf'row-level security policy (?:"\w+" )?for table "{table}"|permission denied for table {table}\b'
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except DatabaseError as error:
        return not re.search(own, str(error))
    return True
