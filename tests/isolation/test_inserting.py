"""What may be there already is added without an error: a refused statement would lie in the database's log."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborative.drafts.actions import keep_draft
from collaborative.drafts.models import Draft
from collaborative.isolation.inserting import add_unless_there
from collaborative.outbox.actions import write_message
from collaborative.tenancy.enums import Role
from portal.reports.actions import ask_for_report
from tests import factories
from tests.factories.pdsa import TODAY, acting_as


@pytest.fixture
def leader(team):
    return factories.member(Role.TEAM_LEADER, team=team)


def test_a_row_is_added_once_and_the_first_one_stays(leader):
    thing_id = uuid.uuid4()
    with acting_as(leader):
        first, second = (
            Draft(author_id=leader.person_id, form="try", thing_id=thing_id, words={"what": what}) for what in "ab"
        )

        assert (add_unless_there(first), add_unless_there(second)) == (True, False)
        assert [(row.pk, row.words) for row in Draft.objects.all()] == [(first.pk, {"what": "a"})]
        first.words = {"what": "c"}
        first.save()
        assert Draft.objects.get().words == {"what": "c"}


def said_twice(action):
    """Do it twice; the statements of the second time that were refused."""
    action()
    with CaptureQueriesContext(connection) as captured:
        action()
    return [query["sql"] for query in captured if query["sql"].startswith("ROLLBACK")]


def test_what_is_asked_for_twice_is_refused_by_no_rule(leader, organization):
    thing_id = uuid.uuid4()
    with acting_as(leader):
        actions = [
            lambda: write_message(to="rosa@example.org", subject="Hello", body="Hi Rosa.", slot="one"),
            lambda: write_message(to="r@example.org", subject="Code", body="1", slot="one", organization_id=None),
            lambda: keep_draft(form="try", thing_id=thing_id, words={"what": "a"}, by=leader.person_id),
            lambda: ask_for_report(
                team=leader.team, month=TODAY.replace(day=1), language="en", by=leader.person, on=TODAY
            ),
        ]

        assert [said_twice(action) for action in actions] == [[]] * len(actions)
