"""A center leaves: its people's places end, its words go as far as it chose, and it may come back."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from collaborative.discussion.models import Post
from collaborative.introductions.models import Storyboard
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.actions import leaving
from collaborative.tenancy.enums import Audience, Role, WordsAfter
from collaborative.tenancy.models import CoachAssignment, Departure, Membership, Team
from metrics.models import Observation
from pdsa.models import PDSACycle
from tests import factories
from tests.factories import metrics as counts
from tests.factories import pdsa as tries
from tests.tenancy.entering import enter, reread

TODAY = datetime.date.today()
YESTERDAY = TODAY - datetime.timedelta(days=1)
LESSONS = "A huddle of ten minutes would have been enough"


def gone(team, by, words_after=WordsAfter.STAY, left_on=TODAY):
    """The center leaves, without a page."""
    with tries.acting_as(by):
        return leaving.leave(team, left_on=left_on, words_after=words_after, by=by.person, on=TODAY)


def seen(membership, model, **which):
    """How many rows of a table somebody may see, through both locks."""
    with tries.acting_as(membership) as actor:
        return model.objects.visible_to(actor).filter(**which).count()


def unlocked(membership, model, **which):
    """How many the database alone lets them see."""
    with tries.acting_as(membership):
        return model.objects.filter(**which).count()


@pytest.mark.capability("C034")
def test_team_leave_ends_every_place_on_the_team_at_once_and_leaves_other_places(
    organization, collaborative, here, team, other, rosa, denise, keisha, leaves
):
    elsewhere = factories.member(Role.TEACHER, team=other, person=denise.person)
    factories.assignment(keisha.person, team)
    director = factories.member(Role.DIRECTOR, collaborative=collaborative, center=team.center)

    answer = leaves()

    assert answer["Location"] == f"{here}teams/{team.pk}/left/"
    ends = [reread(organization, row).ends_on for row in (rosa, denise, director, elsewhere)]
    assert ends == [YESTERDAY, YESTERDAY, YESTERDAY, None]
    with entered(Context(organization=organization.pk)):
        assert [row.ends_on for row in CoachAssignment.objects.all()] == [YESTERDAY]
    assert [enter(row).get(here).status_code for row in (rosa, director, elsewhere)] == [404, 404, 200]


@pytest.mark.capability("C034")
def test_why_a_center_left_is_read_by_the_project_team_alone_and_in_the_database_too(
    here, team, amal, keisha, mei, leaves
):
    admin = factories.member(Role.ORGANIZATION_ADMIN)

    leaves(own_words="Ratios came first")

    page = enter(amal).get(f"{here}teams/{team.pk}/left/").content.decode()
    assert LESSONS in page and "Ratios came first" in page and "It took too much time" in page
    answers = [enter(row).get(f"{here}teams/{team.pk}/left/").status_code for row in (keisha, mei, admin)]
    assert answers == [403, 403, 403]
    assert [unlocked(row, Departure) for row in (amal, keisha, mei)] == [1, 0, 0]
    event = (
        Departure.pgh_event_model
        if hasattr(Departure, "pgh_event_model")
        else Departure._meta.apps.get_model("tenancy", "departureevent")
    )
    assert [unlocked(row, event) for row in (amal, keisha)] == [1, 0]


@pytest.mark.capability("C034")
@pytest.mark.parametrize(("choice", "others_read"), [("stay", 1), ("totals", 0), ("taken", 0)])
def test_what_the_center_wrote_goes_as_far_as_it_chose(
    collaborative, team, rosa, amal, keisha, mei, choice, others_read
):
    wide = tries.cycle(rosa, audience=Audience.ALL, what="Sing at the door")
    near = tries.cycle(rosa, audience=Audience.TEAM_STAFF, what="Shoes first")
    with tries.acting_as(rosa):
        post = Post.objects.create(
            collaborative=collaborative, team=team, author=rosa.person, audience=Audience.ALL, text="Our songs"
        )
        board = Storyboard.objects.create(
            collaborative=collaborative, team=team, author=rosa.person, audience=Audience.ALL, about_us="Us"
        )

    gone(team, amal, choice)

    for model, row in ((PDSACycle, wide), (Post, post), (Storyboard, board)):
        assert (seen(mei, model, pk=row.pk), unlocked(mei, model, pk=row.pk)) == (others_read, others_read)
    assert (seen(amal, PDSACycle, pk=near.pk), unlocked(amal, PDSACycle, pk=near.pk)) == (others_read, others_read)
    event = PDSACycle._meta.apps.get_model("pdsa", "pdsacycleevent")
    assert bool(unlocked(mei, event, id=wide.pk)) is bool(others_read)


def test_whoever_wrote_it_and_stays_in_another_place_keeps_reading_it(team, other, rosa, amal):
    words = tries.cycle(rosa, audience=Audience.ALL)
    factories.member(Role.TEACHER, team=other, person=rosa.person)

    gone(team, amal, WordsAfter.TAKEN)

    with tries.acting_as(rosa) as actor:
        assert list(PDSACycle.objects.visible_to(actor)) == [words]


@pytest.mark.capability("C034")
def test_numbers_of_a_center_that_took_its_words_are_read_by_nobody_and_stay_its_own(collaborative, team, rosa, amal):
    metric = counts.metric(collaborative, by=rosa.person)
    with tries.acting_as(rosa):
        counts.observation(team, counts.definition(metric), counts.DAY - datetime.timedelta(days=2), by=rosa.person)

    before = (seen(amal, Observation), unlocked(amal, Observation))
    gone(team, amal, WordsAfter.TOTALS)

    assert (before, (seen(amal, Observation), unlocked(amal, Observation))) == ((1, 1), (0, 0))


@pytest.mark.capability("C034")
def test_lists_of_today_speak_of_who_takes_part_and_the_project_team_sees_who_left(
    here, team, other, amal, mei, leaves
):
    leaves()

    pages = [enter(row).get(f"{here}people/").content.decode() for row in (amal, mei)]
    assert ["Took part for a while" in page for page in pages] == [True, False]
    assert [team.center.name in page for page in pages] == [True, False]
    assert "left on" in pages[0]
    for address in ("people/welcome-calls/", "asked/signatures/", "people/coaches/add/", "notices/calls/add/"):
        answer = enter(amal).get(f"{here}{address}")
        if answer.status_code == 200:
            assert (team.center.name in answer.content.decode(), other.center.name in answer.content.decode()) == (
                False,
                True,
            ), address
    team_pages = [enter(row).get(f"{here}teams/{team.pk}/").content.decode() for row in (amal, mei)]
    assert ["This center left on" in page for page in team_pages] == [True, False]
    assert ["took part for a while" in page for page in team_pages] == [False, True]


@pytest.mark.capability("C034")
def test_take_back_makes_all_as_it_was_for_whoever_noted_it(
    organization, here, team, rosa, amal, maria, keisha, leaves
):
    factories.assignment(keisha.person, team)
    until = TODAY + datetime.timedelta(days=90)
    with entered(Context(organization=organization.pk)):
        Membership.objects.filter(pk=rosa.pk).update(ends_on=until)
    leaves(words_after="taken")

    other = enter(maria).post(f"{here}teams/{team.pk}/left/take-back/")
    still_gone = reread(organization, team).left_on
    enter(amal).post(f"{here}teams/{team.pk}/left/take-back/")

    assert (other.status_code, still_gone) == (302, TODAY)
    again = reread(organization, team)
    assert (again.left_on, again.words_after) == (None, "")
    assert reread(organization, rosa).ends_on == until
    with entered(Context(organization=organization.pk)):
        assert [row.ends_on for row in CoachAssignment.objects.shown()] == [None]
    with tries.acting_as(amal):
        assert Departure.objects.shown().count() == 0
    assert enter(rosa).get(here).status_code == 200


@pytest.mark.capability("C034")
def test_come_back_gives_places_to_those_who_come_with_it(organization, here, team, rosa, denise, amal, leaves):
    leaves(left_on=(TODAY - datetime.timedelta(days=30)).isoformat())

    page = enter(amal).get(f"{here}teams/{team.pk}/left/return/").content.decode()
    enter(amal).post(f"{here}teams/{team.pk}/left/return/", {"places": [str(rosa.pk)]})

    assert ("Rosa Vega" in page, "Denise Vega" in page) == (True, True)
    assert reread(organization, team).left_on is None
    assert [enter(row).get(here).status_code for row in (rosa, denise)] == [200, 404]
    assert reread(organization, rosa).ends_on == YESTERDAY
    with tries.acting_as(amal):
        assert [row.came_back_on for row in Departure.objects.shown()] == [TODAY]
    again = leaves()
    assert again.status_code == 302
    assert reread(organization, team).left_on == TODAY


def test_come_back_says_whose_other_role_stands_in_the_way(here, collaborative, team, rosa, amal):
    gone(team, amal)
    factories.member(Role.FACULTY_COACH, collaborative=collaborative, person=rosa.person)

    answer = enter(amal).post(f"{here}teams/{team.pk}/left/return/", {"places": [str(rosa.pk)]}, follow=True)

    assert "another role here stands in the way for Rosa Vega" in answer.content.decode()


def test_leaving_twice_leads_to_the_first_and_a_place_that_was_not_there_stays_unknown(
    organization, here, team, amal, leaves
):
    first, second = leaves(), leaves(lessons="Something else")

    assert first["Location"] == second["Location"]
    with tries.acting_as(amal):
        assert [row.lessons for row in Departure.objects.all()] == [LESSONS]
    assert enter(amal).get(f"{here}teams/{organization.pk}/left/").status_code == 404


def test_words_can_be_changed_and_another_choice_holds_at_once(organization, here, team, rosa, amal, mei, leaves):
    words = tries.cycle(rosa, audience=Audience.ALL)
    leaves()
    address = f"{here}teams/{team.pk}/left/words/"
    with tries.acting_as(amal):
        version = Departure.objects.get().version

    before = seen(mei, PDSACycle, pk=words.pk)
    enter(amal).post(address, {"words_after": "taken", "lessons": "New words", "version": version})
    late = enter(amal).post(address, {"words_after": "stay", "lessons": "Older words", "version": version})

    assert (before, seen(mei, PDSACycle, pk=words.pk)) == (1, 0)
    assert (late.status_code, "New words" in late.content.decode()) == (409, True)
    assert reread(organization, team).words_after == WordsAfter.TAKEN


def test_a_team_leaves_with_a_choice_and_once(team, amal):
    departure = gone(team, amal)
    with pytest.raises(IntegrityError, match="team_left_with_a_choice"), transaction.atomic():
        Team.objects.filter(pk=team.pk).update(words_after="")
    with tries.acting_as(amal):
        with pytest.raises(IntegrityError, match="team_is_gone_once"), transaction.atomic():
            Departure.objects.create(
                collaborative=team.collaborative, team=team, left_on=TODAY, words_after="stay", noted_by=amal.person
            )
        with pytest.raises(IntegrityError, match="team_back_after_it_left"), transaction.atomic():
            Departure.objects.filter(pk=departure.pk).update(came_back_on=TODAY - datetime.timedelta(days=9))


def test_taking_part_is_said_of_a_day(team, other, amal):
    gone(team, amal, left_on=TODAY - datetime.timedelta(days=10))

    days = [TODAY - datetime.timedelta(days=ago) for ago in (11, 10, 0)]
    assert [team in Team.objects.taking_part(on=day) for day in days] == [True, False, False]
    assert [other in Team.objects.taking_part(on=day) for day in days] == [True] * 3
    assert [list(Team.objects.left(on=day)) for day in days] == [[], [team], [team]]


@pytest.mark.parametrize("centers", [1, 3])
def test_the_list_of_who_left_takes_the_same_queries_for_more_centers(
    here, collaborative, amal, centers, django_assert_num_queries
):
    for _number in range(centers):
        gone(factories.team(collaborative), amal)
    browser = enter(amal)
    browser.get(f"{here}people/")

    with django_assert_num_queries(13):
        page = browser.get(f"{here}people/")

    assert page.content.decode().count("left on") == centers
