"""Looking at a house as a role: that role's rights, nothing written, nobody's private words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborative.discussion.models import Post
from collaborative.isolation.context import Context, current, entered
from collaborative.outbox.models import Notice
from collaborative.tenancy import grants, previewing
from collaborative.tenancy.actors import can
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Center, CoachAssignment, Membership, Person, Team
from tests import factories
from tests.factories import houses as made

pytestmark = pytest.mark.django_db
ROWS = (Person, Membership, Team, Center, CoachAssignment)


@pytest.fixture
def admin(organization):
    return made.admin()


@pytest.fixture
def house(admin):
    return made.started(by=admin)


@pytest.fixture
def here(organization, house):
    return f"/{organization.slug}/{house.collaborative.slug}/"


@pytest.fixture
def looking(client, admin, here):
    """`looking(role)`: the admin looks at the house as that role."""

    def beginning(role, language="en"):
        client.force_login(admin.user)
        answer = client.post(here + "house/preview/", {"role": role, "language": language})
        assert answer["Location"] == here
        return client

    return beginning


def kept():
    return [model.objects.count() for model in ROWS]


@pytest.mark.parametrize("role", previewing.ROLES)
def test_every_role_finds_its_home_and_nothing_stays_behind(looking, here, role):
    before = kept()
    client = looking(role)

    page = client.get(here)

    assert page.status_code == 200
    assert b"Nobody is invited yet" in page.content
    assert page.wsgi_request.actor.roles == (role,)
    assert kept() == before


@pytest.mark.parametrize("role", previewing.ROLES)
def test_a_preview_writes_nothing(looking, here, role, django_capture_on_commit_callbacks):
    client = looking(role)
    before = kept()

    with CaptureQueriesContext(connection) as asked, django_capture_on_commit_callbacks() as waiting:
        answers = [
            client.post(
                here + path, {"text": "words", "what": "words", "first_name": "Ana", "email": "ana@example.org"}
            )
            for path in ("pdsa/start/", "discussion/write/", "people/me/", "people/invite/", "metrics/enter/")
        ]

    assert {answer.status_code for answer in answers} <= {403, 404}
    assert waiting == []
    assert kept() == before
    assert not Post.objects.exists()
    assert not Notice.objects.exists()
    assert not [query for query in asked if query["sql"].startswith(('INSERT INTO "outbox', 'INSERT INTO "disc'))]


def test_a_post_that_a_role_may_make_is_refused_with_a_kind_page(looking, here):
    answer = looking(Role.TEACHER).post(here + "people/me/", {"first_name": "Ana"})

    assert (answer.status_code, b"Here this would be saved" in answer.content) == (403, True)


@pytest.mark.parametrize("role", previewing.ROLES)
def test_a_preview_has_the_rights_of_its_role_and_never_more(admin, house, organization, role):
    member = factories.member(
        role,
        collaborative=house.collaborative,
        team=factories.team(house.collaborative) if role not in (Role.FACULTY_COACH, Role.OBSERVER) else None,
    )
    with entered(Context()):
        real = enter(admin.user_id, organization.slug, house.collaborative.slug)
        with previewing.seen_as(real, role=role, language="en") as seen:
            rights = {line: can(seen, *line) for line in _lines()}
    as_member = {line: _may(member.role, *line) for line in _lines()}

    assert rights == as_member


RESOURCES = ("post.team", "try", "house", "number", "invitation", "framework", "contact", "friendly_call")


def _lines():
    return [(verb, resource) for verb in ("read", "write", "share", "export") for resource in RESOURCES]


def _may(role, verb, resource):
    return any(grants.scope_of(line, verb, role) != "none" for line in grants.lines_of(resource))


@pytest.mark.parametrize("role", previewing.ROLES)
@pytest.mark.parametrize("audience", ["faculty", "group"])
def test_nobodys_private_words_are_read_in_a_preview(admin, house, organization, role, audience):
    colleague = made.colleague(house)
    group = house.collaborative.affinity_groups.get(role=Role.FAMILY_PARTNER)
    group.co_lead = colleague
    group.save()
    with entered(Context(organization=organization.pk, person=colleague.pk, groups=(group.pk,),
                         faculty=(house.collaborative_id,))):  # fmt: skip
        Post.objects.create(
            collaborative=house.collaborative, author=colleague, audience=audience, text="Between us.",
            group=group if audience == "group" else None,
        )  # fmt: skip
    with entered(Context()):
        real = enter(admin.user_id, organization.slug, house.collaborative.slug)
        with previewing.seen_as(real, role=role, language="en"):
            assert not Post.objects.exists()
            context = current()
            assert (context.teams, context.staff_teams, context.groups, context.number_teams, context.faculty) == (
                (), (), (), (), (),
            )  # fmt: skip


def test_links_of_a_preview_lead_from_page_to_page(looking, here):
    client = looking(Role.TEAM_LEADER)
    team = client.get(here).wsgi_request.actor.team_id

    page = client.get(f"{here}teams/{team}/")

    assert (page.status_code, page.wsgi_request.actor.team_id) == (200, team)


def test_a_preview_is_at_a_center_of_the_house_where_there_is_one(looking, here, house):
    team = factories.team(house.collaborative, center=factories.center(name="Blue Door"))

    page = looking(Role.TEACHER).get(here)

    assert page.wsgi_request.actor.team_id == team.pk
    assert b"Preview as: Teacher, Blue Door." in page.content


def test_a_preview_speaks_the_language_one_asked_for(looking, here):
    page = looking(Role.FAMILY_PARTNER, language="es").get(here)

    assert page.headers["Content-Language"] == "es"


def test_looking_ends_when_one_says_so_and_when_the_house_is_open(looking, here, house):
    client = looking(Role.TEACHER)

    client.post(here + "house/preview/end/")

    assert client.get(here + "people/").wsgi_request.actor.preview is None

    client = looking(Role.TEACHER)
    house.collaborative.state = "preparing"
    house.collaborative.save(update_fields=["state"])

    assert client.get(here + "people/").wsgi_request.actor.preview is None


@pytest.mark.parametrize("role", [Role.TEACHER, Role.FACULTY_COACH, Role.OBSERVER])
def test_nobody_else_looks_as_somebody(client, house, here, role):
    team = factories.team(house.collaborative)
    member = factories.member(role, team=team if role == Role.TEACHER else None, collaborative=house.collaborative)
    house.collaborative.state = "preparing"
    house.collaborative.save(update_fields=["state"])
    client.force_login(member.person.user)

    assert client.post(here + "house/preview/", {"role": "senior_leader"}).status_code == 403


@pytest.mark.parametrize("role", ["implementation_team", "organization_admin", "applicant", "nobody", ""])
def test_other_roles_are_not_looked_through(client, admin, here, role):
    client.force_login(admin.user)

    assert client.post(here + "house/preview/", {"role": role})["Location"] == here + "house/"
