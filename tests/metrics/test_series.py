"""What many teams counted, as points, as arrays and by month."""

import random
from datetime import date, timedelta

import numpy as np
import pytest

from metrics import catalogue, periods
from metrics.actions import redefine_metric
from metrics.aggregation import Counted, Month
from metrics.arrays import values_of
from metrics.enums import Collect, Kind
from metrics.series import months_of, series_of
from tests import factories
from tests.factories import metrics as making

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
ROOMS = ("Ladybugs", "Sunflowers", "Explorers")


@pytest.fixture
def teams(collaborative, reach):
    made = [factories.team(collaborative) for _ in range(3)]
    with reach(*made):
        yield made


def counted(team, metric, start, **values):
    return making.observation(team, making.definition(metric), start, on=TODAY, **values)


def metrics_of(collaborative):
    return catalogue.metrics_in(collaborative.pk, today=TODAY)


def read(collaborative, teams, **how):
    ids = [team.pk for team in teams]
    return series_of(None, metrics=metrics_of(collaborative), teams=ids, today=TODAY, **how)


def test_series_ends_with_the_running_week_and_keeps_gaps(collaborative, teams):
    metric = making.metric(collaborative)
    counted(teams[0], metric, MONDAY - timedelta(days=14))
    counted(teams[0], metric, MONDAY - timedelta(days=7), reason="We were closed")

    found = read(collaborative, teams, last=4)[teams[0].pk, metric.pk]

    assert found.starts == periods.last_starts("week", TODAY, 4)
    assert found.points == (None, Counted(34, 46, rooms=()), Counted(reason="We were closed"), None)
    assert found.values == (None, 34 / 46, None, None)
    assert found.last_counted == 1


def test_whole_series_begins_with_the_first_row(collaborative, teams):
    metric = making.metric(collaborative)
    counted(teams[0], metric, MONDAY - timedelta(days=21))

    found = read(collaborative, teams, last=None)

    assert len(found[teams[0].pk, metric.pk].starts) == 4
    assert found[teams[1].pk, metric.pk].starts == ()


def test_another_meaning_begins_a_new_stretch(collaborative, teams):
    metric = making.metric(collaborative, on=date(2026, 1, 1))
    definition = making.definition(metric)
    person = factories.person()
    redefine_metric(
        definition,
        metric_version=metric.version,
        metric_words={},
        words={"numerator_words": "families we heard from", "denominator_words": "families"},
        starts_on=MONDAY - timedelta(days=7),
        by=person,
        on=TODAY,
    )
    (later,) = [one for one in metrics_of(collaborative)[0].definitions if one.number == 2]
    counted(teams[0], metric, MONDAY - timedelta(days=14))
    making.observation(teams[0], later, MONDAY - timedelta(days=7), on=TODAY, numerator=10, denominator=46)

    found = read(collaborative, teams, last=4)[teams[0].pk, metric.pk]

    assert found.values == (None, 34 / 46, 10 / 46, None)
    assert found.phases == (2,)


def test_numbers_of_another_kind_are_not_on_one_chart(collaborative, teams):
    metric = making.metric(collaborative, on=date(2026, 1, 1))
    counted(teams[0], metric, MONDAY - timedelta(days=7))
    redefine_metric(
        making.definition(metric),
        metric_version=metric.version,
        metric_words={},
        words={"kind": Kind.COUNT, "numerator_words": "talks", "denominator_words": ""},
        starts_on=MONDAY,
        by=factories.person(),
        on=TODAY,
    )

    assert read(collaborative, teams, last=3)[teams[0].pk, metric.pk].values == (None, None, None)


def test_months_add_up_weeks_that_cross_months(collaborative, teams):
    metric = making.metric(collaborative)
    for start, numerator, denominator in (
        (date(2026, 9, 28), 10, 20),  # its Thursday is 1 October
        (date(2026, 10, 26), 30, 40),  # its Thursday is 29 October
        (date(2026, 11, 2), 7, 10),
    ):
        counted(teams[0], metric, start, numerator=numerator, denominator=denominator)
    (read_metric,) = metrics_of(collaborative)

    assert months_of(teams[0].pk, read_metric) == [
        Month(date(2026, 10, 1), 40 / 60, 40, 60, covered=2, weeks=5),
        Month(date(2026, 11, 1), 0.7, 7, 10, covered=1, weeks=4),
    ]
    assert months_of(teams[0].pk, read_metric, first=date(2026, 11, 18)) == [
        Month(date(2026, 11, 1), 0.7, 7, 10, covered=1, weeks=4)
    ]
    assert months_of(teams[0].pk, read_metric, last=date(2026, 10, 31))[-1].month == date(2026, 10, 1)


def test_what_is_counted_monthly_is_its_own_month(collaborative, teams):
    metric = making.metric(collaborative, kind=Kind.AVERAGE, collect=Collect.MONTH)
    counted(teams[0], metric, date(2026, 10, 1), value=3.4, denominator=6)
    counted(teams[0], metric, date(2026, 11, 1), reason="A hard month")

    assert months_of(teams[0].pk, metrics_of(collaborative)[0]) == [
        Month(date(2026, 10, 1), 3.4, None, 6, covered=1, weeks=1),
        Month(date(2026, 11, 1), None, None, None, covered=0, weeks=1),
    ]


def numbers_of(kind, chance):
    denominator = chance.randint(1, 40)
    if kind == Kind.AVERAGE and chance.random() < 0.5:
        return {"numerator": chance.randint(0, 200), "denominator": denominator}
    if kind == Kind.AVERAGE:
        return {"value": chance.randint(0, 50) / 10, "denominator": chance.choice([None, 0, denominator])}
    if kind == Kind.COUNT:
        return {"numerator": chance.randint(0, 20)}
    return {"numerator": chance.randint(0, denominator), "denominator": denominator}


@pytest.mark.parametrize("last", [None, 8])
def test_arrays_say_the_same_as_points(collaborative, teams, last):
    chance = random.Random(20)
    for kind in Kind:
        per = {"per": 100} if kind == Kind.RATE else {}
        collect = chance.choice(list(Collect))
        metric = making.metric(collaborative, kind=kind, collect=collect, **per)
        for team in teams:
            for start in periods.last_starts(collect, TODAY, 12):
                for room in chance.sample(["", *ROOMS], chance.randint(0, 3)):
                    values = {"reason": "closed"} if chance.random() < 0.2 else numbers_of(kind, chance)
                    counted(team, metric, start, subgroup=room, **values)
    ids = [team.pk for team in teams]
    metrics = metrics_of(collaborative)

    table = values_of(None, metrics=metrics, teams=ids, last=last, today=TODAY)

    width = table.values.shape[1]
    points = series_of(None, metrics=metrics, teams=ids, last=width, today=TODAY)
    expected = [[np.nan if value is None else value for value in points[key].values] for key in table.keys]
    assert table.keys == tuple((team, metric.pk) for team in ids for metric in metrics)
    np.testing.assert_allclose(table.values, np.array(expected), rtol=1e-12)
    assert np.isfinite(table.values).sum() > 60


def test_arrays_of_nothing_are_empty(collaborative, teams):
    making.metric(collaborative)

    table = values_of(None, metrics=metrics_of(collaborative), teams=[teams[0].pk], today=TODAY)

    assert np.isnan(table.values).all()


@pytest.mark.parametrize("number", [1, 3])
def test_many_series_are_one_query(collaborative, teams, django_assert_num_queries, number):
    made = [making.metric(collaborative) for _ in range(number)]
    for metric in made:
        for team in teams[:number]:
            counted(team, metric, MONDAY)
    metrics, ids = metrics_of(collaborative), [team.pk for team in teams[:number]]

    with django_assert_num_queries(1):
        series_of(None, metrics=metrics, teams=ids, today=TODAY)
    with django_assert_num_queries(1):
        values_of(None, metrics=metrics, teams=ids, today=TODAY)
