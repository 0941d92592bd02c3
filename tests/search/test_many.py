"""Many rows: a search reads the reader's own organization along an index, and each other table by its key."""

import uuid

import pytest
from django.db import connection

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from portal.search import finding, rules
from portal.search.kinds import Here
from tests import factories
from tests.conftest import OWNER
from tests.factories.discussion import post, reply
from tests.factories.pdsa import acting_as
from tests.proofs.opened import act_as, owner_as_web

MANY, ORGANIZATIONS = 2_000, 5

pytestmark = pytest.mark.slow


@pytest.fixture
def teacher(db):
    """A teacher of one of several organizations, in each of which much is said."""
    with owner_as_web():
        for _number in range(ORGANIZATIONS):
            with entered(Context(organization=uuid.uuid4())) as context:
                factories.organization(id=context.organization)
                member = factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))
            said = post(member, title="Song", text="We sing at the door. " * 10)
            reply(said, member)
            for model in (type(said), said.replies.model):
                copy(model, member.organization_id)
        yield member


def copy(model, organization_id):
    """The same again and again."""
    columns = [f'"{column.column}"' for column in model._meta.concrete_fields if not column.primary_key]
    act_as(OWNER)
    with entered(Context(organization=organization_id)), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} (id, {', '.join(columns)}) SELECT gen_random_uuid(),"
            f" {', '.join(columns)} FROM {model._meta.db_table}, generate_series(1, %s) AS number", [MANY],
        )  # fmt: skip
        cursor.execute(f"ANALYZE {model._meta.db_table}")
    act_as("app_web")


@pytest.mark.capability("C282")
def test_a_search_reads_no_other_organization(teacher):
    asked = []

    def note(execute, sql, values, many, context):
        asked.append((sql, values))
        return execute(sql, values, many, context)

    with acting_as(teacher) as actor:
        here = Here(actor)
        sought = finding.sought(here, rules.typed("door"))
        with connection.execute_wrapper(note):
            found = finding.find(here, sought, finding.Asked(), at=0, most=15)
        sql, values = next(one for one in asked if "sought_post" in one[0])
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (COSTS OFF) {sql}", values)
            plan = "\n".join(row[0] for row in cursor.fetchall())

    assert (found.counts["post"], len(found.page)) == (MANY + 1, 15)
    assert [line for line in plan.splitlines() if "Seq Scan on discussion_post" in line] == []
