"""What a template says about sessions, periods, dates, role groups and numbers, and the days that follow from it."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from collaborative.framework.rules import Entry, TemplateProblem
from collaborative.schedule.rules import WEEK, months_after, months_after_on_weekday, resolve
from collaborative.tenancy.enums import TEAM_ROLES
from collaborative.ui.nouns import LONGEST, NOUNS, OURS, is_plain
from metrics.enums import Collect, Hope, Kind

TUESDAY = 1
WEEKS_TO_PREPARE = 14  # from today to a first session one could propose: pre-work takes three months
HOPES = {"more": Hope.MORE, "fewer": Hope.FEWER, "neither": Hope.NEITHER}


class DaysOutOfOrder(ValueError):
    """Learning sessions come one after the other, each on a later day."""


@dataclass(frozen=True)
class SessionTemplate:
    key: str
    number: int
    name: str
    title: str
    months: int
    days: int
    purpose: str


@dataclass(frozen=True)
class PeriodTemplate:
    number: int
    name: str
    starts: tuple[str, int]  # (a session's key, months after it)
    ends: tuple[str, int]
    focus: str
    in_days: bool = False  # days after it, and the last day itself: as another collaborative had it


@dataclass(frozen=True)
class LineTemplate:
    title: str
    anchor: str
    offset_days: int
    note: str
    kind: str = "line"


@dataclass(frozen=True)
class PlanTemplate:
    """Everything of a template that is not the framework."""

    about: dict
    sessions: tuple[SessionTemplate, ...]
    periods: tuple[PeriodTemplate, ...]
    lines: tuple[LineTemplate, ...]
    groups: tuple[dict, ...]
    metrics: tuple[dict, ...]


def read_plan(data) -> PlanTemplate:
    """The plan of a template. Raises TemplateProblem naming the first bad entry."""
    template = Entry(data, "")
    sessions = _sessions(template)
    keys = {session.key for session in sessions}
    return PlanTemplate(
        about=_about(template.entry("collaborative")),
        sessions=sessions,
        periods=tuple(_period(entry, keys) for entry in template.entries("periods")),
        lines=tuple(
            LineTemplate(
                title=entry.text("title", 160),
                anchor=entry.one_of("anchor", keys),
                offset_days=entry.number("offset_days"),
                note=entry.text("note", 240, optional=True),
            )
            for entry in template.entries("dated_lines")
        ),
        groups=tuple(
            {"role": entry.one_of("role", set(TEAM_ROLES)), "name": entry.text("label", 80)}
            for entry in template.entries("affinity_groups")
        ),
        metrics=_metrics(template),
    )


def _about(entry):
    return {
        "name": entry.text("name", 160),
        "short_name": entry.text("short_name", 60),
        "content_area": entry.text("content_area", 120, optional=True),
        "content_model": entry.text("content_model", 120, optional=True),
    }


def _sessions(template):
    entries = template.entries("sessions")
    template.once(entries, "key")
    template.once(entries, "number")
    sessions = tuple(
        SessionTemplate(
            key=entry.text("key", 40),
            number=entry.number("number", least=1),
            name=entry.text("name", 120),
            title=entry.text("title", 120, optional=True),
            months=entry.number("months_from_ls1", least=0),
            days=entry.number("days", least=1, optional=True) or 1,
            purpose=entry.text("purpose", 240, optional=True),
        )
        for entry in entries
    )
    if not sessions or sessions[0].months != 0:
        raise TemplateProblem("sessions", "the first one is needed, with months_from_ls1: 0")
    return sessions


def _period(entry, keys):
    def bound(name):
        place = entry.entry(name)
        return place.one_of("anchor", keys), place.number("months")

    return PeriodTemplate(
        number=entry.number("number", least=0),
        name=entry.text("name", 120),
        starts=bound("from"),
        ends=bound("to"),
        focus=entry.text("focus", 240, optional=True),
    )


def _metrics(template):
    codes = {
        code
        for driver in template.entry("framework").entries("drivers")
        for code in (driver.value.get("code"), *(way.value.get("code") for way in driver.entries("secondary")))
    }
    entries = template.entries("metrics")
    template.once(entries, "key")
    return tuple(_metric(entry, codes) for entry in entries)


def _metric(entry, codes):
    for index, code in enumerate(entry.texts("drivers", 8)):
        if code not in codes:
            raise TemplateProblem(f"{entry.path}.drivers[{index}]", f"the framework has no driver {code!r}")
    advice = [entry.text(name, 1000, optional=True) for name in ("guidance", "ask")]
    return {
        "key": entry.text("key", 60).replace("_", "-"),
        "name": entry.text("name", 160),
        "why": entry.text("question", 400, optional=True),
        "kind": Kind(entry.one_of("type", set(Kind.values))),
        "collect": Collect(entry.one_of("collect_every", set(Collect.values))),
        "hope": HOPES[entry.one_of("direction", set(HOPES))],
        "numerator_words": entry.text("numerator", 160),
        "denominator_words": entry.text("denominator", 160, optional=True),
        "unit": entry.text("unit", 60, optional=True),
        "lowest": entry.number("lowest", least=0, optional=True),
        "highest": entry.number("highest", least=1, optional=True),
        "fewest": entry.number("fewest", least=1, optional=True),
        "counts_families": entry.flag("counts_families"),
        "operational_definition": entry.text("definition", 4000, optional=True),
        "guidance": "\n\n".join(text for text in advice if text),
        "is_required": entry.text("origin", 20) == "template",
        "drivers": entry.texts("drivers", 8),
    }


def first_day_to_propose(today: date) -> date:
    """A Tuesday with time enough for the pre-work before it."""
    day = today + timedelta(weeks=WEEKS_TO_PREPARE)
    return day + timedelta(days=(TUESDAY - day.weekday()) % WEEK)


def propose_days(sessions, first: date) -> list[date]:
    """The day of each session when the first is on `first`: as many months later, on the same day of the week."""
    return [months_after_on_weekday(first, session.months) for session in sessions]


def begins_on(plan, days) -> date:
    """The first day of the first period, `days` being those of the sessions in order."""
    by_key = {session.key: day for session, day in zip(plan.sessions, days, strict=True)}
    key, offset = bounds(min(plan.periods, key=lambda period: period.number), by_key)[0]
    return after(by_key[key], offset)


def check_order(days) -> None:
    """Raises DaysOutOfOrder unless each day comes after the one before."""
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise DaysOutOfOrder


def bounds(period, days) -> tuple[tuple[str, int], tuple[str, int]]:
    """The first and last day of a period as (session's key, days after it), `days` being {key: day}.

    A period that ends with a session ends the day before it, so that every day lies in one period alone.
    """
    if period.in_days:
        return period.starts, period.ends
    (start_key, start_months), (end_key, end_months) = period.starts, period.ends
    starts = (start_key, _days_between(days[start_key], start_months))
    ends = (end_key, _days_between(days[end_key], end_months) if end_months else -1)
    return starts, ends


def offset_off_holidays(anchor: date, offset_days: int, holidays) -> int:
    """The distance of a line from its session, a week later for as long as it would fall on a public holiday."""
    while resolve(anchor, offset_days, to_working_day=True) in holidays:
        offset_days += WEEK
    return offset_days


def _days_between(day, months):
    return (months_after(day, months) - day).days


def after(day: date, days: int) -> date:
    """`days` after `day`."""
    return day + timedelta(days=days)


def read_vocabulary(data) -> dict:
    """What a template offers to say in place of our nouns: {noun: [{language: [one, many, ...]}]}, ours first.

    Raises TemplateProblem for a word that could not stand in a page.
    """
    offered = {noun: [] for noun in NOUNS}
    for entry in Entry(data, "").entries("vocabulary", optional=True):
        noun = entry.one_of("noun", set(NOUNS))
        for offer in entry.entries("offers"):
            words = {language: list(offer.texts(language, LONGEST)) for language in OURS}
            for language, parts in words.items():
                if len(parts) < 2 or not all(is_plain(part) for part in parts):
                    raise TemplateProblem(f"{offer.path}.{language}", "expected one and many, in plain letters")
            offered[noun].append(words)
    ours = {noun: [{language: _parts(OURS[language][noun]) for language in OURS}] for noun in NOUNS}
    return {noun: offers or ours[noun] for noun, offers in offered.items()}


def _parts(word):
    return [part for part in (word.one, word.many, word.gender) if part]
