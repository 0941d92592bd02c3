"""Closures, dated lines, agreements, what teams are working on and need, what the project team notices, and calls."""

import datetime

from collaborative.discussion.actions import note_noticing
from collaborative.onboarding.actions.agreeing import make_agreement
from collaborative.schedule.actions import close_centers, plan_line
from collaborative.tenancy.enums import Audience
from pdsa.actions.team import add_need, answer_need, set_priority
from portal.notices.actions import add_call, note_call

SATURDAY = 5
CALLS_SINCE = 2  # days ago the newest was put on the list


def build_closures(built, closures, organization):
    for closure in closures:
        if closure["organization"] != organization:
            continue
        starts_on = built.day(closure["from_day"])
        ends_on = starts_on + datetime.timedelta(days=closure["days"] - 1)
        closed = [
            center
            for (owner, slug), center in built.centers.items()
            if owner == organization and closure["center"] in (None, slug)
        ]
        close_centers(closed, starts_on=starts_on, ends_on=ends_on, why=closure["title"], by=None)


def build_lines(built, lines):
    """Dates everybody may know, and those of role groups; those of one team or of the staff stay off the list."""
    for line in lines:
        audience, _colon, group = line["audience"].partition(":")
        if audience not in ("all", "group"):
            continue
        on = built.day(line["day"])
        on += datetime.timedelta(days=max(0, 7 - on.weekday()) if on.weekday() >= SATURDAY else 0)
        plan_line(
            collaborative=built.collaboratives[line["collaborative"]],
            title=line["title"],
            on=on,
            at=datetime.time.fromisoformat(line["time"]) if line["time"] else None,
            link=line["link"] or "",
            note=line["bring"] or "",
            minutes=line["minutes"],
            questions="\n".join(line.get("questions", [])),
            group=built.groups[line["collaborative"], group] if audience == "group" else None,
            has_in_hand_id=built.people[line["lead"][0]].pk if line["lead"] else None,
            by=None,
        )


def build_agreement(built, data):
    made = built.monday(data["made_weeks_ago"]) + datetime.timedelta(days=3)
    make_agreement(
        built.collaboratives[data["collaborative"]],
        title="We look again at what we show each other",
        by=None,
        new_tries=Audience.ALL,
        about_tries=data["tries"],
        about_scores=data["scores"],
        scores_by_name=data["scores"].startswith("By name"),
        about_numbers=data["numbers"],
        numbers_by_name=data["numbers"].startswith("By name"),
        about_photos=data["photos"],
        about_failures=data["let_go"],
        teams_there=[built.teams[data["collaborative"], center].pk for center in data["teams"]],
        who_was_there=data["there"],
        agreed_on=made,
        look_again_on=built.today + datetime.timedelta(weeks=data["look_again_in_weeks"]),
        on=built.today,
    )


def build_priorities(built, priorities):
    for data in priorities:
        slug = data["collaborative"]
        team = built.teams[slug, data["center"]]
        built.priorities[data["key"]] = set_priority(
            team, text=data["text"], by=built.leader_of(slug, team), on=built.monday(data["set_weeks_ago"]),
            driver=built.drivers.get((slug, data["driver"])),
        )  # fmt: skip


def build_needs(built, needs, dates):
    for data in needs:
        slug = data["collaborative"]
        team, asker = built.teams[slug, data["center"]], built.people[data["asked_by"]]
        asked_on = built.day(-data["days_ago"])
        need = add_need(team, text=data["text"], by=asker, on=asked_on, kind=str(data["kind"]))
        dates.of(need, asked_on)
        if data["state"] == "yes":
            answer_need(need, by=built.leader_of(slug, team), on=built.past(asked_on + datetime.timedelta(days=2)))
            dates.of(need, built.past(asked_on + datetime.timedelta(days=2)))


def build_noticings(built, noticings, dates):
    for data in noticings:
        on = built.day(-7 * data["weeks_ago"])
        noticing = note_noticing(
            collaborative_id=built.collaboratives[data["collaborative"]].pk,
            by=built.people[data["by"]],
            question=data["question"],
            text="\n".join([*data["evidence"], data["noticing"]]),
            on=on,
        )
        dates.of(noticing, on)


def build_calls(built, calls, dates):
    """Who could use a friendly call, who phones, and the calls that were made."""
    for number, data in enumerate(calls):
        team, caller = built.teams[data["collaborative"], data["center"]], built.people[data["caller"]]
        since = built.day(-CALLS_SINCE - number)
        call = add_call(team=team, why=data["why"], offer=data["offer"], by=caller, on=since)
        dates.of(call, since)
        if data["state"] == "done":
            note_call(call, note="", version=call.version, by=caller, on=built.today)
