"""Each step of preparing a house writes what it says, and is undone whole."""

import datetime

import pytest

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.actions import houses
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Center, Collaborative, House, Invitation, Membership, Person, Team
from portal.starting import arriving, steps
from portal.starting.enums import StepKey
from portal.starting.models import Step
from portal.starting.pasted import rows_of
from tests import factories
from tests.factories import houses as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
WEEK = datetime.timedelta(days=7)
PROGRAM = {"center": {"en": ["program", "programs"]}, "learning_session": {"en": ["workshop", "workshops"]}}


@pytest.fixture
def admin(organization):
    return made.admin()


@pytest.fixture
def house(admin):
    return made.started(by=admin)


def days(house):
    return {row.pk: (row.on, row.offset_days) for row in PlannedDate.objects.filter(collaborative=house.collaborative)}


def undo(house, key, by):
    return steps.undo(House.objects.select_related("collaborative").get(pk=house.pk), key, by=by, on=TODAY)


def save_dates(house, by, **values):
    facts = {"name": "Stories", "meeting": "mixed", "place": "Easton", "lead_organization": ""}
    return steps.save_dates(
        house,
        **{
            "version": house.version, "facts": facts, "holidays": "US-NY", "sessions": {}, "lines": {}, "by": by,
            "on": TODAY, **values,
        },
    )  # fmt: skip


@pytest.mark.capability("C002")
def test_a_session_that_moves_takes_along_what_follows_and_a_line_moved_by_hand_stays_where_it_was_put(house, admin):
    before = days(house)
    first = LearningSession.objects.in_order().get(collaborative=house.collaborative, number=1)
    line = PlannedDate.objects.get(collaborative=house.collaborative, title="Pre-work day")
    other = PlannedDate.objects.get(collaborative=house.collaborative, title="First counts begin")
    by_hand = line.on + datetime.timedelta(days=3)

    save_dates(house, admin, sessions={first: first.starts_on + WEEK}, lines={line: by_hand})

    now = days(house)
    assert (now[first.starts_id][0], now[line.pk][0], now[other.pk][0]) == (
        before[first.starts_id][0] + WEEK, by_hand, before[other.pk][0] + WEEK,
    )  # fmt: skip
    collaborative = Collaborative.objects.get(pk=house.collaborative_id)
    prework = ActionPeriod.objects.in_order().get(collaborative=collaborative, number=0)
    assert (collaborative.name, collaborative.place, collaborative.starts_on) == (
        "Stories",
        "Easton",
        prework.starts_on,
    )

    undo(house, StepKey.DATES, admin)

    assert days(house) == before
    house = House.objects.get(pk=house.pk)
    assert (house.holidays, Collaborative.objects.get(pk=house.collaborative_id).name) == ("US", "Words and Stories")


def test_all_sessions_move_at_once_either_way(house, admin):
    sessions = list(LearningSession.objects.filter(collaborative=house.collaborative).in_order())

    save_dates(house, admin, sessions={row: row.starts_on + 20 * WEEK for row in sessions})
    house.refresh_from_db()
    sessions = list(LearningSession.objects.filter(collaborative=house.collaborative).in_order())
    save_dates(house, admin, sessions={row: row.starts_on - 30 * WEEK for row in sessions})

    now = LearningSession.objects.filter(collaborative=house.collaborative).in_order()
    assert [row.starts_on for row in now] == [day - 10 * WEEK for day in made.DAYS]


@pytest.mark.capability("C037")
def test_own_words_stand_in_names_too_and_go_again(house, admin):
    before = steps._names_of(house)

    steps.save_words(house, version=house.version, vocabulary=PROGRAM, by=admin, on=TODAY)

    assert House.objects.get(pk=house.pk).vocabulary == PROGRAM
    names = LearningSession.objects.filter(collaborative=house.collaborative).in_order().values_list("name", flat=True)
    assert list(names) == ["Workshop 1", "Workshop 2", "Workshop 3", "Workshop 4"]
    assert PlannedDate.objects.filter(title="First call of all teams after Workshop 1").exists()

    gathering = {"learning_session": {"en": ["gathering", "gatherings"]}}
    house.refresh_from_db()
    steps.save_words(house, version=house.version, vocabulary=gathering, by=admin, on=TODAY)

    assert LearningSession.objects.filter(name="Gathering 2").exists()

    undo(house, StepKey.WORDS, admin)
    undo(house, StepKey.WORDS, admin)

    assert steps._names_of(house) == before
    assert House.objects.get(pk=house.pk).vocabulary == {}
    with pytest.raises(steps.NothingToUndo):
        undo(house, StepKey.WORDS, admin)


def test_texts_and_the_question_about_equity_are_kept_and_undone(house, admin):
    texts = {"invitation_words": "Three hours.", "welcome_words": "Come in.", "promise_words": "Nobody is rated."}

    steps.save_texts(house, version=house.version, texts=texts, practical_supports="Supper.", by=admin, on=TODAY)
    steps.save_framework(house, version=house.version, equity_words="In D5.", by=admin, on=TODAY)

    kept = House.objects.select_related("collaborative").get(pk=house.pk)
    assert (kept.welcome_words, kept.equity_words, kept.collaborative.practical_supports) == (
        "Come in.", "In D5.", "Supper.",
    )  # fmt: skip

    undo(house, StepKey.TEXTS, admin)
    undo(house, StepKey.FRAMEWORK, admin)

    kept = House.objects.select_related("collaborative").get(pk=house.pk)
    assert (kept.welcome_words, kept.promise_words, kept.equity_words, kept.collaborative.practical_supports) == (
        "", "", "", "",
    )  # fmt: skip


def test_who_saves_second_is_told(house, admin):
    version = house.version
    steps.save_framework(house, version=version, equity_words="In D5.", by=admin, on=TODAY)

    with pytest.raises(ChangedMeanwhile):
        steps.save_framework(house, version=version, equity_words="In D4.", by=admin, on=TODAY)


@pytest.mark.capability("C006", "C007")
def test_centers_come_in_with_their_leaders_and_go_again(house, admin):
    known = factories.center(name="Maple Street", slug="maple-street")
    text = "Maple Street, Alder Falls, Rosa, Méndez, rosa@example.org, 555-0101, Spanish\nBlue Door, Easton"

    arriving.bring_centers(house, rows_of(text), text=text, by=admin, on=TODAY)

    teams = Team.objects.shown().filter(collaborative=house.collaborative).order_by("center__name")
    assert [(team.center.name, team.center.town) for team in teams] == [("Blue Door", "Easton"), ("Maple Street", "")]
    leader = Membership.objects.select_related("person").get(role=Role.TEAM_LEADER)
    assert (leader.team.center_id, leader.person.full_name, leader.person.language, leader.person.phone) == (
        known.pk, "Rosa Méndez", "es", "555-0101",
    )  # fmt: skip
    assert Invitation.objects.held().count() == 1

    step = undo(house, StepKey.CENTERS, admin)

    assert step.before["text"] == text
    assert list(Center.objects.shown()) == [known]
    for model in (Team, Membership.objects.model):
        assert not model.objects.shown().filter(collaborative=house.collaborative, **_of_teams(model)).exists()
    assert not Person.objects.shown().filter(email="rosa@example.org").exists()
    assert not Invitation.objects.held().exists()


def _of_teams(model):
    return {"role": Role.TEAM_LEADER} if model is Membership else {}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("rosa@example.org", "The name of the center comes first."),
        ("Blue Door, Easton, , Ruiz, a@example.org", "Who is it? Please write a first name."),
        ("Blue Door, Easton, Ana, a@example.org",
         "We need first name, family name and e-mail address, in this order. The phone may follow."),
        ("Blue Door, Easton, Ana, Ruiz, a at example", "“a at example” does not look like an e-mail address."),
        ("Blue Door, Easton, Ana, Ruiz, a@example.org, 1, French", "We know English and Spanish. “French” is neither."),
        ("Here Already", "This center is here already. Please take the line out."),
        ("Green Hill", "This center stands in the list already."),
        ("Blue Door, Easton, Sam, Okafor, coach@example.org", None),
        ("X" * 121, "This name is too long for us. Could it be shorter?"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_says_why_and_nothing_is_written(house, admin, line, why):
    factories.team(house.collaborative, center=factories.center(name="Here Already"))
    before = Team.objects.count()
    rows = rows_of(f"Green Hill, Easton\n{line}")

    if why is None:
        arriving.bring_centers(house, rows, text="", by=admin, on=TODAY)
        return
    with pytest.raises(arriving.Problems) as refused:
        arriving.bring_centers(house, rows, text="", by=admin, on=TODAY)

    assert [(problem.number, problem.why) for problem in refused.value.rows] == [(2, why)]
    assert Team.objects.count() == before
    assert not Step.objects.exists()


def test_the_same_person_twice_is_one_problem_and_nobody_comes_in(house, admin):
    rows = rows_of("Tom, Lee, tom@example.org\nTom, Lee, tom@example.org")

    with pytest.raises(arriving.Problems) as refused:
        arriving.bring_people(house, rows, role=Role.FACULTY_COACH, text="", by=admin, on=TODAY)

    assert [problem.number for problem in refused.value.rows] == [2]
    assert not Invitation.objects.exists()


@pytest.mark.capability("C007", "C008")
def test_who_has_what_in_hand_is_said_and_undone(house, admin):
    colleague = made.colleague(house)
    members = list(Membership.objects.filter(collaborative=house.collaborative).order_by("pk"))
    chosen = {
        row.pk: (["family_liaison"], True)
        if row.person_id == colleague.pk
        else (["project_manager", "data_lead"], False)
        for row in members
    }

    steps.save_in_hand(house, members=members, chosen=chosen, by=admin, on=TODAY)

    kept = Membership.objects.get(person=colleague)
    assert (kept.responsibilities, kept.leads_collaborative) == (["senior_leader", "family_liaison"], True)

    undo(house, StepKey.PEOPLE, admin)

    kept = Membership.objects.get(person=colleague)
    assert (kept.responsibilities, kept.leads_collaborative) == (["relationship_manager"], False)


def test_a_list_is_not_taken_back_once_the_house_is_open(house, admin):
    text = "Blue Door, Easton"
    arriving.bring_centers(house, rows_of(text), text=text, by=admin, on=TODAY)
    houses.open_house(house, by=admin, on=TODAY)

    with pytest.raises(houses.NotBeingPrepared):
        undo(house, StepKey.CENTERS, admin)
