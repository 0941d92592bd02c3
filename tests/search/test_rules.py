from hypothesis import given
from hypothesis import strategies as st

from portal.search.rules import LONGEST, Typed, corrected, letters_apart, nearest, typed


def test_words_are_taken_apart():
    assert typed('calm "goodbye song" -rain doo') == Typed(
        wanted='calm "goodbye song" doo',
        before='calm "goodbye song"',
        last="doo",
        unwanted=("rain",),
        words=("calm", "goodbye", "song", "doo"),
    )


def test_quotation_marks_are_the_same_whatever_the_phone_makes_of_them():
    straight = typed('calm "goodbye song"')
    assert [typed(f"calm {before}goodbye song{after}") for before, after in ("“”", "„“", "«»")] == [straight] * 3


def test_only_a_plain_last_word_may_go_on():
    assert typed('"goodbye song"').last == ""
    assert typed("drop-off").last == ""
    assert typed("a").last == ""
    assert typed("song !").last == "song"
    assert typed("drop-off").unwanted == ()


def test_nothing_is_nothing():
    assert typed("") == Typed()
    assert typed("-rain").words == ()
    assert typed("!!! & ( : *").words == ()


@given(st.text(max_size=300))
def test_anything_may_be_typed(text):
    found = typed(text)

    assert len(found.wanted) <= LONGEST
    assert all(word in text.lower() for word in found.words)


def test_letters_apart():
    assert [letters_apart("calm", other) for other in ("calm", "clam", "cam", "calms", "palm", "corner")] == [
        0, 1, 1, 1, 1, 5,
    ]  # fmt: skip


def test_the_nearest_word_and_of_equals_the_one_that_stands_in_more_places():
    assert nearest("brekfast", [("breakfast", 1), ("steadfast", 9)]) == "breakfast"
    assert nearest("sonf", [("song", 2), ("sons", 7), ("soft", 90)]) == "sons"
    assert nearest("cat", [("hat", 5)]) == ""  # so short a word with another letter is another word
    assert nearest("song", [("song", 5)]) == ""


def test_only_the_words_change():
    assert corrected('"Goodby sonf" -rain', {"goodby": "goodbye", "sonf": "song"}) == '"goodbye song" -rain'
