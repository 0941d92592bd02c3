from django.db import connection

from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.isolation.models import new_id
from collaborative.tenancy.entering import enter
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Team
from tests import factories


def setting(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [f"app.{name}"])
        return cursor.fetchone()[0]


def test_enter_gives_a_teacher_her_team_and_tells_the_database(organization, collaborative, team):
    teacher = factories.member(Role.TEACHER, team=team)

    with entered(Context()):
        actor = enter(teacher.user_id, organization.slug, collaborative.slug)

        assert actor.person_id == teacher.person_id
        assert actor.roles == (Role.TEACHER,)
        assert actor.own_team_ids == (team.pk,)
        assert setting("teams") == f"{{{team.pk}}}"
        assert setting("staff_teams") == "{}"
        assert setting("collaboratives") == f"{{{collaborative.pk}}}"
        assert Team.objects.visible_to(actor).get() == team


def test_enter_gives_nobody_to_a_stranger(organization, collaborative, team):
    stranger = factories.login_of(factories.person())

    with entered(Context()):
        assert enter(stranger.pk, organization.slug, collaborative.slug) is None
        assert Team.objects.count() == 0


def test_a_team_of_another_organization_is_no_row_at_all(organization, team):
    with tenant_context(new_id()):
        assert Team.objects.count() == 0
    assert Team.objects.count() == 1
