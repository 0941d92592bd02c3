import copy
import datetime

import pytest

from collaborative.framework.rules import TemplateProblem
from collaborative.framework.templates import template_data
from portal.starting import rules

DAY = datetime.date
PLAN = rules.read_plan(template_data("bsc-sel"))
DAYS = {"ls1": DAY(2027, 3, 2), "ls2": DAY(2027, 6, 29), "ls3": DAY(2027, 10, 5), "ls4": DAY(2028, 2, 1)}


def test_the_template_is_read_whole():
    assert [(session.key, session.number, session.months, session.days) for session in PLAN.sessions] == [
        ("ls1", 1, 0, 1), ("ls2", 2, 4, 1), ("ls3", 3, 7, 1), ("ls4", 4, 11, 1),
    ]  # fmt: skip
    assert [(period.number, period.name) for period in PLAN.periods] == [
        (0, "Pre-work"),
        (1, "Action Period 1"),
        (2, "Action Period 2"),
        (3, "Action Period 3"),
        (4, "Keeping it going"),
    ]
    assert [metric["key"] for metric in PLAN.metrics] == [
        "two-way-communication", "challenging-behaviors", "staff-week", "family-sees-itself",
    ]  # fmt: skip
    assert [metric["is_required"] for metric in PLAN.metrics] == [True, True, False, False]
    assert [group["role"] for group in PLAN.groups] == ["senior_leader", "team_leader", "teacher", "family_partner"]
    assert len(PLAN.lines) == 10


def test_days_are_proposed_on_the_same_weekday_as_many_months_later():
    assert rules.propose_days(PLAN.sessions, DAY(2027, 3, 2)) == [
        DAY(2027, 3, 2), DAY(2027, 6, 29), DAY(2027, 10, 5), DAY(2028, 2, 1),
    ]  # fmt: skip


def test_the_first_period_begins_before_the_first_session():
    assert rules.begins_on(PLAN, list(DAYS.values())) == DAY(2026, 12, 2)


def test_the_first_day_proposed_is_a_tuesday_with_time_to_prepare():
    today = DAY(2026, 11, 24)

    first = rules.first_day_to_propose(today)

    assert (first.strftime("%a"), first) == ("Tue", DAY(2027, 3, 2))


def test_periods_follow_one_another_without_a_gap_and_without_sharing_a_day():
    spans = []
    for period in PLAN.periods:
        (start_key, starts), (end_key, ends) = rules.bounds(period, DAYS)
        spans.append((rules.after(DAYS[start_key], starts), rules.after(DAYS[end_key], ends)))

    assert spans[0] == (DAY(2026, 12, 2), DAY(2027, 3, 1))
    assert spans[-1] == (DAY(2028, 2, 1), DAY(2028, 5, 1))
    assert all((later[0] - earlier[1]).days == 1 for earlier, later in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("days", [[DAY(2027, 1, 5), DAY(2027, 1, 5)], [DAY(2027, 1, 5), DAY(2027, 1, 4)]])
def test_sessions_out_of_order_are_refused(days):
    with pytest.raises(rules.DaysOutOfOrder):
        rules.check_order(days)


@pytest.mark.parametrize(
    ("path", "value", "where", "problem"),
    [
        (("sessions", 1, "months_from_ls1"), "4", "sessions[1].months_from_ls1", "expected a whole number, found '4'"),
        (
            ("sessions", 1, "months_from_ls1"),
            True,
            "sessions[1].months_from_ls1",
            "expected a whole number, found True",
        ),
        (("sessions", 2, "days"), 0, "sessions[2].days", "is 0, expected 1 or more"),
        (("sessions", 2, "key"), "ls1", "sessions[2].key", "'ls1' stands twice"),
        (("sessions",), [], "sessions", "the first one is needed, with months_from_ls1: 0"),
        (("periods", 1, "to", "anchor"), "ls9", "periods[1].to.anchor", "is 'ls9', expected one of ls1, ls2, ls3, ls4"),
        (("dated_lines", 0, "offset_days"), None, "dated_lines[0].offset_days", "is needed"),
        (("metrics", 0, "drivers"), ["D1", "D7"], "metrics[0].drivers[1]", "the framework has no driver 'D7'"),
        (
            ("metrics", 1, "type"),
            "sum",
            "metrics[1].type",
            "is 'sum', expected one of average, count, percentage, rate",
        ),
        (
            ("affinity_groups", 0, "role"),
            "observer",
            "affinity_groups[0].role",
            "is 'observer', expected one of family_partner, senior_leader, teacher, team_leader",
        ),
    ],
)
def test_a_bad_entry_is_named_by_its_path(path, value, where, problem):
    data = copy.deepcopy(template_data("bsc-sel"))
    *parents, last = path
    part = data
    for step in parents:
        part = part[step]
    part[last] = value

    with pytest.raises(TemplateProblem) as found:
        rules.read_plan(data)

    assert (found.value.path, found.value.problem) == (where, problem)


def test_a_line_on_a_public_holiday_goes_a_week_later_until_it_is_free():
    session, days_off = DAY(2027, 3, 2), {DAY(2026, 12, 25), DAY(2027, 1, 1)}

    offset = rules.offset_off_holidays(session, -66, days_off)  # Saturday 26 December, so Friday 25

    assert (offset, session + datetime.timedelta(days=offset)) == (-52, DAY(2027, 1, 9))
    assert rules.offset_off_holidays(session, -80, days_off) == -80
