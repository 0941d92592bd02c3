"""What teams try: ramps of cycles, each stage on its own day."""

import datetime

from pdsa.actions.cycles import act, do, start_cycle, start_next, study
from pdsa.actions.sharing import share_cycle
from pdsa.enums import Stage

PLAN = ("with_whom", "where", "prediction", "how_to_tell")
STUDY = ("compared", "surprised", "for_whom")
TUESDAY = datetime.timedelta(days=1)
A_DAY = datetime.timedelta(days=1)
SATURDAY = 5


def build_ramps(built, ramps, dates):
    """All ramps of one organization's collaboratives, oldest first."""
    for ramp in sorted(ramps, key=lambda ramp: (-ramp["weeks_ago"], ramp["key"])):
        for words in ramp["cycles"]:
            _cycle(built, ramp, words, dates)


def _cycle(built, ramp, words, dates):
    slug = ramp["collaborative"]
    team, lead = (
        built.teams[slug, words.get("center") or ramp["center"] or ramp.get("center")],
        built.people[ramp["lead"]],
    )
    starts_on = built.monday(words["weeks_ago"]) + TUESDAY
    begun_on = built.past(starts_on - A_DAY)
    plan = {name: words.get(name) or "" for name in PLAN}
    plan |= {"what": words["what"], "look_back_on": _weekday(starts_on + datetime.timedelta(days=words["look_back"]))}
    before = built.cycles.get((ramp["key"], words["number"] - 1))
    if before is None:
        cycle = start_cycle(
            team=team, by=lead, on=begun_on, starts_on=starts_on, title=ramp["title"], language=ramp["language"],
            whose_idea=ramp["whose_idea"] or "", driver=built.drivers.get((slug, ramp["driver"])),
            secondary=built.drivers.get((slug, ramp["secondary"])),
            priority=built.priorities.get(ramp["priority"]), **plan,
        )  # fmt: skip
    else:
        cycle = start_next(before, by=lead, on=begun_on, starts_on=starts_on, **plan)
    built.cycles[ramp["key"], words["number"]] = cycle
    dates.of(cycle, begun_on)
    _share(built, slug, ramp, cycle, lead, begun_on, dates)
    _walk(built, words, cycle, lead, starts_on, dates)


def _weekday(day):
    """The day itself, or the Monday after a weekend: nobody looks back on a Sunday."""
    return day + datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


def _share(built, slug, ramp, cycle, lead, on, dates):
    audience, _colon, group = ramp["audience"].partition(":")
    if audience == "self":
        return
    share_cycle(cycle, audience=audience, by=lead, on=on, group=built.groups.get((slug, group)), shown_as=lead.shown_as)
    dates.of(cycle, on)


def _walk(built, words, cycle, lead, starts_on, dates):
    """Do, study and act, as far as the words reach."""
    looked_back = built.past(cycle.look_back_on)
    if words.get("did"):
        do(cycle, by=lead, on=built.past(starts_on), did=words["did"])
        dates.of(cycle, built.past(starts_on))
    if words["stage"] in (Stage.STUDY, Stage.CLOSED):
        study(cycle, by=lead, on=looked_back, **{name: words.get(name) or "" for name in STUDY})
        dates.of(cycle, looked_back)
    if words["stage"] == Stage.CLOSED:
        act(
            cycle, decision=words["decision"], decision_reason=words.get("decision_reason") or "", by=lead,
            on=looked_back,
        )  # fmt: skip
        dates.of(cycle, looked_back)
