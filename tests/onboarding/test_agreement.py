"""The teams' agreement changes what another team sees on the very next request, and so does a pause."""

import datetime

import pytest

from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.models import SharingAgreement
from tests import factories
from tests.factories import pdsa as tries


@pytest.fixture
def neighbour(team):
    """Somebody of another team."""
    return factories.member(Role.TEACHER, team=factories.team(team.collaborative))


def words(today, team, **changes):
    said = {f"about_{subject}": f"Our words about {subject}." for subject in
            ("tries", "scores", "numbers", "photos", "failures")}  # fmt: skip
    days = {"agreed_on": today.isoformat(), "look_again_on": (today + datetime.timedelta(days=182)).isoformat()}
    return {**said, **days, "new_tries": "all", "teams_there": [str(team.pk)], "who_was_there": "", **changes}


@pytest.mark.capability("C155")
def test_an_agreement_opens_numbers_on_the_next_request_and_a_pause_shuts_them(
    sign_in, manager, teacher, neighbour, team, here, place, today
):
    numbers = f"{here}metrics/teams/{team.pk}/"

    def status():
        return sign_in(neighbour).get(numbers).status_code

    def agree(**changes):
        return sign_in(manager).post(f"{place}agreement/", words(today, team, **changes)).status_code

    seen = [status()]
    seen += [agree(numbers_by_name="on"), status()]
    seen += [sign_in(teacher).post(f"{here}agreement/pause/{team.pk}/").status_code, status()]
    seen += [sign_in(teacher).post(f"{here}agreement/pause/{team.pk}/end/").status_code, status()]
    seen += [agree(), status()]  # a newer agreement without numbers

    assert seen == [404, 302, 200, 302, 404, 302, 200, 302, 404]


def test_all_five_subjects_are_kept_with_who_was_there_and_a_day_to_look_again(
    sign_in, manager, teacher, team, here, place, today, seen
):
    sign_in(manager).post(f"{place}agreement/", words(today, team, scores_by_name="on", photos_to_all="on"))

    page = sign_in(teacher).get(f"{here}agreement/").content.decode()
    with seen(team):
        row = SharingAgreement.objects.get()
        again = PlannedDate.objects.get()
    assert (row.new_tries, row.scores_by_name, row.numbers_by_name, row.photos_to_all, row.teams_there) == (
        "all", True, False, True, [team.pk],
    )  # fmt: skip
    assert (again.kind, again.on) == ("due", today + datetime.timedelta(days=182))
    for subject in ("tries", "scores", "numbers", "photos", "failures"):
        assert f"Our words about {subject}." in page
    assert f"There: {team.center.name}" in page


def test_it_begins_with_words_of_the_template_and_later_with_ones_own(sign_in, manager, team, place, today):
    client = sign_in(manager)

    first = client.get(f"{place}agreement/").context["form"].initial
    client.post(f"{place}agreement/", words(today, team, new_tries="team_staff"))
    later = client.get(f"{place}agreement/").context["form"].initial

    assert first["about_failures"].startswith("We tell what did not work")
    assert (first["new_tries"], first["numbers_by_name"]) == (Audience.ALL, True)
    assert (later["about_failures"], later["new_tries"], later["numbers_by_name"]) == (
        "Our words about failures.", "team_staff", False,
    )  # fmt: skip


def test_an_agreement_is_made_together(sign_in, manager, team, place, today, seen):
    response = sign_in(manager).post(f"{place}agreement/", words(today, team, teams_there=[]))

    assert response.context["form"].errors == {
        "teams_there": ["Please say who was there: an agreement is made together."]
    }
    with seen(team):
        assert SharingAgreement.objects.count() == 0


@pytest.mark.parametrize(
    ("days", "problem"),
    [
        (1, "This day is still to come. Write it down when the teams have agreed."),
        (-40, "The agreement that holds now is newer than this day. Please choose a later one."),
        (0, None),
    ],
)
def test_an_agreement_is_written_down_when_it_was_made(sign_in, manager, team, place, today, seen, days, problem):
    SharingAgreement.objects.create(
        collaborative=team.collaborative, numbers_by_name=True, agreed_on=today - datetime.timedelta(days=30),
        look_again_on=today + datetime.timedelta(days=90), who_was_there="All",
    )  # fmt: skip
    day = (today + datetime.timedelta(days=days)).isoformat()

    response = sign_in(manager).post(f"{place}agreement/", words(today, team, agreed_on=day))

    errors = {} if response.status_code == 302 else response.context["form"].errors
    assert errors == ({"agreed_on": [problem]} if problem else {})
    with seen(team):
        assert SharingAgreement.objects.count() == (1 if problem else 2)


def test_nobody_in_a_team_writes_the_agreement(sign_in, teacher, place):
    assert sign_in(teacher).get(f"{place}agreement/").status_code == 403


def test_a_new_try_begins_where_the_agreement_says(sign_in, manager, teacher, team, here, place, today):
    cycle = tries.cycle(teacher)

    def begins():
        form = sign_in(teacher).get(f"{here}pdsa/{cycle.pk}/share/").context["form"]
        photo = sign_in(teacher).get(f"{here}pdsa/{cycle.pk}/photo/").context["form"]
        return form.initial["audience"], "everyone_agreed" in photo.fields

    before = begins()
    sign_in(manager).post(f"{place}agreement/", words(today, team, photos_to_all="on"))
    agreed = begins()
    sign_in(teacher).post(f"{here}agreement/pause/{team.pk}/")

    assert (before, agreed, begins()) == (("team_staff", False), ("all", True), ("team_staff", False))
