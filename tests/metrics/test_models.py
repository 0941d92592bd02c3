"""What must never be false about numbers: constraints, and the locks on rows. Each is violated here."""

from datetime import UTC, date, datetime

import pytest
from django.db import Error, IntegrityError, connection, transaction

from collaborative.isolation.context import Context, current_organization_id, entered
from metrics.enums import Collect, Kind
from metrics.models import ChartNote, Metric, MetricVersion, Observation, TeamGoal
from tests import factories
from tests.factories import metrics as making

MONDAY = date(2026, 11, 9)
NOW = datetime(2026, 11, 12, tzinfo=UTC)


@pytest.fixture
def counting(team):
    """A team whose numbers may be read, its people, and a weekly percentage."""
    with entered(Context(organization=current_organization_id(), teams=(team.pk,), number_teams=(team.pk,))):
        yield making.definition(making.metric(team.collaborative))


def row(team, definition, **values):
    return Observation.objects.create(
        **{
            "team": team,
            "definition": definition,
            "kind": definition.kind,
            "collect": definition.collect,
            "period_start": MONDAY,
            "numerator": 34,
            "denominator": 46,
            "entered_by": factories.person(),
            "entered_at": NOW,
            **values,
        }
    )


def violates(name, make, **values):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make(**values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("observation_numbers_fit_kind", {"numerator": 47}),
        ("observation_numbers_fit_kind", {"numerator": 0, "denominator": 0}),
        ("observation_numbers_fit_kind", {"denominator": None}),
        ("observation_numbers_fit_kind", {"value": 0.7}),
        ("numerator_check", {"numerator": -1}),
        ("observation_numbers_or_reason", {"not_this_time": "snow week"}),
        ("observation_numbers_or_reason", {"numerator": None, "denominator": None}),
        ("observation_starts_a_period", {"period_start": date(2026, 11, 10)}),
        ("metrics_observation_definition_fits", {"kind": Kind.COUNT, "denominator": None}),
        ("metrics_observation_definition_fits", {"collect": Collect.MONTH, "period_start": date(2026, 11, 1)}),
    ],
)
def test_observation_cannot_be_impossible(team, counting, constraint, values):
    violates(constraint, lambda: row(team, counting, **values))


@pytest.mark.parametrize("value", [-0.5, float("nan"), float("inf")])
def test_average_is_a_number_from_zero_up(team, counting, value):
    average = making.definition(making.metric(team.collaborative, kind=Kind.AVERAGE))

    violates(
        "observation_numbers_fit_kind",
        lambda: row(team, average, numerator=None, denominator=None, value=value),
    )


@pytest.mark.parametrize("kind", [Kind.RATE, Kind.AVERAGE])
def test_numbers_are_not_half(team, counting, kind):
    half = making.definition(making.metric(team.collaborative, kind=kind))

    violates("observation_numbers_fit_kind", lambda: row(team, half, numerator=None, denominator=5))
    violates("observation_numbers_fit_kind", lambda: row(team, half, numerator=5, denominator=None))


@pytest.mark.parametrize(
    "numbers",
    [
        {"numerator": 35, "denominator": 0, "value": None},
        {"numerator": 35, "denominator": 10, "value": 3.5},
        {"numerator": 35, "denominator": None, "value": None},
    ],
)
def test_an_average_is_two_numbers_or_what_they_make(team, counting, numbers):
    average = making.definition(making.metric(team.collaborative, kind=Kind.AVERAGE))
    row(team, average, numerator=35, denominator=10, value=None, subgroup="Ladybugs")

    violates("observation_numbers_fit_kind", lambda: row(team, average, **numbers))


def test_one_row_for_a_period_and_room_among_visible_rows(team, counting):
    first = row(team, counting)
    row(team, counting, subgroup="Ladybugs")

    violates("observation_once", lambda: row(team, counting))
    Observation.objects.filter(pk=first.pk).update(hidden_at=NOW)
    row(team, counting)


def test_observation_stays_in_its_organization(team, counting):
    with entered(Context(organization=making.metric(team.collaborative).pk)):  # some other organization
        pass

    violates("definition_id_row|definition_fits", lambda: row(team, counting, definition_id=team.pk))


def test_goal_says_who_set_it_and_when(team, counting):
    metric = Metric.objects.get(pk=counting.metric_id)

    violates("metric_goal_says_who_and_when", lambda: Metric.objects.filter(pk=metric.pk).update(goal=80))


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("metric_version_start_once", {"number": 2}),
        ("metric_version_once", {"starts_on": MONDAY}),
        ("metric_version_says_out_of_what", {"number": 2, "starts_on": MONDAY, "denominator_words": ""}),
        ("metric_version_only_rates_are_per_many", {"number": 2, "starts_on": MONDAY, "per": 100}),
        ("metric_version_scale_of_an_average", {"number": 2, "starts_on": MONDAY, "lowest": 1, "highest": 5}),
        (
            "metric_version_scale_of_an_average",
            {"number": 2, "starts_on": MONDAY, "kind": Kind.AVERAGE, "lowest": 1},
        ),
        (
            "metric_version_scale_of_an_average",
            {"number": 2, "starts_on": MONDAY, "kind": Kind.AVERAGE, "lowest": 5, "highest": 5},
        ),
    ],
)
def test_definition_cannot_be_half(counting, constraint, values):
    fields = ("metric", "number", "starts_on", "kind", "collect", "numerator_words", "denominator_words")
    same = {name: getattr(counting, name) for name in fields}

    violates(constraint, lambda: MetricVersion.objects.create(**{**same, **values}))


def test_note_says_something(team, counting):
    violates(
        "chart_note_says_something",
        lambda: ChartNote.objects.create(
            team=team, metric=counting.metric, period_start=MONDAY, text="", author=factories.person()
        ),
    )


def test_goal_of_a_team_is_not_below_zero(team, counting):
    violates(
        "team_goal_is_a_number",
        lambda: TeamGoal.objects.create(
            team=team, metric=counting.metric, goal=-1, set_by="us", set_on=MONDAY, author=factories.person()
        ),
    )


TABLES = ("observation", "observationevent", "teamgoal", "teamgoalevent", "chartnote", "chartnoteevent")
TABLES += ("collectionplan", "collectionplanevent")


def count(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM metrics_{table}")
        return cursor.fetchone()[0]


@pytest.fixture
def one_of_each(team, counting):
    person = factories.person()
    row(team, counting)
    here = {"team": team, "metric": counting.metric}
    making.actions.set_team_goal(**here, goal=80, set_by="us", by=person, on=making.DAY)
    making.actions.add_note(**here, period_start=MONDAY, text="snow week", by=person, on=making.DAY)
    making.actions.plan_collection(**here, who="Rosa", by=person, on=making.DAY)


def test_numbers_are_read_only_within_reach_even_by_sql(team, one_of_each):
    organization = current_organization_id()

    assert {table: count(table) for table in TABLES} == dict.fromkeys(TABLES, 1)
    with entered(Context(organization=organization, teams=(team.pk,))):  # sharing paused, say
        assert {table: count(table) for table in TABLES} == dict.fromkeys(TABLES, 0)
    with entered(Context(organization=team.pk, number_teams=(team.pk,))):  # another organization
        assert {table: count(table) for table in TABLES} == dict.fromkeys(TABLES, 0)
    with entered(Context()):
        assert {table: count(table) for table in TABLES} == dict.fromkeys(TABLES, 0)


def test_numbers_beyond_reach_are_not_written_either(team, counting):
    with entered(Context(organization=current_organization_id())):
        person = factories.person()
        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            row(team, counting, entered_by=person)


def test_middle_line_is_not_written_by_a_page(team, counting):
    with (
        pytest.raises(Error, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM metrics_middleline")


def test_history_of_numbers_is_never_changed(team, one_of_each):
    for statement in ("DELETE FROM metrics_observationevent", "UPDATE metrics_observationevent SET numerator = 1"):
        with (
            pytest.raises(Error, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
