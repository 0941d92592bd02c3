"""Dates as an iCalendar file (RFC 5545), for people's own calendars."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from collaborative.ui.own_words import in_own_words

STAMP = datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC"))


def calendar_file(lines, *, name, zone) -> bytes:
    """A calendar of `lines` (id, starts_on, until, at, minutes, title, subtitle, note, questions, link, place).

    Times are those of `zone`, words the reader's. The same dates give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Next Tuesday//Dates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for line in lines:
        calendar.add_component(_event(line, ZoneInfo(zone)))
    return calendar.to_ical()


def _event(line, zone):
    event = Event()
    event.add("uid", f"{line.id}@next-tuesday")
    event.add("dtstamp", STAMP)
    event.add("summary", ": ".join(in_own_words(part) for part in (line.title, line.subtitle) if part))
    if line.at and line.starts_on == line.until:
        starts = datetime.combine(line.starts_on, line.at, tzinfo=zone)
        event.add("dtstart", starts.astimezone(ZoneInfo("UTC")))
        if line.minutes:
            event.add("dtend", (starts + timedelta(minutes=line.minutes)).astimezone(ZoneInfo("UTC")))
    else:
        event.add("dtstart", line.starts_on)
        event.add("dtend", line.until + timedelta(days=1))  # the day after the last one
    said = "\n".join(in_own_words(part) for part in (line.note, *line.questions) if part)
    for field, value in (("description", said), ("location", line.place), ("url", line.link)):
        if value:
            event.add(field, value)
    return event
