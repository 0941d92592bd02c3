import datetime

import pytest

from collaborative.cards import rules

NOW = datetime.datetime(2026, 3, 3, 14, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("KM4TR-WPXHD", "KM4TRWPXHD"),
        (" km4tr wpxhd ", "KM4TRWPXHD"),
        ("k-m-4-t-r-w-p-x-h-d", "KM4TRWPXHD"),
        ("KM4TR–WPXHD", "KM4TRWPXHD"),
        ("KM4TRWPXH", ""),
        ("KM4TRWPXHDD", ""),
        ("KM4TRWPXH0", ""),
        ("KM4TRWPXHÑ", ""),
        ("", ""),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed, code):
    assert rules.plain_code(typed) == code


def test_no_sign_of_a_code_looks_like_another_one_and_no_code_is_a_word():
    assert set(rules.ALPHABET) & set("AEIOU0125SZBL8") == set()
    assert (len(set(rules.ALPHABET)), len(rules.ALPHABET), rules.LENGTH >= 8) == (22, 22, True)


def test_a_code_is_printed_in_two_groups():
    assert rules.printed_code("KM4TRWPXHD") == "KM4TR-WPXHD"


@pytest.mark.parametrize(
    "digits",
    ["0000", "1111", "1234", "4321", "7890", "123456", "987654", "1212", "123123", "454545", "1987", "2015", "2580"],
)
def test_what_everybody_would_try_first_is_no_pin(digits):
    assert rules.is_easy_to_guess(digits)


@pytest.mark.parametrize("digits", ["4719", "1357", "80412", "314159", "2381"])
def test_other_digits_are_fine(digits):
    assert (rules.is_pin(digits), rules.is_easy_to_guess(digits)) == (True, False)


@pytest.mark.parametrize("digits", ["", "123", "1234567", "12a4", "４７１９", "-471"])
def test_four_to_six_plain_digits_make_a_pin(digits):
    assert not rules.is_pin(digits)


def test_first_names_alone_stand_on_a_tablet_unless_two_share_one():
    people = [("Rosa", "Delgado"), ("Rosa", "Marin"), ("Denise", "Carter"), ("Rosa", "")]

    assert rules.names_on_tablet(people) == ["Rosa D.", "Rosa M.", "Denise", "Rosa"]


@pytest.mark.parametrize(
    ("on_tablet", "anywhere", "rests_for", "may"),
    [
        (0, 0, None, True),
        (4, 4, None, True),
        (5, 5, 1, False),
        (5, 5, 0, True),
        (9, 19, None, True),
        (10, 10, None, False),
        (3, 20, None, False),
    ],
)
def test_a_pin_is_tried_a_few_times_then_rests_then_is_shut(on_tablet, anywhere, rests_for, may):
    rests_until = None if rests_for is None else NOW + datetime.timedelta(minutes=rests_for)

    assert rules.may_guess(on_tablet=on_tablet, anywhere=anywhere, rests_until=rests_until, now=NOW) is may


def test_it_rests_after_the_fifth_and_the_tenth():
    assert [number for number in range(1, 11) if rules.rests_after(number)] == [5, 10]
