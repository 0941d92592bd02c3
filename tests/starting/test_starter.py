"""What the first visit to a new collaborative finds: something to read, dates, people to call, a welcome to answer."""

import datetime

import pytest

from collaborative.discussion.models import Post, ShelfItem
from collaborative.framework.rules import TemplateProblem
from collaborative.framework.templates import template_data
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.actions import houses
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import House
from portal.starting.actions import start_collaborative
from portal.starting.lived_in import is_lived_in
from portal.starting.rules import first_day_to_propose, propose_days, read_plan
from portal.starting.starter import Starter, open_with_a_welcome, read_starter
from tests import factories
from tests.tenancy.entering import enter

TODAY = datetime.date.today()
DATA = template_data("bsc-sel")
STARTER = read_starter(DATA)


@pytest.fixture
def admin(organization):
    return factories.member(Role.ORGANIZATION_ADMIN, person=factories.person(first_name="Nina", phone="555-0101"))


@pytest.fixture
def house(admin):
    days = propose_days(read_plan(DATA).sessions, first_day_to_propose(TODAY))
    names = {"name": "Calm", "short_name": "Calm"}
    made = start_collaborative(template_key="bsc-sel", session_days=days, by=admin.person, on=TODAY, **names)
    return House.objects.select_related("collaborative").get(collaborative=made)


def inside(organization, house):
    """Where posts to everybody are read, as the door of a page would let one in."""
    return entered(Context(organization=organization.pk, collaboratives=(house.collaborative_id,)))


def read_again(house):
    return House.objects.select_related("collaborative").get(pk=house.pk)


@pytest.mark.capability("C086")
def test_a_new_team_finds_something_on_its_first_visit(organization, house, admin):
    open_with_a_welcome(house, by=admin.person, on=TODAY)
    teacher = factories.member(Role.TEACHER, team=factories.team(house.collaborative))
    client, here = enter(teacher), f"/{organization.slug}/{house.collaborative.slug}/"

    shelf = client.get(here + "discussion/shelf/").content.decode()
    talk = client.get(here + "discussion/").context["lines"]
    dates = client.get(here + "schedule/").content.decode()
    whom = client.get(here + "people/").content.decode()
    ready = client.get(here).context["ready"]

    assert [item["title"] for item in STARTER.shelf if item["title"] not in shelf] == []
    assert [(line.words.title, line.words.kind) for line in talk] == [(STARTER.welcome[0], "question")]
    assert [title for title in ("Hello call for all new teams", "First call for family partners", "Learning Session 1")
            if title not in dates] == []  # fmt: skip
    assert ("Nina" in whom, "555-0101" in whom) == (True, True)
    assert ready.next.assignment.title and ready.then
    answered = client.post(f"{here}discussion/{talk[0].words.pk}/reply/", {"text": "A song at the door."})
    assert answered.status_code == 302


@pytest.mark.capability("C086")
def test_introducing_oneself_is_one_of_the_first_things(organization, house, admin):
    open_with_a_welcome(house, by=admin.person, on=TODAY)
    teacher = factories.member(Role.TEACHER, team=factories.team(house.collaborative))

    page = enter(teacher).get(f"/{organization.slug}/{house.collaborative.slug}/asked/prework/").content.decode()

    [asked] = [entry for entry in DATA["prework"] if entry["key"] == "introductions"]
    assert asked["title"] in page


def test_nothing_is_put_there_before_the_house_is_open_or_twice(organization, house, admin):
    with inside(organization, house):
        before = (Post.objects.count(), ShelfItem.objects.count())
        open_with_a_welcome(house, by=admin.person, on=TODAY)
        houses.close_house(read_again(house), by=admin.person, on=TODAY)
        open_with_a_welcome(read_again(house), by=admin.person, on=TODAY)
        after = (Post.objects.count(), ShelfItem.objects.count())

    assert (before, after) == ((0, 0), (1, len(STARTER.shelf)))


def test_what_somebody_put_there_already_stays_alone(house, admin):
    ShelfItem.objects.create(
        collaborative=house.collaborative, author=admin.person, title="Ours", link="https://e.org/"
    )

    open_with_a_welcome(house, by=admin.person, on=TODAY)

    assert list(ShelfItem.objects.values_list("title", flat=True)) == ["Ours"]


def test_a_house_with_nothing_but_its_welcome_can_still_be_put_away(organization, house, admin):
    open_with_a_welcome(house, by=admin.person, on=TODAY)
    with inside(organization, house):
        alone = is_lived_in(house.collaborative_id)
        post = Post.objects.get()
    teacher = factories.member(Role.TEACHER, team=factories.team(house.collaborative))
    enter(teacher).post(
        f"/{organization.slug}/{house.collaborative.slug}/discussion/{post.pk}/reply/", {"text": "Hello"}
    )

    with inside(organization, house):
        assert (alone, is_lived_in(house.collaborative_id)) == (False, True)


def test_a_template_without_a_starter_has_none_and_a_bad_one_is_named():
    assert read_starter({}) == Starter(None, ())
    with pytest.raises(TemplateProblem, match="starter.shelf"):
        read_starter({"starter": {"welcome": {"title": "Hello", "text": "Hello"}}})
