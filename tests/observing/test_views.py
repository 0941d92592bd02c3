"""Looking on from outside: a basis, a reach and a last day, written down by the organization; it ends by itself."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from metrics.models import MiddleLine
from portal.observing.models import ObserverGrant
from tests import factories
from tests.factories import home as home_making
from tests.factories import recognition as making
from tests.tenancy.entering import enter, named

TODAY = datetime.date.today()
DAY = datetime.timedelta(days=1)
TYPED = {"purpose": "The yearly report", "basis": "The teams agreed in May", "reach": "take_out",
         "agreed_on": TODAY.isoformat(), "ends_on": (TODAY + 30 * DAY).isoformat(), "version": ""}  # fmt: skip


@pytest.fixture
def here(organization, collaborative):
    return f"/{organization.slug}/{collaborative.slug}/"


@pytest.fixture
def olive(collaborative):
    return named("Olive", Role.OBSERVER, collaborative=collaborative)


@pytest.fixture
def admin(organization):
    return named("Nina", Role.ORGANIZATION_ADMIN)


def grants(organization):
    with entered(Context(organization=organization.pk)):
        return list(ObserverGrant.objects.values_list("purpose", "basis", "reach", "agreed_on", "ends_on"))


@pytest.mark.capability("C035")
def test_the_admin_writes_down_the_basis_the_reach_and_the_last_day(here, organization, admin, olive):
    answer = enter(admin).post(f"{here}observers/{olive.pk}/", TYPED)
    listed = enter(admin).get(f"{here}observers/").context["lines"]
    home = enter(olive).get(here)

    assert answer.url == f"{here}observers/"
    assert grants(organization) == [
        ("The yearly report", "The teams agreed in May", "take_out", TODAY, TODAY + 30 * DAY)
    ]
    assert [
        (membership.person.first_name, grant.purpose, grant.written_by.first_name) for membership, grant in listed
    ] == [("Olive", "The yearly report", "Nina")]
    words = home.content.decode()
    assert "What for: The yearly report" in words
    assert "Agreed: The teams agreed in May" in words
    with entered(Context(organization=organization.pk)):
        assert Membership.objects.get(pk=olive.pk).ends_on == TODAY + 30 * DAY


@pytest.mark.capability("C035")
def test_totals_stay_shut_until_somebody_has_written_down_why(here, olive, collaborative):
    home_making.metric(collaborative, "Two-way talks")

    before = enter(olive).get(here)
    making.grant(olive)
    after = enter(olive).get(here)

    assert (before.context["middles"], [one.metric.name for one in after.context["middles"]]) == ([], ["Two-way talks"])
    assert (
        "Totals open to you as soon as the organization has written down what they are for" in before.content.decode()
    )


@pytest.mark.capability("C035")
def test_the_day_after_the_last_one_nothing_opens_any_more(here, olive):
    making.grant(olive, ends_on=TODAY + 3 * DAY)
    client = enter(olive)

    answers = []
    for days in (3, 4):
        with time_machine.travel(datetime.datetime.combine(TODAY + days * DAY, datetime.time(17)), tick=False):
            answers.append([client.get(here + path).status_code for path in ("", "framework/", "observers/totals/")])

    assert answers == [[200, 200, 302], [404, 404, 404]]


@pytest.mark.capability("C035")
def test_totals_go_out_as_a_file_only_where_that_was_agreed_and_name_no_center(here, olive, collaborative, admin, team):
    making.grant(olive)
    client = enter(olive)
    refused = client.get(here + "observers/totals/")
    enter(admin).post(f"{here}observers/{olive.pk}/", {**TYPED, "version": 1})

    taken = client.get(here + "observers/totals/")

    assert (refused.status_code, refused.url) == (302, here)
    assert (taken.status_code, taken["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert taken.content.decode().lstrip("\ufeff").splitlines()[0] == "Number,Period begins,Middle of all centers"
    assert team.center.name not in taken.content.decode()


@pytest.mark.capability("C035")
def test_an_observer_only_reads(here, olive, team):
    making.grant(olive)
    client = enter(olive)

    read = ("", "framework/", "schedule/", "discussion/shelf/", "pdsa/", "metrics/", "people/", "discussion/", "asked/")
    write = ("pdsa/start/", "discussion/write/", "metrics/enter/", "schedule/lines/add/", f"observers/{olive.pk}/")
    pages = {path: client.get(here + path).status_code for path in read}
    writes = [client.post(here + path, {}).status_code for path in write]

    assert pages == {"": 200, "framework/": 200, "schedule/": 200, "discussion/shelf/": 200, "pdsa/": 403,
                     "metrics/": 403, "people/": 403, "discussion/": 403, "asked/": 403}  # fmt: skip
    assert writes == [403] * 5


def test_nobody_but_the_admin_writes_it(here, organization, collaborative, olive, team):
    members = [factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative),
               factories.member(Role.FACULTY_COACH, collaborative=collaborative),
               factories.member(Role.TEAM_LEADER, team=team), olive]  # fmt: skip

    tried = [enter(member).post(f"{here}observers/{olive.pk}/", TYPED).status_code for member in members]

    assert (tried, grants(organization)) == ([403] * 4, [])


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ({"basis": ""}, "basis"),
        ({"purpose": ""}, "purpose"),
        ({"reach": "everything"}, "reach"),
        ({"agreed_on": (TODAY + DAY).isoformat()}, "agreed_on"),
        ({"ends_on": (TODAY - DAY).isoformat()}, "ends_on"),
        ({"ends_on": "never"}, "ends_on"),
    ],
)
def test_what_is_still_to_be_said_is_asked_for(here, organization, admin, olive, typed, asked):
    answer = enter(admin).post(f"{here}observers/{olive.pk}/", {**TYPED, **typed})

    assert (answer.status_code, list(answer.context["form"].errors), grants(organization)) == (200, [asked], [])


def test_of_two_who_write_the_second_sees_both(here, organization, admin, olive):
    making.grant(olive)
    client = enter(admin)
    client.post(f"{here}observers/{olive.pk}/", {**TYPED, "version": 1})

    answer = client.post(f"{here}observers/{olive.pk}/", {**TYPED, "purpose": "Mine", "version": 1})

    assert (answer.status_code, grants(organization)[0][0]) == (409, "The yearly report")
    assert "The yearly report" in answer.content.decode()


def test_only_for_who_looks_on(here, admin, team):
    teacher = factories.member(Role.TEACHER, team=team)

    assert enter(admin).get(f"{here}observers/{teacher.pk}/").url == f"{here}observers/"


def test_the_database_keeps_no_grant_without_a_basis_or_with_days_in_disorder(collaborative, olive, admin):
    words = {"purpose": "A", "basis": "B", "agreed_on": TODAY, "ends_on": TODAY}
    place = {"collaborative": collaborative, "membership": olive, "person": olive.person, "written_by": admin.person}

    for wrong in ({"basis": ""}, {"purpose": ""}, {"ends_on": TODAY - DAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ObserverGrant.objects.create(**place, **{**words, **wrong})
    ObserverGrant.objects.create(**place, **words)
    with pytest.raises(IntegrityError), transaction.atomic():
        ObserverGrant.objects.create(**place, **words)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_reads_the_same_for_one_and_three(here, collaborative, admin, django_assert_num_queries, rows):
    for _number in range(rows):
        making.grant(factories.member(Role.OBSERVER, collaborative=collaborative))
    client = enter(admin)
    client.get(f"{here}observers/")

    with django_assert_num_queries(10):  # door and frame 8; who looks on, what is written down
        page = client.get(f"{here}observers/")

    assert len(page.context["lines"]) == rows


def test_a_total_needs_many_centers(organization, collaborative):
    assert MiddleLine._meta.constraints  # of fewer there is no row, so that no file holds one
