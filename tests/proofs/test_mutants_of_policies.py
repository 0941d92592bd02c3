"""The proof has teeth: every border of the database, opened by hand, makes it report a leak of that table."""

import contextlib
import re
from dataclasses import dataclass

import pytest
from django.db import IntegrityError, transaction

from collaborative.isolation.context import entered
from collaborative.tenancy.enums import Audience
from tests.conftest import WEB
from tests.proofs.borders import leaks, protected_models, told
from tests.proofs.expected_borders import borders, hushed
from tests.proofs.opened import opened, rows
from tests.proofs.world import fill, has_audience, organization_models, rungs_of

WORKER = "app_worker"

POLICIES = (
    "SELECT tablename, policyname, permissive, roles::text, qual, with_check"
    " FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname"
)
# How PostgreSQL writes a policy's comparison with a setting back: one id, a text, or a list of ids.
COMPARISONS = (
    """= ( SELECT (NULLIF(current_setting('app.{}'::text, true), ''::text))::uuid AS "nullif")""",
    """= ( SELECT NULLIF(current_setting('app.{}'::text, true), ''::text) AS "nullif")""",
    """= ANY (( SELECT (COALESCE(NULLIF(current_setting('app.{}'::text, true), ''::text), '{{}}'::text))::uuid[]"""
    """ AS "coalesce")::uuid[])""",
)


@dataclass(frozen=True)
class Mutant:
    """One border opened: `statement` does it, and the proof has to say that `table` leaks."""

    table: str
    what: str
    statement: str


def mutants():
    """Each policy dropped, opened to everybody, each of its comparisons and its check on writing left out."""
    for table, name, permissive, roles, reads, writes in rows(POLICIES):
        on = f'"{name}" ON "{table}"'
        yield Mutant(table, f"{name} dropped", f"DROP POLICY {on}")
        if permissive == "PERMISSIVE" and roles != "{public}":
            yield Mutant(table, f"{name} for everybody", f"ALTER POLICY {on} TO PUBLIC")
        for setting, loosened in without_each_comparison(reads):
            yield Mutant(table, f"{name} without {setting}", f"ALTER POLICY {on} USING ({loosened})")
        if writes and writes != "true":
            yield Mutant(table, f"{name} without its check", f"ALTER POLICY {on} WITH CHECK (true)")
    for (table,) in rows("SELECT relname FROM pg_class WHERE relforcerowsecurity AND relkind = 'r'"):
        yield Mutant(table, "no row-level security", f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')


def without_each_comparison(condition):
    """(setting, the condition that holds whatever this setting says), for each setting it compares with."""
    settings = sorted(set(re.findall(r"'app\.(\w+)'", condition or "")))
    for setting in settings:
        loosened = condition
        for comparison in COMPARISONS:
            loosened = loosened.replace(comparison.format(setting), "IS NOT NULL")
        assert f"'app.{setting}'" not in loosened, f"a comparison with {setting} is written in another way: {condition}"
        yield setting, loosened


# Dropped, these hide more and show nothing: nobody could enter, or no mail would leave, which other tests notice.
ONLY_HIDE = {
    ("outbox_message", "sender dropped"),
    ("outbox_notice", "sender dropped"),
    ("tenancy_organization", "worker_lists dropped"),
    ("tenancy_organization", "also_read dropped"),
    ("tenancy_membership", "also_read dropped"),
    ("tenancy_person", "also_read dropped"),
}
RUNG_OF_SETTING = {"groups": Audience.GROUP, "faculty": Audience.FACULTY}


def is_dead(mutant, model):
    """Whether the clause left out is about a rung on which no row of the table can stand (a constraint sees to it)."""
    rung = RUNG_OF_SETTING.get(mutant.what.rpartition(" ")[2])
    return rung is not None and has_audience(model) and rung not in rungs_of(told(model))


@pytest.mark.slow
@pytest.mark.capability("C001", "C375")
def test_every_border_of_the_database_opened_is_a_leak_of_its_table(open_world):
    models = {model._meta.db_table: model for model in protected_models()}
    found = [mutant for mutant in mutants() if not is_dead(mutant, models[mutant.table])]

    known = {role: seen_as(open_world, role) for role in (WEB, WORKER)}

    survivors = {
        (mutant.table, mutant.what)
        for mutant in found
        if not any(noticed(open_world, mutant, models[mutant.table], role, known[role]) for role in known)
    }

    assert known[WEB] == set()
    assert beyond_its_organization(known[WORKER]) == {
        ("tenancy_organization", "shows rows without a context"),
        ("tenancy_organization", "shows rows of another organization"),
    }
    assert len(found) > 4 * len(models)
    assert survivors == ONLY_HIDE


def beyond_its_organization(found):
    """The leaks that are not about the borders inside one organization, which do not hold the worker."""
    return {(table, what) for table, what in found if table not in every_border() or " B-" in what or "another" in what}


def every_border():
    """The tables with a border of their own, and their histories."""
    tables = borders().keys() | hushed()
    return {model._meta.db_table for model in protected_models() if told(model)._meta.db_table in tables}


def seen_as(world, role):
    """What the proof says of the borders as they are: nothing for the web; the worker sees all of an organization."""
    with opened(role=role):
        return set(leaks(world))


def noticed(world, mutant, model, role, known):
    """Whether the proof now reports a leak of this table that it did not report before."""
    with opened(mutant.statement, role=role):
        return any(leak not in known for leak in leaks(world, [model]))


def test_every_border_within_an_organization_is_written_by_hand(open_world):
    restricted = rows("SELECT DISTINCT tablename FROM pg_policies WHERE permissive = 'RESTRICTIVE'")

    assert {table for (table,) in restricted} == every_border()


def test_a_clause_is_dead_only_where_no_row_can_stand_on_its_rung(open_world):
    place = open_world.places["A-own"]
    stood = set()
    for model in [model for model in organization_models() if has_audience(model)]:
        for rung in set(RUNG_OF_SETTING.values()) - set(rungs_of(model)):
            with entered(place.context()), contextlib.suppress(IntegrityError), transaction.atomic():
                fill(model, place, rung)
                stood.add((model._meta.label, str(rung)))

    assert stood == set()
