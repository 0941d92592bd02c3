"""Pages above the collaboratives, agreements, pauses and double taps."""

import pytest
from django.utils import translation

from collaborative.isolation.context import Context, entered
from collaborative.tenancy import spoken
from collaborative.tenancy.enums import Role
from collaborative.tenancy.forms import TIME_ZONES
from collaborative.tenancy.models import Collaborative, Membership, Organization, Person
from tests import factories
from tests.tenancy.entering import enter, named


@pytest.mark.parametrize("role", [Role.IMPLEMENTATION_TEAM, Role.TEAM_LEADER, Role.OBSERVER, Role.FACULTY_COACH])
def test_nobody_but_the_admin_changes_the_organization(organization, collaborative, team, role):
    client = enter(factories.member(role, team=team, collaborative=collaborative))

    assert client.get(f"/{organization.slug}/settings/").status_code == 403
    assert client.get(f"/{organization.slug}/").status_code == 200


def test_who_signs_is_noted_with_the_day_and_who_oversees_stands_behind_the_wall(organization, collaborative):
    client = enter(factories.member(Role.ORGANIZATION_ADMIN))
    observer = factories.member(Role.OBSERVER, collaborative=collaborative)
    values = {
        "name": "Valley", "time_zone": "America/New_York", "country": "US", "oversees_centers": "yes",
        "not_used_to_rate_signed_by": "Dr. Lee",
    }  # fmt: skip

    saved = client.post(f"/{organization.slug}/settings/", values)
    assert saved["Location"] == f"/{organization.slug}/people/"  # there they are named
    again = client.post(f"/{organization.slug}/settings/", values)
    assert again["Location"] == f"/{organization.slug}/"
    client.post(f"/{organization.slug}/people/{observer.person_id}/wall/")

    with entered(Context(organization=organization.pk)):
        saved = Organization.objects.get()
        assert (saved.oversees_centers, saved.not_used_to_rate_signed_by) == (True, "Dr. Lee")
        assert saved.not_used_to_rate_signed_on is not None
        assert Person.objects.get(pk=observer.person_id).behind_wall
        assert Membership.objects.get(pk=observer.pk).behind_wall


def test_a_team_pauses_and_goes_on_by_any_of_its_members(here, organization, collaborative, team):
    client = enter(named("Denise", Role.FAMILY_PARTNER, team=team))

    client.post(f"{here}agreement/pause/{team.pk}/")
    paused = client.get(here + "agreement/").content.decode()
    client.post(f"{here}agreement/pause/{team.pk}/end/")
    shown = client.get(here + "agreement/").content.decode()

    assert "Your team has paused" in paused
    assert "Pause for our team" in shown


def test_a_form_sent_twice_invites_once(here, organization, collaborative, team):
    client = enter(named("Rosa", Role.TEAM_LEADER, team=team))
    values = {
        "first_name": "Grace", "email": "grace@example.org", "place": f"teacher:{team.pk}", "language": "en",
        "form_key": "0190a3f0-0000-7000-8000-000000000001",
    }  # fmt: skip

    answers = [client.post(here + "people/invite/", values) for _tap in range(2)]

    assert [answer.url for answer in answers] == [here + "people/invitations/"] * 2
    with entered(Context(organization=organization.pk)):
        assert Person.objects.filter(email="grace@example.org").count() == 1


def test_a_collaborative_that_is_still_to_begin_says_so(organization, collaborative):
    client = enter(factories.member(Role.ORGANIZATION_ADMIN))
    here = f"/{organization.slug}/"
    assert "pre-work begins in" not in client.get(here).content.decode()

    with entered(Context(organization=organization.pk)):
        Collaborative.objects.update(starts_on="2099-03-01", ends_on="2099-12-01")

    assert "pre-work begins in March 2099" in client.get(here).content.decode()


def test_time_zones_begin_with_those_people_here_live_in():
    assert [name for name, _label in TIME_ZONES][:3] == ["America/New_York", "America/Chicago", "America/Denver"]
    assert len(TIME_ZONES) == len(dict(TIME_ZONES))
    assert "Europe/Madrid" in dict(TIME_ZONES)


def test_languages_are_named_in_the_language_of_the_reader():
    with translation.override("es"):
        assert spoken.named(["árabe", "some Portuguese"])[1] == "some Portuguese"
    with translation.override("en"):
        assert spoken.named(["Inglés", "árabe", "some Portuguese"]) == ("English", "Arabic", "some Portuguese")
