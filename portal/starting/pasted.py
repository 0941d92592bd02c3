"""Lists of people and centers as somebody pastes them: from a spreadsheet, a mail, a small CSV file. Pure functions."""

import csv
from dataclasses import dataclass

MOST_ROWS = 200
HEADINGS = {"e-mail", "email", "mail", "correo", "center", "centro", "program", "name", "nombre", "first name"}


class TooManyRows(ValueError):
    """More than anybody looks through at once."""


@dataclass(frozen=True)
class Row:
    """One line: its number as people count, what it says, and its cells."""

    number: int
    text: str
    cells: tuple[str, ...]

    def cell(self, index) -> str:
        return self.cells[index] if index < len(self.cells) else ""


def rows_of(text: str) -> list[Row]:
    """The lines of a pasted list, without empty ones and without a line of headings. Raises TooManyRows."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip(" ,;\t")]
    if len(lines) > MOST_ROWS + 1:
        raise TooManyRows
    mark = _mark([line for _number, line in lines])
    rows = [Row(number, line.strip(), _cells(line, mark)) for number, line in lines]
    if rows and _is_heading(rows[0]):
        rows = rows[1:]
    if len(rows) > MOST_ROWS:
        raise TooManyRows
    return rows


def _mark(lines) -> str:
    """What parts the cells: a tab where there is one, else whichever stands more often."""
    if any("\t" in line for line in lines):
        return "\t"
    return ";" if sum(line.count(";") for line in lines) > sum(line.count(",") for line in lines) else ","


def _cells(line, mark):
    cells = next(csv.reader([line], delimiter=mark, skipinitialspace=True), [])
    return tuple(" ".join(cell.split()) for cell in cells)


def _is_heading(row):
    return "@" not in row.text and any(cell.casefold() in HEADINGS for cell in row.cells)
