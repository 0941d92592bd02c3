"""Is the house ready? What it still asks, in sentences, each with the page where it is answered. No lights."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.schedule.enums import ANNOUNCED
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import TEAM_ROLES, Responsibility, Role
from collaborative.tenancy.models import Membership, Team
from collaborative.tenancy.rules import project_team_note
from collaborative.ui.dates import short_day
from collaborative.ui.lists import listed

from .holiday_weeks import holiday_in_week_of, holidays_of

A_FEW, DATES = 3, 6
NAMED = (
    (Responsibility.RELATIONSHIP_MANAGER, "point_person"),
    (Responsibility.FAMILY_LIAISON, "family_liaison"),
    (Responsibility.DATA_LEAD, "data_lead"),
)


@dataclass(frozen=True)
class Ask:
    """Something the house still asks, and where to answer it."""

    words: str
    url: str


def asks(actor, house) -> list[Ask]:
    """Everything there is to ask today, in the order of the steps."""
    people = list(Membership.objects.visible_to(actor).on(actor.today).filter(collaborative_id=actor.collaborative_id)
                  .values_list("role", "responsibilities", "leads_collaborative", "team_id"))  # fmt: skip
    teams = dict(
        Team.objects.visible_to(actor)
        .filter(collaborative_id=actor.collaborative_id)
        .order_by("center__name", "pk")
        .values_list("pk", "center__name")
    )
    found = [*_of_people(people), *_of_centers(people, teams), *_of_texts(house), *_of_dates(actor, house)]
    return [Ask(words, reverse(f"starting:{page}", args=_place(actor))) for words, page in found]


def _place(actor):
    return [actor.organization_slug, actor.collaborative_slug]


def _of_dates(actor, house):
    dates = PlannedDate.objects.visible_to(actor).filter(
        collaborative_id=actor.collaborative_id, kind__in=ANNOUNCED, done_on=None
    )
    rows = list(dates.order_by("on", "pk"))
    past = [row.title for row in rows if row.on < actor.today]
    if past:
        yield (
            _("Before today: %(titles)s. Should the first session be further away?") % {"titles": _some(past)},
            "house_dates",
        )
    near = _near_holidays([row for row in rows if row.on >= actor.today], house)
    if near:
        yield _holidays_named(near), "house_dates"


def _near_holidays(rows, house):
    known = holidays_of(house.holidays, [row.on for row in rows])
    return [(row, near) for row in rows if (near := holiday_in_week_of(row.on, known))]


def _holidays_named(near):
    """One sentence for one date, and one for several."""
    named = [
        {"title": row.title, "day": short_day(row.on), "holiday": name, "holiday_day": _month_day(day)}
        for row, (day, name) in near[:DATES]
    ]
    if len(named) == 1:
        said = _("“%(title)s” is on %(day)s, in the week of %(holiday)s (%(holiday_day)s). Does that suit everybody?")
        return said % named[0]
    lines = [_("“%(title)s” on %(day)s (%(holiday)s)") % words for words in named]
    return _("Some dates are in a week with a holiday: %(dates)s. Do they suit everybody?") % {"dates": listed(lines)}


def _month_day(day):
    return date_format(day, "MONTH_DAY_FORMAT")


def _of_people(people):
    team = [row for row in people if row[0] == Role.IMPLEMENTATION_TEAM]
    in_hand = {one for row in team for one in row[1]}
    sentences = {
        "point_person": _("Whom do centers call first? Nobody is named yet."),
        "family_liaison": _("Who is the family liaison? Family partners need a name and a phone number."),
        "data_lead": _("Who helps with numbers? Nobody is named yet."),
    }
    if not any(row[2] for row in team):
        yield _("Who has the last word on the project team? It has no senior leader yet."), "house_people"
    for responsibility, key in NAMED:
        if responsibility not in in_hand:
            yield sentences[key], "house_people"
    if project_team_note(len(team)) == "small":
        yield _("Project teams have mostly three to six people. Who else could share the work?"), "house_people"
    if not any(row[0] == Role.FACULTY_COACH for row in people):
        yield _("No faculty coach is here yet. Who could walk beside the teams?"), "house_people"


def _of_centers(people, teams):
    if not teams:
        yield _("No center is here yet."), "house_centers"
        return
    held = {(role, team_id) for role, _responsibilities, _leads, team_id in people if role in TEAM_ROLES}
    leaderless = [name for pk, name in teams.items() if (Role.TEAM_LEADER, pk) not in held]
    if leaderless:
        yield _("No team leader yet at %(centers)s.") % {"centers": _some(leaderless)}, "house_centers"
    without = [name for pk, name in teams.items() if (Role.SENIOR_LEADER, pk) not in held]
    if without:
        yield (
            _("No senior leader yet at %(centers)s. Team leaders can ask them in when the house is open.")
            % {"centers": _some(without)},
            "house_centers",
        )


def _of_texts(house):
    if not house.collaborative.practical_supports:
        yield (
            _("What does taking part bring: pay, child care, rides, an interpreter? Nothing is written."),
            "house_texts",
        )
    if not house.welcome_words:
        yield _("The words of welcome are still yours to write."), "house_texts"
    if not house.equity_words:
        yield (
            _("Where does the framework speak of racial equity, cultural humility and inclusion? Nobody has said yet."),
            "house_framework",
        )


def _some(names):
    return listed(names if len(names) <= A_FEW else [*names[:A_FEW], _("others")])
