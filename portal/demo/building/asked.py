"""What is asked of people, and how far they are: signatures, getting ready, checklists, call times, trials."""

import datetime
from zoneinfo import ZoneInfo

from collaborative.onboarding.actions import asking, calls, letters, prework, readiness
from collaborative.onboarding.models import CommitmentLetter, PreworkAssignment, PreworkDay, Trial
from collaborative.people.models import User
from collaborative.tenancy.models import Membership, Organization, Person

from . import content
from .history import moment


def build_asked(built, organization, dates):
    """Everything of one organization that its content holds."""
    here, words = set(built.in_organization(organization)), content.read("asked")

    def own(name):
        return [entry for entry in words[name] if entry["collaborative"] in here]

    for day in own("days"):
        _day(built, day)
    for signature in own("signatures"):
        _sign(built, signature, dates)
    for slug in here & set(words["all_done"]):
        _all_done(built, slug)
    for part in own("parts"):
        _part(built, part)
    for tick in own("ticks"):
        _tick(built, tick)
    zone = Organization.objects.get(slug=organization).time_zone
    for slot in own("slots"):
        _slot(built, slot, zone)
    for trial in own("trials"):
        _trial(built, trial, dates)
    for reason in words["reasons"]:
        _reason(built, reason, here)
    _came_in(built, words["not_in_yet"])


def _day(built, data):
    collaborative = built.collaboratives[data["collaborative"]]
    day = PreworkDay.objects.shown().select_related("planned__anchor", "collaborative").get(collaborative=collaborative)
    asking.plan_prework_day(
        day,
        version=day.version,
        plan=data["plan"],
        on_day=day.planned.on,
        at=datetime.time.fromisoformat(data["at"]) if data["at"] else None,
        place=data["place"],
        link="",
        objectives=day.objectives,
        by=None,
    )


def _sign(built, data, dates):
    letter = CommitmentLetter.objects.shown().get(collaborative=built.collaboratives[data["collaborative"]])
    person = built.people[data["person"]]
    memberships = Membership.objects.filter(person=person, collaborative_id=letter.collaborative_id, hidden_at=None)
    signature = letters.sign_letter(
        letter, typed_name=person.full_name, place=memberships.order_by("created_at").first(), by=person
    )
    dates.of(signature, built.day(-data["days_ago"]), "signed_at")


def _all_done(built, slug):
    """Whoever leads a team says of each assignment, on its good day, that it is done."""
    assignments = PreworkAssignment.objects.shown().filter(collaborative=built.collaboratives[slug]).in_order()
    for assignment in list(assignments):
        for (where, _center), team in built.teams.items():
            if where == slug:
                on = built.past(assignment.ready_by.on)
                prework.set_done(assignment, team, done=True, by=built.leader_of(slug, team), on=on)


def _part(built, data):
    slug, by = data["collaborative"], built.people[data["by"]]
    team = built.teams[slug, data["center"]]
    assignment = PreworkAssignment.objects.shown().get(collaborative=built.collaboratives[slug], key=data["key"])
    if data.get("who"):
        prework.say_who(assignment, team, who=data["who"], version=0, by=by)
    if "hand" in data:
        asked_on = built.day(-data["hand_days_ago"])
        prework.ask_for_hand(assignment, team, words=data["hand"], by=by, on=asked_on)
    part = assignment.of_teams.filter(team=team).first()
    if "hand_given_by" in data:
        given_on = built.past(asked_on + datetime.timedelta(days=2))
        prework.give_hand(part, by=built.people[data["hand_given_by"]], on=given_on)
    if "plan_how" in data:
        part = assignment.of_teams.get(team=team)
        plan = {"plan_who": data["plan_who"], "plan_how": data["plan_how"], "plan_by": built.day(data["plan_in_days"])}
        prework.plan_rest(assignment, team, version=part.version, by=by, **plan)
    if "done_days_ago" in data:
        prework.set_done(assignment, team, done=True, by=by, on=built.day(-data["done_days_ago"]))


def _tick(built, data):
    team = built.teams[data["collaborative"], data["center"]]
    for item in data["items"]:
        prework.tick(team, item, by=built.people[data["by"]], on=built.today)


def _slot(built, data, zone):
    group = built.groups[data["collaborative"], data["group"]]
    day = built.day(data["in_days"])
    day += datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
    starts_at = datetime.datetime.combine(day, datetime.time.fromisoformat(data["at"]), tzinfo=ZoneInfo(zone))
    by = built.people[data["by"]]
    slot = calls.offer_slot(
        group, starts_at=starts_at, minutes=data["minutes"], every=data["every"], link=data["link"], by=by
    )
    for person, works in data["answers"].items():
        calls.answer_slot(slot, works=works, by=built.people[person])
    if data["chosen"]:
        calls.choose_slot(
            slot, zone=zone, title=f"Call of {group.name.lower()}", note=slot.get_every_display(), by=by, on=built.today
        )


def _trial(built, data, dates):
    on, by = built.day(-data["days_ago"]), built.people[data["by"]]
    trial = readiness.note_trial(
        built.collaboratives[data["collaborative"]], who=data["who"], device=data["device"],
        happened=data["happened"], by=by, on=on,
    )  # fmt: skip
    if data["mended"]:
        readiness.set_mended(trial, mended=True, by=by, on=built.past(on + datetime.timedelta(days=2)))
    dates.of(Trial.objects.get(pk=trial.pk), on)


def _reason(built, data, here):
    priority = built.priorities.get(data["priority"])
    slug = priority.team.collaborative.slug if priority else ""
    if slug in here:
        prework.give_reason(priority.team, priority.pk, text=data["text"], by=built.leader_of(slug, priority.team))


def _came_in(built, not_yet):
    """Everybody has been in here at some time, but those who have not been so far."""
    absent = [built.people[key].pk for key in not_yet if key in built.people]
    present = Person.objects.exclude(pk__in=absent).filter(user__isnull=False, user__last_login=None)
    User.objects.filter(pk__in=present.values("user_id")).update(last_login=moment(built.today))
