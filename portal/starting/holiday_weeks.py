"""Public holidays near dates, of the calendar a house keeps to."""

import unicodedata
from datetime import date, timedelta

import holidays
from django.utils.translation import gettext_lazy as _

WEEK = 7
COUNTRIES = {"US": _("United States"), "CA": _("Canada"), "MX": _("Mexico"), "PR": _("Puerto Rico")}


def calendar_choices(country: str, chosen: str = "") -> list[tuple[str, str]]:
    """What can be chosen: no calendar, the organization's country, each of its parts; and what is chosen already."""
    choices = [("", _("No calendar"))]
    for code in dict.fromkeys([country, *COUNTRIES]):
        try:
            parts = holidays.country_holidays(code)
        except NotImplementedError:
            continue
        choices.append((code, COUNTRIES.get(code, code)))
        if code == country:
            names = {part: name for name, part in parts.subdivisions_aliases.items()}
            named = [(f"{code}-{part}", names.get(part, part)) for part in parts.subdivisions if part not in COUNTRIES]
            choices += sorted(named, key=lambda choice: _as_sorted(choice[1]))
    known = {value for value, _name in choices}
    return choices if chosen in known else [*choices, (chosen, chosen)]


def _as_sorted(name):
    return unicodedata.normalize("NFKD", name).casefold()


def holidays_of(calendar: str, days) -> dict[date, str]:
    """The public holidays in the years of `days`, with their names; none for a calendar nobody knows."""
    if not calendar or not days:
        return {}
    country, _hyphen, part = calendar.partition("-")
    years = range(min(days).year - 1, max(days).year + 2)
    try:
        return dict(holidays.country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        return {}


def holiday_in_week_of(day: date, known: dict[date, str]) -> tuple[date, str] | None:
    """The first public holiday from Monday to Friday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=number) for number in range(5)]
    return next(((one, known[one]) for one in week if one in known), None)
