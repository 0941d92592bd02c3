"""The order in which the demo is built."""

from django.db import transaction

from collaborative.isolation.context import tenant_context

from . import (
    asked,
    asking,
    boards,
    content,
    dates,
    house,
    letters,
    numbers,
    phrases,
    places,
    reach,
    recognition,
    talk,
    together,
    tries,
    ways,
    who,
)
from . import plans as data_plans
from .built import Built
from .history import Dates


@transaction.atomic
def build_demo(today) -> Built:
    """Both demo organizations, whole or not at all. `today`: the day everything is relative to."""
    built, plans = Built(today=today), content.read("schedule")
    organizations = content.read("organizations")["organizations"]
    for organization in organizations:
        places.build_organization(built, organization)
    for organization in organizations:
        with tenant_context(built.organizations[organization["slug"]]):
            build_words(built, organization["slug"], plans)
            build_who(built, organization, plans)
    being_prepared = content.read("house")
    with tenant_context(built.organizations[being_prepared["organization"]]):
        house.build_house(built, being_prepared)
    return built


def build_words(built, organization, plans):
    """Everything people wrote, tried and counted in one organization."""
    here, days = set(built.in_organization(organization)), Dates()

    def own(entries):
        return [entry for entry in entries if entry["collaborative"] in here]

    handed_over = content.read("ways")
    ways.build_cards(built, own(handed_over["cards"]))
    for agreement in own(plans["agreements"]):
        dates.build_agreement(built, agreement)
    dates.build_closures(built, plans["closures"], organization)
    dates.build_lines(built, own(plans["dated_lines"]))
    phrases.build_phrases(built, own(content.read("phrases")["phrases"]))
    dates.build_priorities(built, own(plans["priorities"]))
    tries.build_ramps(built, own(content.tries()), days)
    talk.build_answers(built, [entry for entry in content.read("answers")["answers"]
                               if _belongs(built, entry, here)], days)  # fmt: skip
    posts = content.read("posts")
    talk.build_posts(built, own(posts["posts"]), days)
    talk.build_celebrations(built, own(plans["celebrations"]), days)
    talk.build_shelf(built, own(posts["shelf"]), days)
    together.build(built, {name: own(rows) for name, rows in content.read("together").items()}, days)
    for series in own(content.read("numbers")["series"]):
        numbers.build_series(built, series, days)
    counting = content.read("plans")
    data_plans.build_plans(built, own(counting["plans"]))
    data_plans.build_sources(built, own(counting["sources"]))
    data_plans.build_talks(built, own(counting["talks"]), days)
    dates.build_needs(built, own(plans["needs"]), days)
    dates.build_noticings(built, own(plans["noticings"]), days)
    dates.build_calls(built, own(plans["friendly_calls"]), days)
    asked.build_asked(built, organization, days)
    asking.build_invitations(built, own(content.read("invitations")["invitations"]))
    letters.build_letters(built, own(content.read("newsletter")["letters"]), days)
    recognized = content.read("recognition")
    recognition.build_recognition(built, {name: own(rows) for name, rows in recognized.items()}, days)
    days.write()
    ways.build_tablets(built, own(handed_over["tablets"]))


def build_who(built, organization, plans):
    """Who people are, in one organization."""
    here, days, found = set(built.in_organization(organization["slug"])), Dates(), content.read("who")
    teams = {(each["slug"], team["center"]): team for each in organization["collaboratives"] for team in each["teams"]}

    def own(entries):
        return [entry for entry in entries if entry["collaborative"] in here]

    who.build_people(built, found, here)
    who.build_project_team(built, found, here, days)
    who.build_introductions(built, own(found["introductions"]), days)
    boards.build_boards(built, own(found["boards"]), teams, days)
    who.build_supports(built, plans["practical_supports"], found, here, days)
    who.build_welcome_calls(built, own(found["calls"]), days)
    reached = content.read("reach")
    reach.build_spread(built, own(reached["spread"]), days)
    reach.build_voices(built, own(reached["voices"]))
    reach.build_departures(built, own(content.read("leaving")["departures"]), days)
    days.write()


def _belongs(built, answer, here):
    cycle = built.cycles.get((answer["ramp"], answer["cycle"]))
    return cycle is not None and cycle.collaborative.slug in here
