import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.starting import pasted
from portal.starting.pasted import rows_of


@pytest.mark.parametrize(
    "text",
    [
        "Maple Street, Alder Falls, Rosa, Méndez, rosa@example.org",
        "Maple Street; Alder Falls; Rosa; Méndez; rosa@example.org",
        "Maple Street\tAlder Falls\tRosa\tMéndez\trosa@example.org",
        '"Maple Street", Alder Falls, Rosa, "Méndez", rosa@example.org',
        "Center, Town, First name, Family name, E-mail\nMaple Street, Alder Falls, Rosa, Méndez, rosa@example.org",
        "\n\n  Maple   Street ,Alder Falls,Rosa,Méndez,rosa@example.org\n,,,\n",
    ],
)
def test_a_list_is_read_however_it_was_pasted(text):
    assert [row.cells for row in rows_of(text)] == [
        ("Maple Street", "Alder Falls", "Rosa", "Méndez", "rosa@example.org")
    ]


def test_lines_are_numbered_as_people_see_them():
    rows = rows_of("Center, Town\n\nBlue Door, Easton\nGreen Hill")

    assert [(row.number, row.text, row.cell(1), row.cell(9)) for row in rows] == [
        (3, "Blue Door, Easton", "Easton", ""),
        (4, "Green Hill", "", ""),
    ]


def test_a_name_with_a_comma_in_it_is_one_name():
    assert rows_of('"Door, Blue", Easton')[0].cells == ("Door, Blue", "Easton")


def test_more_than_two_hundred_lines_are_too_many():
    assert len(rows_of("Center\n" * 1 + "Blue Door\n" * pasted.MOST_ROWS)) == 200
    with pytest.raises(pasted.TooManyRows):
        rows_of("Blue Door\n" * 201)


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert all(row.cells for row in rows_of(text))
