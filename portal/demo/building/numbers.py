"""Weekly and monthly numbers with believable noise, from the stories of the content and a fixed seed each."""

import datetime
import random

from collaborative.isolation.locking import ChangedMeanwhile
from metrics.actions.numbers import correct_observation, enter_observation, say_not_this_time
from metrics.actions.plans import plan_collection
from metrics.actions.words import add_note, set_team_goal
from metrics.catalogue import metrics_in
from metrics.enums import Kind
from metrics.periods import start_of

PERCENT = 100
LOWEST_AVERAGE, HIGHEST_AVERAGE = 1, 5  # a slip has faces from one to five
AFTER_THE_WEEK = datetime.timedelta(days=4)  # counted by Friday


def build_series(built, series, dates):
    """One center's story of one number."""
    slug = series["collaborative"]
    team = built.teams[slug, series["center"]]
    metric = next(
        one
        for one in metrics_in(team.collaborative_id, today=built.today)
        if one.key == series["metric"].replace("_", "-")
    )
    writer = _writer(built, slug, series)
    chance = random.Random(f"{slug}/{series['center']}/{series['metric']}")  # noqa: S311 (a story, not a secret)
    seen = set()
    for week in range(series["from_week"], series.get("until_week", 1) - 1, -1):
        start = start_of(metric.definition.collect, built.monday(week))
        drawn = _drawn(series, week, metric.definition.kind, chance, team)
        if start in seen or start > built.today:
            continue
        seen.add(start)
        _enter(built, series, week, start, (team, metric, writer), drawn, dates)
    _words(built, series, team, metric, writer)


def _writer(built, slug, series):
    keys = [series["plan"]["who"], series["plan"]["backup"]] + [note["by"] for note in series["notes"]]
    own = [built.people[key] for key in keys if (slug, key) in built.team_of]
    team = built.teams[slug, series["center"]]
    return own[0] if own else next(
        built.people[key] for (where, key), there in built.team_of.items() if where == slug and there.pk == team.pk
    )  # fmt: skip


def _level(series, week):
    level = series["baseline"]
    for shift in sorted(series["shifts"], key=lambda shift: -shift["week"]):
        if week <= shift["week"]:
            level = shift["level"]
    return level + series["trend_per_week"] * (series["from_week"] - week)


def _rooms(series, week):
    for uneven in series["uneven_rooms"]:
        if uneven["to_week"] <= week <= uneven["from_week"]:
            return uneven["rooms"]
    return series["rooms"]


def _drawn(series, week, kind, chance, team):
    """What was counted that week."""
    rooms = _rooms(series, week)
    value = chance.gauss(_level(series, week), series["noise"])
    covered = {"rooms": rooms, "rooms_there": len(team.center.rooms)}
    if kind == Kind.COUNT:
        return {"numerator": max(0, round(value)), **covered}
    if kind == Kind.AVERAGE:
        points = round(series["sample"] * min(HIGHEST_AVERAGE, max(LOWEST_AVERAGE, value)))
        return {"numerator": points, "denominator": series["sample"], **covered}
    families = sum(room["families"] for room in team.center.rooms if room["name"] in rooms)
    whole = series["sample"] or families
    return {"numerator": round(whole * min(1, max(0, value))), "denominator": whole, **covered}


def _enter(built, series, week, start, place, drawn, dates):
    team, metric, writer = place
    if week in series["still_to_come"]:
        return
    on = built.past(start + AFTER_THE_WEEK)
    common = {"team": team, "definition": metric.definition, "period_start": start, "by": writer, "on": built.today}
    reason = next((entry["reason"] for entry in series["not_this_time"] if entry["week"] == week), None)
    if reason:
        row = say_not_this_time(reason=reason.removeprefix("because "), **common)
        dates.of(row, on, "entered_at")
        return
    wrong = next((entry for entry in series["corrected"] if entry["week"] == week), None)
    first = {**drawn, "numerator": min(wrong["from_numerator"], drawn.get("denominator") or 10**6)} if wrong else drawn
    try:
        row = enter_observation(**common, **first)
    except ChangedMeanwhile:
        return
    dates.of(row, on, "entered_at")
    if wrong:
        correct_observation(
            row, version=row.version, by=writer, on=built.today, numerator=drawn["numerator"], note=wrong["note"]
        )
        dates.of(row, on, "entered_at")


def _words(built, series, team, metric, writer):
    goal, plan = series["goal"], series["plan"]
    if goal:
        level = goal["level"] * PERCENT if metric.definition.kind == Kind.PERCENTAGE else goal["level"]
        set_team_goal(
            team=team, metric=metric, goal=level, set_by=str(team), by=writer, on=built.monday(goal["week"])
        )  # fmt: skip
    names = {key: person.first_name for key, person in built.people.items()}
    backup = names.get(plan["backup"], plan["backup"])
    plan_collection(
        team=team,
        metric=metric,
        by=writer,
        on=built.today,
        who=names.get(plan["who"], plan["who"]),
        when=plan["when"],
        where=plan["where"],
        how="A mark on the sheet by the door.",
        stand_in=backup,
    )
    for note in series["notes"]:
        numbers = [number for key, number in built.cycles if key == note["ramp"]]
        add_note(
            team=team,
            metric=metric,
            period_start=start_of(metric.definition.collect, built.monday(note["week"])),
            text=note["text"],
            by=built.people[note["by"]],
            on=built.today,
            is_nothing_to_do_with_tests=not note["ours"],
            cycle_id=built.cycles[note["ramp"], max(numbers)].pk if numbers else None,
        )
