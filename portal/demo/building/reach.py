"""How far tries have come, a leader's notes about voices, and a center that left on good terms."""

from collaborative.tenancy.actions.leaving import leave
from pdsa.actions import note_spread, note_voices

SPREAD = ("rooms", "rooms_reached", "staff", "staff_reached", "words")
VOICES = ("languages", "we_speak", "rooms", "thoughts")
SAID = ("reasons", "own_words", "lessons", "words_after", "chosen_by")


def build_spread(built, entries, dates):
    for data in entries:
        on = built.past(built.monday(data["weeks_ago"]))
        row = note_spread(_team(built, data), by=built.people[data["by"]], on=on, **_of(data, SPREAD))
        dates.of(row, on)


def build_voices(built, entries):
    for data in entries:
        note_voices(
            _team(built, data), None, version=None, by=built.people[data["by"]], on=built.today, **_of(data, VOICES)
        )


def build_departures(built, entries, dates):
    for data in entries:
        on = built.monday(data["weeks_ago"])
        row = leave(_team(built, data), left_on=on, by=built.people[data["by"]], on=on, **_of(data, SAID))
        dates.of(row, on)


def _team(built, data):
    return built.teams[data["collaborative"], data["center"]]


def _of(data, names):
    return {name: data[name].strip() if isinstance(data[name], str) else data[name] for name in names}
