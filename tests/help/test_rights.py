import pytest

from collaborative.tenancy import grants
from collaborative.tenancy.enums import Role
from portal.help.rights import rights_of
from portal.help.words import GROUPS
from tests import factories


def test_every_resource_of_the_table_has_a_name_and_stands_once():
    named = [resource for _heading, resources in GROUPS for resource in resources]

    assert sorted(named) == sorted(grants.RESOURCES)


def test_the_page_says_what_the_table_says_for_a_teacher_and_an_observer():
    numbers = dict(rights_of(Role.TEACHER))["Our numbers"]
    observer = dict(rights_of(Role.OBSERVER))

    assert [(right.name, right.reaches) for right in numbers] == [
        ("What is counted, and how", (("read", "everything in the collaborative"),)),
        ("A center's numbers, by name", (("read, answer, write", "one's own team or center"),)),
        ("The middle line of all centers", (("read", "totals of many centers only"),)),
        ("A center's monthly report", (("read", "one's own team or center"),)),
    ]
    assert "What we're trying" not in observer


@pytest.mark.capability("C375")
@pytest.mark.parametrize("role", Role.values)
def test_the_rights_page_opens_for_each_role_without_script(client, organization, collaborative, team, role):
    teacher = factories.member(Role.TEACHER, team=team)
    client.force_login(teacher.person.user)

    page = client.get(f"/{organization.slug}/{collaborative.slug}/help/rights/?role={role}")

    assert page.status_code == 200
    assert f'<h2 id="rights">{Role(role).label}</h2>' in page.content.decode()


def test_help_opens_for_an_observer(client, organization, collaborative):
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)
    client.force_login(observer.person.user)

    assert client.get(f"/{organization.slug}/{collaborative.slug}/help/").status_code == 200
