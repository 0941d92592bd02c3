import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from collaborative.framework.models import CollaborativeChangeFramework, PrimaryDriver, SecondaryDriver, StarterIdea
from collaborative.schedule.actions import move_date
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.actions.organizations import SlugTaken
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Collaborative, Membership
from metrics.models import Metric, MetricDriver
from portal.starting import rules
from portal.starting.actions import start_collaborative
from tests import factories

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 24)
DAYS = [DAY(2027, 3, 2), DAY(2027, 6, 29), DAY(2027, 10, 5), DAY(2028, 2, 1)]


def start(**values):
    return start_collaborative(
        **{
            "template_key": "bsc-sel",
            "name": "Feelings First",
            "short_name": "Feelings First",
            "session_days": DAYS,
            "by": None,
            "on": TODAY,
            **values,
        }
    )


@pytest.mark.capability("C104")
def test_starting_fills_every_room(organization):
    made = start()

    assert (made.slug, made.starts_on, made.ends_on, made.template_key, made.content_model) == (
        "feelings-first", DAY(2026, 12, 2), DAY(2028, 5, 1), "bsc-sel", "Pyramid Model",
    )  # fmt: skip
    framework = CollaborativeChangeFramework.objects.get(collaborative=made)
    assert (framework.published_on, framework.origin) == (
        TODAY, "Breakthrough Series Collaborative on Social and Emotional Learning",
    )  # fmt: skip
    assert PrimaryDriver.objects.filter(framework=framework).count() == 5
    assert SecondaryDriver.objects.filter(primary__framework=framework).count() == 30
    assert StarterIdea.objects.filter(driver__framework=framework).count() == 25
    sessions = LearningSession.objects.filter(collaborative=made).in_order()
    assert [(row.number, row.starts_on, row.title) for row in sessions] == [
        (1, DAYS[0], "It starts with relationships"),
        (2, DAYS[1], "Small steps, shared"),
        (3, DAYS[2], "Bringing others along"),
        (4, DAYS[3], "Making it last"),
    ]
    periods = ActionPeriod.objects.filter(collaborative=made).in_order()
    assert [(row.number, row.starts_on, row.ends_on) for row in periods] == [
        (0, DAY(2026, 12, 2), DAY(2027, 3, 1)),
        (1, DAY(2027, 3, 2), DAY(2027, 6, 28)),
        (2, DAY(2027, 6, 29), DAY(2027, 10, 4)),
        (3, DAY(2027, 10, 5), DAY(2028, 1, 31)),
        (4, DAY(2028, 2, 1), DAY(2028, 5, 1)),
    ]
    assert AffinityGroup.objects.filter(collaborative=made).count() == 4
    assert list(Metric.objects.filter(collaborative=made).order_by("position").values_list("key", flat=True)) == [
        "two-way-communication", "challenging-behaviors", "staff-week", "family-sees-itself",
    ]  # fmt: skip
    speaks = MetricDriver.objects.filter(metric__key="two-way-communication").order_by("secondary__code")
    assert list(speaks.values_list("driver__code", "secondary__code")) == [("D3", "D3.1"), ("D3", "D3.3")]


def test_the_templates_lines_land_on_working_days_off_holidays_and_hang_on_their_sessions(organization):
    made = start()

    lines = PlannedDate.objects.filter(collaborative=made, kind="line").order_by("on", "pk")
    assert [(row.on.strftime("%a %d %b %y"), row.title) for row in lines] == [
        ("Fri 11 Dec 26", "Hello call for all new teams"),
        ("Fri 08 Jan 27", "First call for senior leaders"),
        ("Fri 08 Jan 27", "First call for family partners"),
        ("Fri 08 Jan 27", "First call for team leaders"),
        ("Mon 25 Jan 27", "Second call for senior leaders"),
        ("Mon 01 Feb 27", "Pre-work day"),
        ("Tue 02 Feb 27", "First counts begin"),
        ("Fri 26 Mar 27", "First call of all teams after Learning Session 1"),
        ("Tue 15 Jun 27", "Look at your scores again together"),
        ("Tue 18 Jan 28", "Bring your story to the last session"),
    ]
    assert not lines.filter(anchor=None).exists()


def test_when_a_session_moves_its_periods_and_lines_move_along(organization):
    made = start()
    second = LearningSession.objects.in_order().get(collaborative=made, number=2)

    move_date(second.starts, to=DAY(2027, 7, 6), by=None)

    periods = {row.number: row for row in ActionPeriod.objects.filter(collaborative=made).in_order()}
    assert (periods[1].ends_on, periods[2].starts_on) == (DAY(2027, 7, 5), DAY(2027, 7, 6))
    assert PlannedDate.objects.get(title="Look at your scores again together").on == DAY(2027, 6, 22)


def test_whoever_starts_it_is_on_its_project_team(organization):
    person = factories.member(Role.ORGANIZATION_ADMIN).person

    made = start(by=person)

    joined = Membership.objects.get(collaborative=made)
    assert (joined.person_id, joined.role, joined.responsibilities, joined.collaborative_slug) == (
        person.pk, "implementation_team", ["project_manager"], "feelings-first",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"session_days": DAYS[::-1]}, rules.DaysOutOfOrder),
        ({"session_days": DAYS[:3]}, ValueError),
        ({"slug": "taken"}, SlugTaken),
    ],
)
def test_what_cannot_be_started_leaves_nothing_behind(organization, values, error):
    factories.collaborative(slug="taken")

    with pytest.raises(error):
        start(**values)

    assert Collaborative.objects.count() == 1
    assert not CollaborativeChangeFramework.objects.exists()
    assert not PlannedDate.objects.exists()


@pytest.mark.capability("C104")
def test_command_starts_one_for_an_organization(organization):
    said = StringIO()

    call_command(
        "collaborative", "create", "--organization", organization.slug, "--template", "bsc-sel",
        "--name", "Feelings First", "--starts", "2026-12-01", stdout=said,
    )  # fmt: skip

    made = Collaborative.objects.get()
    assert said.getvalue() == f"Started Feelings First at /{organization.slug}/bsc-sel/\n"
    assert LearningSession.objects.in_order().get(collaborative=made, number=1).starts_on == DAY(2027, 3, 1)
    assert made.starts_on == DAY(2026, 12, 1)


def test_command_with_the_first_session_and_a_person(organization):
    person = factories.member(Role.ORGANIZATION_ADMIN).person

    call_command(
        "collaborative", "create", "--organization", organization.slug, "--template", "bsc-sel", "--name", "F",
        "--short-name", "Our Year", "--first-session", "2027-03-02", "--by", person.email.upper(), stdout=StringIO(),
    )  # fmt: skip

    made = Collaborative.objects.get()
    assert made.slug == "our-year"
    assert [row.starts_on for row in LearningSession.objects.filter(collaborative=made).in_order()] == DAYS
    assert Membership.objects.get(collaborative=made).person_id == person.pk


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"--organization": "nobody"}, "There is no organization 'nobody'."),
        ({"--template": "nothing"}, "There is no template 'nothing'. There is: bsc-sel."),
        ({"--by": "who@example.org"}, "Nobody in this organization has the address who@example.org."),
    ],
)
def test_command_says_what_is_wrong(organization, change, sentence):
    asked = {
        "--organization": organization.slug, "--template": "bsc-sel", "--name": "F", "--starts": "2026-12-01", **change,
    }  # fmt: skip

    with pytest.raises(CommandError, match=sentence.replace(".", r"\.")):
        call_command("collaborative", "create", *[part for pair in asked.items() for part in pair])


def test_command_says_when_the_short_name_is_taken(organization):
    factories.collaborative(slug="bsc-sel")

    with pytest.raises(CommandError, match="give --short-name"):
        call_command(
            "collaborative", "create", "--organization", organization.slug, "--template", "bsc-sel", "--name", "F",
            "--starts", "2026-12-01",
        )  # fmt: skip
