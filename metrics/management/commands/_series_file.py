"""Series from a file people made: CSV or JSON lines, with the line and the cure when something is wrong."""

import csv
import io
import json
import re
from dataclasses import dataclass, field
from math import isfinite

from metrics.rules.quotients import Caution, quotient

VALUES = ("series", "period", "value")
COUNTS = ("series", "period", "numerator", "denominator")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
LINE_END = re.compile(r"\r\n|\r|\n")  # and no other: a JSON string may hold U+2028
CAUTIONS = {
    Caution.NO_DENOMINATOR: "the denominator is empty or not above 0, so this row has no value",
    Caution.NO_NUMERATOR: "the numerator is empty, so this row has no value",
}


class BadFile(Exception):
    """The file cannot be read; the message gives its line and the cure."""

    def __init__(self, line, fault):
        super().__init__(f"line {line}: {fault}")


@dataclass
class Series:
    """Values of one series in the order of its rows, None where nothing was recorded."""

    name: str
    values: list = field(default_factory=list)
    lines: dict = field(default_factory=dict)  # period -> the line it stands in


@dataclass
class SeriesFile:
    """All series by name in order of first appearance, and the rows to be read with care."""

    series: dict = field(default_factory=dict)
    cautions: list = field(default_factory=list)

    def add(self, line, name, period, cells):
        """One row: its value, or the quotient of its numerator and denominator."""
        series = self.series.setdefault(name, Series(name))
        if period in series.lines:
            before = series.lines[period]
            raise BadFile(line, f"{shown(name)}, {shown(period)} stands in line {before} already; keep one of the two")
        series.lines[period] = line
        value, caution = (cells[0], None) if len(cells) == 1 else _quotient(line, *cells)
        series.values.append(value)
        if caution:
            self.cautions.append(f"line {line}: {shown(name)}, {shown(period)}: {CAUTIONS[caution]}")


def read_series(data):
    """The SeriesFile in these bytes; raises BadFile.

    CSV begins with a header, JSON lines with an object; UTF-8 with or without a byte order mark, any line ends.
    """
    text, found = _decoded(data), SeriesFile()
    start = text.lstrip()[:1]
    if not start:
        raise BadFile(1, f"nothing here; begin with the header {','.join(VALUES)} or {','.join(COUNTS)}")
    for row in _json_rows(text, found) if start in "{[" else _csv_rows(text):
        found.add(*row)
    return found


def shown(words):
    """A name from the file, safe and short enough for a message."""
    quoted = repr(str(words))
    return quoted if len(quoted) <= 60 else f"{quoted[:57]}..."


def _quotient(line, numerator, denominator):
    try:
        return quotient(numerator, denominator)
    except (ValueError, OverflowError):
        raise BadFile(line, "numerator / denominator is too large for a number; check both") from None


def _decoded(data):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(_line_at(data, error.start), "is not UTF-8; save the file again as CSV UTF-8") from None
    if "\0" in text:
        raise BadFile(_line_at(data, data.index(b"\0")), "holds a null byte; save the file again as CSV UTF-8")
    return text


def _line_at(data, place):
    return len(re.findall(rb"\r\n|\r|\n", data[:place])) + 1


def _csv_rows(text):
    """Line, series, period and numbers of each row under the header."""
    header = None
    for line, row in _records(text):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if header is None:
            header = _header(line, cells)
            continue
        if len(cells) != len(header):
            raise BadFile(line, f"has {len(cells)} columns, the header has {len(header)}; write {','.join(header)}")
        if not cells[0] or not cells[1]:
            raise BadFile(line, "names no series or no period; every row needs both")
        numbers = [_csv_number(line, name, cell) for name, cell in zip(header[2:], cells[2:], strict=True)]
        yield line, cells[0], cells[1], numbers


def _records(text):
    """Rows of cells with the line each begins in."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadFile(
            line, f"cannot be read ({error}); close every quotation mark, and write one inside a cell twice"
        ) from None


def _header(line, cells):
    header = tuple(cell.lower() for cell in cells)
    if header not in (VALUES, COUNTS):
        raise BadFile(line, f"the header is {','.join(VALUES)} or {','.join(COUNTS)}, with commas between")
    return header


def _csv_number(line, name, cell):
    if not cell:
        return None
    number = float(cell) if NUMBER.fullmatch(cell) else float("nan")
    if not isfinite(number):
        raise BadFile(line, f"{name} {shown(cell)} is not a number; write digits and a point, or leave it empty")
    return number


def _json_rows(text, found):
    """Line, series, period and numbers of each entry of each object; a series without entries is kept as well."""
    for line, entry in enumerate(LINE_END.split(text), start=1):
        if not entry.strip():
            continue
        table = _json_object(line, entry)
        name = table.get("series")
        if not isinstance(name, str) or not name.strip():
            raise BadFile(line, 'names no series; write "series": "..."')
        columns, lists = _json_lists(line, table)
        found.series.setdefault(name, Series(name))
        for period, *cells in zip(*lists, strict=True):
            numbers = [_json_number(line, column, cell) for column, cell in zip(columns, cells, strict=True)]
            yield line, name, _json_period(line, period), numbers


def _json_object(line, entry):
    def refuse(constant):
        raise ValueError(f"{constant} is not a number")

    try:
        table = json.loads(entry, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        cure = "write each series as one object on one line, null where nothing was recorded"
        raise BadFile(line, f"cannot be read as JSON ({error}); {cure}") from None
    if not isinstance(table, dict):
        raise BadFile(line, "is not an object; write each series as one object in braces on one line")
    return table


def _json_lists(line, table):
    """The names of the columns with numbers, and the periods with these columns, all of one length."""
    given = {"values", "numerators", "denominators"} & table.keys()
    if given not in ({"values"}, {"numerators", "denominators"}):
        raise BadFile(line, 'needs either "values" or both "numerators" and "denominators"')
    columns = [column for column in ("values", "numerators", "denominators") if column in given]
    lists = [table.get(column) for column in ("periods", *columns)]
    for column, cells in zip(("periods", *columns), lists, strict=True):
        if not isinstance(cells, list):
            raise BadFile(line, f'"{column}" is not a list; write it in square brackets')
    if len({len(cells) for cells in lists}) > 1:
        lengths = ", ".join(
            f"{len(cells)} {column}" for column, cells in zip(("periods", *columns), lists, strict=True)
        )
        raise BadFile(line, f"has {lengths}; give one of each for every period, null where nothing was recorded")
    return columns, lists


def _json_period(line, period):
    if isinstance(period, bool) or not isinstance(period, str | int | float) or not str(period).strip():
        raise BadFile(line, "a period is a text or a number, and not empty")
    return str(period)


def _json_number(line, column, cell):
    if cell is None:
        return None
    try:
        number = float("nan") if isinstance(cell, bool | str | list | dict) else float(cell)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise BadFile(line, f"{column} hold {shown(cell)}, which is not a number; write digits, or null")
    return number
