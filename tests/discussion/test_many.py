"""Twenty thousand posts of many teams: a page of the list is read along an index, under the row policies."""

import re
import uuid

import pytest
from django.db import connection

from collaborative.discussion.models import Post
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.conftest import OWNER
from tests.factories.discussion import post
from tests.factories.pdsa import acting_as
from tests.proofs.opened import act_as, owner_as_web

MANY, TEAMS = 20_000, 20
BUFFERS = 400  # pages of 8 kB a list may touch; without an index it is above two thousand

pytestmark = pytest.mark.slow


@pytest.fixture
def crowd(db):
    """A teacher of one of many teams, and what all of them have said."""
    with owner_as_web():
        with entered(Context(organization=uuid.uuid4())) as context:
            factories.organization(id=context.organization)
            here = factories.collaborative()
            members = [factories.member(Role.TEACHER, team=factories.team(here)) for _team in range(TEAMS)]
        for member in members:
            post(member, text="We sing at the door. " * 10)
        act_as(OWNER)
        with entered(Context(organization=members[0].organization_id)), connection.cursor() as cursor:
            columns = ", ".join(f'"{column.column}"' for column in Post._meta.concrete_fields)
            cursor.execute(
                f"INSERT INTO discussion_post ({columns}) SELECT {columns} FROM ("
                "SELECT (jsonb_populate_record(p, jsonb_build_object("
                "'id', gen_random_uuid(), 'active_at', now() - number * interval '9 minutes',"
                "'kind', (ARRAY['words','question','celebration'])[1 + number %% 3],"
                "'audience', (ARRAY['all','all','team'])[1 + number %% 3]))).*"
                " FROM discussion_post p, generate_series(1, %s) number) AS said",
                [MANY // TEAMS],
            )
            cursor.execute("ANALYZE discussion_post")
        act_as("app_web")
        yield members


def buffers_of(posts):
    """How many pages of the database the first page of a list touches."""
    sql, values = posts.for_page().with_group().newest_first()[:16].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) {sql}", values)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    return sum(map(int, re.findall(r"Buffers: shared (?:hit=(\d+))", plan.split("InitPlan")[0])))


@pytest.mark.capability("C277")
def test_a_page_of_the_list_reads_little_however_much_was_said(crowd):
    with acting_as(crowd[3]) as actor:
        here = Post.objects.here(actor)
        assert here.count() > MANY // 2
        touched = {
            "all": buffers_of(here.put(actor.today)),
            "questions": buffers_of(here.filter(kind="question")),
            "mine": buffers_of(here.filter(author_id=actor.person_id)),
            "of my team": buffers_of(here.filter(audience="team", team_id__in=actor.own_team_ids)),
        }

    assert {name: pages for name, pages in touched.items() if pages > BUFFERS} == {}
