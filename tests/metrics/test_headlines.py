"""The sentence above a chart, word for word."""

import re

import pytest
from django.utils import translation

from metrics.headlines import chart_words, number_word, sentence, sentences
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


def said(values, hoped=None, counted=None, **options):
    periods = [MONTHS[row] if row < len(MONTHS) else f"week {row}" for row in range(len(values))]
    return sentence(headline(run_chart(values, **options), hoped), periods, counted)


def mirrored(values):
    return [100 - value for value in values]


SENTENCES = {
    "under ten": (
        lambda: said([1, 2, 3, 4, 5, 6]),
        "Early days: 6 points so far. What story do these dots tell?",
    ),
    "one": (lambda: said([1]), "Early days: 1 point so far. What story does this dot tell?"),
    "none yet": (lambda: said([None]), "No points yet. The first one starts the story."),
    "no change": (
        lambda: said(SAW),
        "Up and down around the middle, as most numbers do. No clear change yet, and that is worth knowing.",
    ),
    "no change, frozen": (
        lambda: said(SAW, freeze=10),
        "Up and down around your usual level, as most numbers do. No clear change yet, and that is worth knowing.",
    ),
    "mostly the same": (
        lambda: said([5] * 8 + [6] * 5),
        "More than half of the dots lie on the middle line, so it says little here. What story do they tell?",
    ),
    "trend": (
        lambda: said([5, 1, 9, 1, 9, 4, 1, 2, 3, 4, 8]),
        "Five in a row going up. That often happens by luck. Worth watching.",
    ),
    "trend down": (
        lambda: said([5, 9, 1, 9, 1, 6, 9, 8, 7, 6, 2]),
        "Five in a row going down. That often happens by luck. Worth watching.",
    ),
    "trend that is over": (
        lambda: said([5, 1, 9, 1, 2, 3, 4, 8, 1, 9, 1, 9]),
        "Five in a row going up, from Nov to Mar. That often happens by luck. Worth watching.",
    ),
    "weak shift": (
        lambda: said(LONG),
        "Six in a row above the middle line, from Jul to week 16. "
        "On a chart this long that often happens by luck. Worth watching.",
    ),
    "shift, hoped-for way": (
        lambda: said(SAMPLE, Hoped.HIGHER),
        "Six in a row below the middle line, then seven in a row above it. Luck alone seldom does that. "
        "What was different from May on?",
    ),
    "shift, hoped-for way, alone": (
        lambda: said(ABOVE, Hoped.HIGHER),
        "Six in a row above the middle line. Luck alone seldom does that. What was different from May on?",
    ),
    "shift below, hoped for": (
        lambda: said(mirrored(ABOVE), Hoped.LOWER),
        "Six in a row below the middle line. Luck alone seldom does that. What was different from May on?",
    ),
    "shift that is over": (
        lambda: said([*ABOVE, 40]),
        "Six in a row above the middle line. Luck alone seldom does that. What was different from May to October?",
    ),
    "shift, other way": (
        lambda: said(ABOVE, Hoped.LOWER, "hard moments"),
        "Six in a row above the middle line: more hard moments counted. Is more happening, or do we see more?",
    ),
    "shift below, other way": (
        lambda: said(mirrored(ABOVE), Hoped.HIGHER, "talks"),
        "Six in a row below the middle line: fewer talks counted. Is less happening, or do we see less?",
    ),
    "shift, other way, without a name for it": (
        lambda: said(ABOVE, Hoped.LOWER),
        "Six in a row above the middle line. Luck alone seldom does that. Is more happening, or do we see more?",
    ),
    "shift from a usual level": (
        lambda: said([*[4, 6] * 5, 4, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6], freeze=10),
        "11 in a row above your usual level. Luck alone seldom does that. What was different from Jul on?",
    ),
    "new line": (
        lambda: said([*SAW, 9, 9, 9], phases=[12]),
        "Early days for the new middle line: 3 points so far. What story do these dots tell?",
    ),
    "short baseline": (
        lambda: said([*SAW, 9], freeze=6),
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
    assert "{what}" in sentence(headline(run_chart(ABOVE), Hoped.LOWER), MONTHS, "{what} moments")


def test_chart_words_use_the_decimal_mark_of_the_language():
    with translation.override("es"):
        assert chart_words().decimal_mark == ","
    assert chart_words().decimal_mark == "."
