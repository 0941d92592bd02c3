"""The first lock by itself: which rows `visible_to` and `within` give each role, where the database hides nothing.

`strays(world, models)` is empty where every queryset gives what the rights written by hand give. Asked by the tables'
owner without row-level security, so that a scope which is gone shows at once, rows of another organization included.
"""

from django.apps import apps
from django.db import connection, transaction

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import Role, Verb
from collaborative.tenancy.querysets import RowQuerySet
from tests.proofs import walking
from tests.proofs.expected_models import RESOURCE_OF_MODEL
from tests.proofs.expected_rights import TOTALS_ONLY
from tests.proofs.world import has_audience, rungs_of

PLACES = ("A-author", "A-own", "A-other", "A-elsewhere", "B-own")


def scoped_models():
    """Every table that is read through `visible_to`."""
    return [model for model in apps.get_models() if isinstance(model._default_manager.all(), RowQuerySet)]


def resource_of(model):
    return RESOURCE_OF_MODEL[model._meta.model_name]


def strays(world, models=None, roles=tuple(Role.values)):
    """Yields (table, role, verb, place, rung, given or not) where a queryset differs from what was written by hand."""
    rows = {model: rows_of(world, model) for model in models or scoped_models()}
    for role in roles:
        member = world.people["A", role]
        with entered(Context()):
            actor = enter(member.user_id, "world-a", "here")
            for model, keys in rows.items():
                for verb in Verb.values:
                    given = set(model.objects.within(actor, verb).filter(pk__in=keys).values_list("pk", flat=True))
                    for pk, places in keys.items():
                        expected = any(expects(model, role, verb, *place) for place in places)
                        if (pk in given) != expected:
                            yield (model._meta.label, str(role), str(verb), places[0], pk in given)


def rows_of(world, model):
    """{primary key: [(place, rung)]} of the world's rows of a table."""
    found = {}
    for name in PLACES:
        for rung in rungs_of(model) if has_audience(model) else ("all",):
            found.setdefault(walking.row_of(world.places[name], model, rung).pk, []).append((name, rung))
    return found


def expects(model, role, verb, place, rung):
    """Whether the rights written by hand give this role the verb on a row that stands there."""
    resource = resource_of(model)
    if resource in TOTALS_ONLY:  # the middle of many centers is for everybody who knows what is counted
        return place[0] == "A" and verb == Verb.READ and walking.may(role, verb, "metric", place, rung)
    return place[0] == "A" and walking.may(role, verb, resource, place, rung)


def has_narrower_scope(model):
    """Whether somebody reaches rows of the own team and not those of another: else widening a scope shows nothing."""
    lines = {line for line in walking.RESOURCES if line.split(".")[0] == resource_of(model)}
    own = {(line, role, verb) for line, of, role, verb in walking.RIGHTS if line in lines and of == "own"}
    return any((line, "other", role, verb) not in walking.RIGHTS for line, role, verb in own)


def shown_though_hidden(world, models=None):
    """Yields the tables of which somebody is given rows that were put away."""
    for model in models or scoped_models():
        keys = rows_of(world, model)
        with entered(Context()):
            actors = [enter(world.people["A", role].user_id, "world-a", "here") for role in Role.values]
            set_hidden(model, keys)
            if any(model.objects.visible_to(actor).filter(pk__in=keys).exists() for actor in actors):
                yield model._meta.label
            transaction.set_rollback(True)


def set_hidden(model, keys):
    with connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE "{model._meta.db_table}" SET hidden_at = now() WHERE id = ANY(%s::uuid[])',
            [[str(key) for key in keys]],
        )
