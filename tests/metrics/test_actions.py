"""The writes of this room, and what they refuse."""

from datetime import date, timedelta

import pytest

from collaborative.framework.models import CollaborativeChangeFramework, PrimaryDriver, SecondaryDriver
from collaborative.isolation.locking import ChangedMeanwhile
from metrics import actions
from metrics.enums import Kind
from metrics.models import ChartNote, MetricDriver, MetricVersion, Observation, TeamGoal
from tests import factories
from tests.factories import metrics as making

MONDAY = date(2026, 11, 9)
DAY = making.DAY


@pytest.fixture
def person(organization):
    return factories.person()


@pytest.fixture
def metric(team):
    return making.metric(team.collaborative)


@pytest.fixture
def counting(team, reach):
    with reach(team):
        yield team


@pytest.mark.capability("C132")
def test_define_metric_makes_its_first_definition_and_drivers(collaborative, person):
    framework = CollaborativeChangeFramework.objects.create(collaborative=collaborative, name="SEL")
    driver = PrimaryDriver.objects.create(framework=framework, position=1, code="D3", short_title="Family")
    secondary = SecondaryDriver.objects.create(primary=driver, position=1, code="D3.1", label="Talks")

    metric = actions.define_metric(
        collaborative=collaborative,
        key="talks",
        name="Talks",
        kind=Kind.PERCENTAGE,
        numerator_words="families we talked with",
        denominator_words="families",
        goal=80,
        goal_set_by="all teams",
        drivers=[driver, secondary],
        by=person,
        on=DAY,
    )

    version = MetricVersion.objects.get(metric=metric)
    spoken_for = MetricDriver.objects.order_by("pk").values_list("driver_id", "secondary_id")
    assert (version.number, version.kind, version.starts_on) == (1, "percentage", collaborative.starts_on)
    assert (metric.goal, metric.goal_set_by, metric.goal_set_on) == (80, "all teams", DAY)
    assert list(spoken_for) == [(driver.pk, None), (driver.pk, secondary.pk)]
    with pytest.raises(actions.AlreadyDefined):
        making.metric(collaborative, key="talks")


@pytest.mark.capability("C132")
def test_better_words_stay_the_same_definition_and_another_meaning_starts_one(metric, person):
    definition = making.definition(metric)
    said = {"by": person, "on": DAY, "metric_words": {"name": "Talks"}}

    actions.reword_metric(definition, version=1, metric_version=1, words={"guidance": "At pick-up"}, **said)
    later = actions.redefine_metric(
        definition,
        metric_version=2,
        words={"numerator_words": "families who answered", "denominator_words": "families"},
        starts_on=DAY,
        **said,
    )

    assert (definition.guidance, definition.version, definition.metric.name) == ("At pick-up", 2, "Talks")
    assert (later.number, later.kind, later.starts_on) == (2, definition.kind, DAY)
    with pytest.raises(actions.AlreadyDefined):
        actions.redefine_metric(
            definition,
            metric_version=3,
            words={"numerator_words": "families", "denominator_words": "families"},
            starts_on=definition.starts_on,
            **said,
        )
    with pytest.raises(ChangedMeanwhile):
        actions.reword_metric(definition, version=1, metric_version=3, words={"guidance": ""}, **said)


@pytest.mark.parametrize(
    ("refused", "start"),
    [
        (actions.FutureNumber, MONDAY + timedelta(days=14)),
        (actions.WrongPeriod, MONDAY + timedelta(days=1)),
    ],
)
def test_a_period_that_cannot_be_is_refused(counting, metric, refused, start):
    with pytest.raises(refused):
        making.observation(counting, making.definition(metric), start)


def test_team_and_metric_belong_together(counting, metric, person):
    other = making.metric(factories.collaborative())

    with pytest.raises(actions.OtherCollaborative):
        making.observation(counting, making.definition(other), MONDAY)
    for act, words in (
        (actions.set_team_goal, {"goal": 80, "set_by": "us"}),
        (actions.add_note, {"period_start": MONDAY, "text": "snow"}),
        (actions.plan_collection, {"who": "Rosa"}),
    ):
        with pytest.raises(actions.OtherCollaborative):
            act(team=counting, metric=other, by=person, on=DAY, **words)


def test_enter_is_refused_for_impossible_numbers_and_writes_nothing(counting, metric):
    with pytest.raises(actions.ImpossibleNumber):
        making.observation(counting, making.definition(metric), MONDAY, numerator=47, denominator=46)

    assert not Observation.objects.exists()


def test_enter_twice_is_once_and_other_numbers_are_shown_to_the_second(counting, metric):
    first = making.observation(counting, making.definition(metric), MONDAY)

    again = making.observation(counting, making.definition(metric), MONDAY)
    with pytest.raises(ChangedMeanwhile) as other:
        making.observation(counting, making.definition(metric), MONDAY, numerator=1, denominator=46)

    assert again == first
    assert other.value.current == first


def test_enter_many_at_once(counting, metric, person):
    definition = making.definition(metric)
    rows = [
        {"team": counting, "definition": definition, "period_start": MONDAY, "numerator": 3, "denominator": 4},
        {"team": counting, "definition": definition, "period_start": MONDAY - timedelta(days=7), "reason": "Closed"},
    ]

    made = actions.enter_observations(rows=rows, by=person, on=DAY)

    assert [(row.numerator, row.not_this_time) for row in made] == [(3, ""), (None, "Closed")]


def test_correction_counts_up_keeps_history_and_sees_the_other(counting, metric, person):
    row = making.observation(counting, making.definition(metric), MONDAY, rooms=["Ladybugs"], rooms_there=3)

    actions.correct_observation(row, version=1, not_this_time="Closed after all", by=person, on=DAY)

    assert (row.version, row.numerator, row.rooms_covered, row.entered_by) == (2, None, [], person)
    before = Observation.pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
    assert [event.numerator for event in before] == [34, None]
    with pytest.raises(ChangedMeanwhile):
        actions.correct_observation(row, version=1, numerator=1, by=person, on=DAY)


def test_goal_note_and_plan(counting, metric, person):
    here = {"team": counting, "metric": metric, "by": person, "on": DAY}

    actions.set_team_goal(goal=70, set_by="us", **here)
    actions.set_team_goal(goal=75, set_by="us", **here)
    note = actions.add_note(period_start=MONDAY, text="Snow week", is_nothing_to_do_with_tests=True, **here)
    plan = actions.plan_collection(who="Rosa", **here)
    actions.plan_collection(who="Rosa and Mei", version=1, **here)

    assert list(TeamGoal.objects.order_by("pk").values_list("goal", flat=True)) == [70, 75]
    plan.refresh_from_db()
    assert (plan.who, plan.version) == ("Rosa and Mei", 2)
    for version in (None, 1):
        with pytest.raises(ChangedMeanwhile):
            actions.plan_collection(who="Somebody", version=version, **here)
    with pytest.raises(actions.FutureNumber):
        actions.add_note(period_start=DAY + timedelta(days=7), text="Ahead", **here)
    actions.hide_note(note, by=person, on=DAY)
    assert not ChartNote.objects.shown().exists()
    actions.show_note(note, by=person, on=DAY)
    assert ChartNote.objects.shown().get() == note
