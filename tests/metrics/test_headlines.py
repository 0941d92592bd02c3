"""The sentence above a chart, word for word."""

import re

import pytest
from django.utils import translation

from metrics.aggregation import AVERAGE, COUNT, PERCENTAGE
from metrics.headlines import What, chart_words, number_word, sentence, sentences
from metrics.rules.headline import Care, Hoped, care, headline
from metrics.rules.run_chart import run_chart

MONTHS = [
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "August",
    "September",
    "October",
]
SAMPLE = [38, 44, 41, 35, 46, 43, 52, 48, 45, 58, 63, 61, 66, 72, 70, 74]
ABOVE = [48, 46, 47, 52, 45, 49, 47, 50, 46, 58, 63, 61, 66, 72, 70]  # six above, four below at most
SAW = [4, 6] * 6
LONG = [4, 6] * 5 + [4, 6, 6, 6, 6, 6, 6] + [4, 4, 4, 6, 4, 4, 4]
BANNED = {
    "owe",
    "late",
    "overdue",
    "missing",
    "failed",
    "suspicious",
    "escalate",
    "compliance",
    "must",
    "verdict",
    "signal",
}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(values, hoped=None, counted="", kind=COUNT, **options):
    """All that is said of these values, in one text."""
    periods = [MONTHS[row] if row < len(MONTHS) else f"week {row}" for row in range(len(values))]
    return " ".join(sentences(headline(run_chart(values, **options), hoped), None, periods, What(kind, counted)))


def mirrored(values):
    return [100 - value for value in values]


SENTENCES = {
    "under ten": (
        lambda: told([1, 2, 3, 4, 5, 6]),
        "Early days: 6 points so far. What story do these dots tell?",
    ),
    "one": (lambda: told([1]), "Early days: 1 point so far. What story does this dot tell?"),
    "none yet": (lambda: told([None]), "No points yet. The first one starts the story."),
    "no change": (
        lambda: told(SAW),
        "Up and down around the middle, as most numbers do. No clear change yet, and that is worth knowing.",
    ),
    "no change, frozen": (
        lambda: told(SAW, freeze=10),
        "Up and down around your usual level, as most numbers do. No clear change yet, and that is worth knowing.",
    ),
    "mostly the same": (
        lambda: told([5] * 8 + [6] * 5),
        "More than half of the dots lie on the middle line, so it says little here. What story do they tell?",
    ),
    "trend": (
        lambda: told([5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8]),
        "Five in a row going up. That often happens by luck. Worth watching.",
    ),
    "trend down": (
        lambda: told([5, 9, 1, 9, 1, 6, 9, 8, 7, 6, 2]),
        "Five in a row going down. That often happens by luck. Worth watching.",
    ),
    "trend that is over": (
        lambda: told([5, 1, 9, 1, 2, 3, 4, 8, 1, 9, 1, 9]),
        "Lately up and down around the middle line. "
        "Earlier, from Nov to Mar: five in a row going up. That often happens by luck.",
    ),
    "weak shift": (
        lambda: told(LONG),
        "Lately up and down around the middle line. Earlier, from Jul to week 16: six in a row above the middle line. "
        "On a chart this long that often happens by luck.",
    ),
    "weak shift that goes on": (
        lambda: told([4, 3, 7, 3, 7, 7, 7, 4, 4, 4, 6, 6, 4, 7, 3, 7, 3, 3, 7, 7, 7, 7, 7, 7]),
        "Six in a row above the middle line. On a chart this long that often happens by luck. Worth watching.",
    ),
    "shift, hoped-for way": (
        lambda: told(SAMPLE, Hoped.HIGHER),
        "Seven in a row above the middle line. Luck alone seldom does that. What was different from May on? "
        "Earlier, from Aug to Jan: six in a row below the middle line.",
    ),
    "shift, hoped-for way, alone": (
        lambda: told(ABOVE, Hoped.HIGHER),
        "Six in a row above the middle line. Luck alone seldom does that. What was different from May on?",
    ),
    "shift below, hoped for": (
        lambda: told(mirrored(ABOVE), Hoped.LOWER),
        "Six in a row below the middle line. Luck alone seldom does that. What was different from May on?",
    ),
    "shift that is over": (
        lambda: told([*ABOVE, 40]),
        "The newest dot lies below the middle line. Earlier, from May to October: six in a row above the middle line. "
        "Luck alone seldom does that. What was different then?",
    ),
    "shift that is over, the other side since": (
        lambda: told([*ABOVE, 40, 41, 42]),
        "The newest three dots lie below the middle line. "
        "Earlier, from May to October: six in a row above the middle line. "
        "Luck alone seldom does that. What was different then?",
    ),
    "shift that is over, the line since": (
        lambda: told([*ABOVE, 40, 59, 41]),
        "Lately up and down around the middle line. "
        "Earlier, from May to October: six in a row above the middle line. "
        "Luck alone seldom does that. What was different then?",
    ),
    "shift the other way that is over": (
        lambda: told([*mirrored(ABOVE), 60], Hoped.HIGHER, "talks"),
        "The newest dot lies above the middle line. Earlier, from May to October: six in a row below the middle line. "
        "Luck alone seldom does that. Was less happening, or did we see less?",
    ),
    "shift, other way": (
        lambda: told(ABOVE, Hoped.LOWER, "hard moments"),
        "Six in a row above the middle line: more hard moments counted. Is more happening, or do we see more?",
    ),
    "shift below, other way": (
        lambda: told(mirrored(ABOVE), Hoped.HIGHER, "talks"),
        "Six in a row below the middle line: fewer talks counted. Is less happening, or do we see less?",
    ),
    "shift, other way, without a name for it": (
        lambda: told(ABOVE, Hoped.LOWER),
        "Six in a row above the middle line. Luck alone seldom does that. Is more happening, or do we see more?",
    ),
    "shift of an average, other way": (
        lambda: told(mirrored(ABOVE), Hoped.HIGHER, kind=AVERAGE),
        "Six in a row below the middle line: a lower average. Luck alone seldom does that. "
        "What was different from May on, and for whom?",
    ),
    "shift of a percent, other way": (
        lambda: told(ABOVE, Hoped.LOWER, kind=PERCENTAGE),
        "Six in a row above the middle line: a higher percent. Luck alone seldom does that. "
        "What was different from May on, and for whom?",
    ),
    "shift of an average, other way, that is over": (
        lambda: told([*mirrored(ABOVE), 60], Hoped.HIGHER, kind=AVERAGE),
        "The newest dot lies above the middle line. Earlier, from May to October: six in a row below the middle line. "
        "Luck alone seldom does that. What was different then?",
    ),
    "shift from a usual level": (
        lambda: told([*[4, 6] * 5, 4, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6], freeze=10),
        "11 in a row above your usual level. Luck alone seldom does that. What was different from Jul on?",
    ),
    "new line": (
        lambda: told([*SAW, 9, 9, 9], phases=[12]),
        "Early days for the new middle line: 3 points so far. What story do these dots tell?",
    ),
    "short baseline": (
        lambda: told([*SAW, 9], freeze=6),
        "Early days: the usual level rests on 6 points so far. What story do these dots tell?",
    ),
    "uneven rooms": (
        lambda: sentence(care(rooms=[None, (2, 3)]), MONTHS),
        "Only 2 of 3 rooms counted in Sep, so read that dot with care.",
    ),
    "few counted": (
        lambda: sentence(Care(1, 4), MONTHS),
        "Only 4 were counted in Sep, so read that dot with care.",
    ),
}


@pytest.mark.capability("C149")
@pytest.mark.parametrize(("spoken", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_sentence_word_for_word(spoken, wanted):
    assert spoken() == wanted


@pytest.mark.parametrize("spoken", [spoken for spoken, _ in SENTENCES.values()], ids=SENTENCES)
def test_sentence_uses_no_banned_word(spoken):
    assert not set(re.findall(r"[a-z']+", spoken().lower())) & BANNED


def test_sentences_add_the_one_to_read_with_care():
    early, uneven = headline(run_chart([1, 2])), Care(1, 2, 3)

    assert sentences(early, uneven, MONTHS) == [
        "Early days: 2 points so far. What story do these dots tell?",
        "Only 2 of 3 rooms counted in Sep, so read that dot with care.",
    ]
    assert sentences(early, None, MONTHS) == ["Early days: 2 points so far. What story do these dots tell?"]


def test_number_word_up_to_ten():
    assert [number_word(number) for number in (0, 5, 10, 11)] == ["zero", "five", "ten", "11"]


def test_sentence_takes_braces_in_names_as_they_are():
    assert "{what}" in sentence(headline(run_chart(ABOVE), Hoped.LOWER), MONTHS, What(COUNT, "{what} moments"))


def test_chart_words_use_the_decimal_mark_of_the_language():
    with translation.override("de"):
        assert chart_words().decimal_mark == ","
    with translation.override("es"):  # as Spanish is written in the United States
        assert chart_words().decimal_mark == "."
