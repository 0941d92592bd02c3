"""What a code, a PIN and a shared device are, as pure functions of values."""

import datetime
import re
from collections import Counter

# A card's codes: no vowels, so that no code is a word, and none of the letters and digits that look like another one.
ALPHABET = "CDFGHJKMNPQRTVWXY34679"
LENGTH = 10  # 22^10 is more than 44 bits; 8 characters are the least for a code handed over in person
GROUP = 5  # as they are printed: KM4TR-WPXHD
CODES = 6  # of one card; ours: one a fortnight for as long as it lasts
VALID_DAYS = 90
CARDS_A_DAY = 20  # made by one person of a team; ours, as for invitations

# A PIN, and how often it may be mistyped. Four digits are guessed by one in a thousand within these limits.
PIN_DIGITS = range(4, 7)
RESTS_AFTER = 5  # wrong ones in a row on one tablet: it rests for this person
REST = datetime.timedelta(minutes=15)
MOST_ON_ONE_TABLET = 10  # in a row: then only a card, or signing in as elsewhere
MOST_ANYWHERE = 20  # in a row on all tablets together

FALLING_ROW = "9876543210"
RISING_ROW = "01234567890"
MIDDLE_ROW = ("2580", "0852")  # straight down the middle of the keys
YEAR = re.compile(r"(19|20)\d\d")


def plain_code(typed: str) -> str:
    """What was typed as a code in its one form; empty where it cannot be one. Spaces, dashes and case do not count."""
    code = "".join(sign for sign in typed.upper() if sign.isascii() and sign.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def printed_code(code: str) -> str:
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def is_pin(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) in PIN_DIGITS


def is_easy_to_guess(digits: str) -> bool:
    """All the same, counting up or down, two or three digits over and over, a year, or down the middle of the keys."""
    if digits in RISING_ROW or digits in FALLING_ROW or digits in MIDDLE_ROW or YEAR.fullmatch(digits):
        return True
    parts = (size for size in (1, 2, 3) if len(digits) % size == 0)
    return any(digits == digits[:size] * (len(digits) // size) for size in parts)


def names_on_tablet(people: list[tuple[str, str]]) -> list[str]:
    """First names alone; where two share one, the first letter of the family name tells them apart."""
    often = Counter(first for first, _family in people)
    return [first if often[first] == 1 or not family else f"{first} {family[0]}." for first, family in people]


def may_guess(*, on_tablet: int, anywhere: int, rests_until, now) -> bool:
    """Whether one more try at a PIN is taken: not while it rests, nor after too many in a row."""
    if on_tablet >= MOST_ON_ONE_TABLET or anywhere >= MOST_ANYWHERE:
        return False
    return rests_until is None or now >= rests_until


def rests_after(wrong: int) -> bool:
    return wrong % RESTS_AFTER == 0
