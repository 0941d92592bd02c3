"""`manage.py runchart` on what it cannot read: the line, the cure, exit code 2, and nothing printed."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command

HEADER = "series,period,value\n"
COUNTS = "series,period,numerator,denominator\n"


class Pipe:
    """Standard input with these bytes in it."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


@pytest.fixture
def refused(monkeypatch):
    """Runs the command on text or bytes and returns the error it must end with, and what it printed before."""

    def run(data, *arguments):
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdin", Pipe(data.encode() if isinstance(data, str) else data))
        with pytest.raises(CommandError) as error:
            call_command("runchart", *arguments, stdout=out)
        return error.value, out.getvalue()

    return run


J = '{"series": "a", "periods": [1, 2], '
BAD = {
    "nothing": ("", 1, "begin with the header"),
    "blank lines": ("\n \n", 1, "begin with the header"),
    "another header": ("name,month,value\na,1,2\n", 1, "the header is series,period,value or"),
    "semicolons": ("series;period;value\na;1;2\n", 1, "with commas between"),
    "a numerator alone": ("series,period,numerator\na,1,2\n", 1, "numerator,denominator"),
    "a word": (HEADER + "a,1,2\na,2,few\n", 3, "write digits and a point"),
    "nan": (HEADER + "a,1,nan\n", 2, "not a number"),
    "inf": (HEADER + "a,1,-inf\n", 2, "not a number"),
    "too large": (HEADER + "a,1,1e999\n", 2, "not a number"),
    "digits of another script": (HEADER + "a,1,١٢\n", 2, "not a number"),
    "an underscore": (HEADER + "a,1,1_000\n", 2, "not a number"),
    "a percent sign": (HEADER + "a,1,74%\n", 2, "not a number"),
    "too few columns": (HEADER + "a,1\n", 2, "has 2 columns"),
    "too many columns": (HEADER + '"a\nb",1,2\n"b\nc",2,3,4\n', 4, "has 4 columns"),
    "no series": (HEADER + ",1,2\n", 2, "every row needs both"),
    "no period": (HEADER + "a,,2\n", 2, "every row needs both"),
    "a period twice": (HEADER + "a,1,2\nb,1,2\na,1,3\n", 4, "stands in line 2 already"),
    "an open quote": (HEADER + 'a,1,2\n"a,2,3\n', 3, "close every quotation mark"),
    "a field without end": (HEADER + f"{'x' * 200000},1,2\n", 2, "cannot be read"),
    "not UTF-8": (HEADER.encode() + b"a,1,2\ncaf\xe9,1,3\n", 3, "save the file again as CSV UTF-8"),
    "UTF-16": (HEADER.encode("utf-16"), 1, "save the file again as CSV UTF-8"),
    "a null byte": (HEADER + "a,1,2\na,2,\0\n", 3, "null byte"),
    "a quotient too large": (COUNTS + "a,1,1e308,1e-308\n", 2, "too large"),
    "no JSON": ("{series: a}\n", 1, "write each series as one object on one line"),
    "JSON over lines": ('{"series":\n"a"}', 1, "one object on one line"),
    "a JSON list": ('["a"]', 1, "is not an object"),
    "JSON nested without end": ('{"series":' + "[" * 100000, 1, "cannot be read as JSON"),
    "JSON NaN": (J + '"values": [1, NaN]}', 1, "NaN is not a number"),
    "JSON number too large": (J + '"values": [1, 1e999]}', 1, "is not a number"),
    "JSON integer too large": (J + f'"values": [1, {"9" * 400}]}}', 1, "is not a number"),
    "JSON integer without end": (J + f'"values": [1, {"9" * 5000}]}}', 1, "cannot be read as JSON"),
    "JSON text for a number": (J + '"values": [1, "2"]}', 1, "write digits, or null"),
    "JSON truth for a number": (J + '"values": [1, true]}', 1, "write digits, or null"),
    "JSON lists of unequal lengths": (J + '"values": [1, 2, 3]}', 1, "has 2 periods, 3 values"),
    "JSON without periods": ('{"series": "a", "values": [1]}', 1, '"periods" is not a list'),
    "JSON numerators alone": (J + '"numerators": [1, 2]}', 1, "needs either"),
    "JSON values and numerators": (J + '"values": [1, 2], "numerators": [1, 2]}', 1, "needs either"),
    "JSON without a series": ('{"periods": [], "values": []}', 1, "names no series"),
    "JSON with an empty period": ('{"series": "a", "periods": [null], "values": [1]}', 1, "a period is"),
    "JSON with a period twice": (
        '{"series": "a", "periods": [1, "1"], "values": [1, 2]}',
        1,
        "stands in line 1 already",
    ),
    "JSON bad in its second line": (J + '"values": [1, 2]}\n{', 2, "cannot be read as JSON"),
}


@pytest.mark.parametrize(("data", "line", "cure"), BAD.values(), ids=BAD)
def test_runchart_bad_file_names_line_and_cure_and_prints_nothing(refused, data, line, cure):
    error, printed = refused(data)

    assert str(error).startswith(f"standard input, line {line}: ")
    assert cure in str(error)
    assert (error.returncode, printed, len(str(error)) < 400) == (2, "", True)


@pytest.mark.parametrize("name", ["nowhere.csv", "\0", "."], ids=repr)
def test_runchart_file_that_cannot_be_opened(refused, name):
    error, printed = refused("", name)

    assert "cannot be read" in str(error)
    assert (error.returncode, printed) == (2, "")


@pytest.mark.parametrize(
    "arguments", [("--freeze", "0"), ("--freeze", "-1"), ("--phase", "x"), ("--phase", "1.5"), ("--rules", "other")]
)
def test_runchart_options_without_meaning(refused, arguments):
    error, printed = refused(HEADER + "a,1,2\n", *arguments)

    assert "argument" in str(error)
    assert printed == ""
