"""Is this small enough for next Tuesday? A hint for a question, never a mark on the try."""

import datetime
import re

HANDFUL = 5  # children or grown-ups in a first try; the source speaks of "very small scale", the number is ours
WEEK = datetime.timedelta(days=9)  # "about a week": from one Tuesday to the next, and a weekend before it

WHOLE = re.compile(
    r"\b(all (?:of )?(?:the |our )?(?:rooms|classrooms|families|children|kids|teachers|staff|parents|groups)"
    r"|every (?:room|classroom|family|child|teacher|parent|group|day for|week)|everyone|everybody"
    r"|(?:whole|entire) (?:center|school|program|staff|year|month)|center-?wide|from now on|permanent(?:ly)?|policy"
    r"|tod[oa]s (?:los|las) \w+|cada (?:sal[oó]n|familia|niñ[oa])|todo el (?:centro|programa|año|mes))\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s+(?:\w+\s+)?"
    r"(children|kids|families|parents|teachers|rooms|classrooms|people|weeks|months)\b",
    re.IGNORECASE,
)
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LIMITS = {"rooms": 1, "classrooms": 1, "weeks": 1, "months": 0}


def looks_big(*, words: str, today: datetime.date, starts_on=None, look_back_on=None) -> bool:
    """Whether a first try reaches further than about a week, one room or a handful of people."""
    far = any(day is not None and day - today > WEEK for day in (starts_on, look_back_on))
    return far or bool(WHOLE.search(words)) or any(_is_many(*found) for found in COUNTED.findall(words))


def _is_many(number: str, of_what: str) -> bool:
    number = number.lower()
    count = int(number) if number.isdigit() else WORDS.index(number) if number in WORDS else 20
    return count > LIMITS.get(of_what.lower(), HANDFUL)
