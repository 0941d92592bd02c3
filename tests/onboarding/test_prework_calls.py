"""Calls before the first session: planned for each role, and what was said kept with the day and who was there."""

import datetime

import pytest

from collaborative.discussion.models import Post
from collaborative.framework.templates import template_data
from collaborative.isolation.context import Context, entered
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Role
from portal.starting.rules import read_plan
from tests import factories
from tests.factories import schedule
from tests.tenancy.entering import enter

TODAY = datetime.date.today()
YESTERDAY = TODAY - datetime.timedelta(days=1)
SAID = {"title": "The hello call", "text": "Everybody said a name. Two teams asked about cover.", "audience": "all",
        "kind": "themes", "who": "Mill Pond and Riverbend; Lynn"}  # fmt: skip


@pytest.fixture
def call(collaborative):
    return schedule.planned_date(collaborative, title="Hello call for all new teams", on=YESTERDAY)


@pytest.fixture
def here(organization, collaborative):
    return f"/{organization.slug}/{collaborative.slug}/"


@pytest.mark.capability("C084")
def test_a_template_plans_the_calls_of_all_teams_senior_leaders_team_leaders_and_family_partners():
    plan = read_plan(template_data("bsc-sel"))

    assert [(line.title, line.offset_days) for line in plan.lines if "call" in line.title and line.offset_days < 0] == [
        ("Hello call for all new teams", -80),
        ("First call for senior leaders", -66),
        ("First call for family partners", -59),
        ("First call for team leaders", -52),
        ("Second call for senior leaders", -36),
    ]


@pytest.mark.capability("C084")
def test_what_was_said_on_a_call_is_kept_with_its_day_and_who_was_there(here, organization, collaborative, team, call):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    teacher = factories.member(Role.TEACHER, team=team)
    offered = enter(manager).get(here + "schedule/").content.decode()

    enter(manager).post(here + "discussion/write/", {**SAID, "planned_date": str(call.pk)})
    record = enter(teacher).get(f"{here}discussion/?date={call.pk}")

    assert f'{here}discussion/write/?date={call.pk}&amp;kind=themes"' in offered
    with entered(Context(organization=organization.pk, collaboratives=(collaborative.pk,))):
        kept = Post.objects.get()
        assert (kept.kind, kept.who, kept.planned_date.on) == ("themes", SAID["who"], YESTERDAY)
    [line] = record.context["lines"]
    assert line.words.pk == kept.pk
    page = record.content.decode()
    assert "<strong>Who was there:</strong> Mill Pond and Riverbend; Lynn" in page
    assert "What we heard on a call" in page


@pytest.mark.capability("C084")
def test_teams_read_what_was_said_and_the_project_team_and_coaches_write_it(here, collaborative, team, call):
    people = {role: factories.member(role, collaborative=collaborative) for role in
              (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)}  # fmt: skip
    people[Role.FAMILY_PARTNER] = factories.member(Role.FAMILY_PARTNER, team=team)

    pages = {role: enter(member).get(here + "schedule/").content.decode() for role, member in people.items()}

    assert [f"discussion/?date={call.pk}" in page for page in pages.values()] == [True, True, True]
    assert ["kind=themes" in page for page in pages.values()] == [True, True, False]
    assert PlannedDate.objects.count() == 1
