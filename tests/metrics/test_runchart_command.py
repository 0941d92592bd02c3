"""`manage.py runchart`: what it prints, and what it says about files it cannot read."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

HEADER = "series,period,value\n"
COUNTS = "series,period,numerator,denominator\n"
ROOT = Path(__file__).resolve().parents[2]


class Pipe:
    """Standard input with these bytes in it."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


@pytest.fixture
def runchart(monkeypatch):
    """Runs the command on text or bytes and returns its objects and its notes."""

    def run(data, *arguments):
        out, notes = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", Pipe(data.encode() if isinstance(data, str) else data))
        call_command("runchart", *arguments, stdout=out, stderr=notes)
        return [json.loads(line) for line in out.getvalue().splitlines()], notes.getvalue()

    return run


def rows(values, name="a"):
    return HEADER + "".join(f"{name},{row},{'' if value is None else value}\n" for row, value in enumerate(values))


TWO_SHIFTS = [10, 12, 11, 13, 12, 15, 16, 17, 16, 18, 19, 20]


@pytest.mark.capability("C147", "C149")
def test_runchart_prints_every_statistic(runchart):
    assert runchart(rows(TWO_SHIFTS)) == (
        [
            {
                "series": "a",
                "n": 12,
                "n_useful": 12,
                "center": [15.5] * 12,
                "longest_run": 6,
                "longest_run_max": 7,
                "crossings": 1,
                "crossings_min": 3,
                "anhoej_signal": True,
                "runs": 2,
                "runs_lower": 3,
                "runs_upper": 11,
                "signal": True,
                "shifts": [
                    {"start": 0, "end": 5, "direction": "below", "count": 6},
                    {"start": 6, "end": 11, "direction": "above", "count": 6},
                ],
                "trends": [],
            }
        ],
        "",
    )


def test_runchart_undefined_statistics_are_null(runchart):
    assert runchart(rows([None, None]))[0] == [
        {
            "series": "a",
            "n": 0,
            "n_useful": 0,
            "center": [None, None],
            "longest_run": None,
            "longest_run_max": None,
            "crossings": None,
            "crossings_min": None,
            "anhoej_signal": False,
            "runs": 0,
            "runs_lower": None,
            "runs_upper": None,
            "signal": False,
            "shifts": [],
            "trends": [],
        }
    ]


def test_runchart_computes_at_any_length(runchart):
    (short,), _ = runchart(rows([1, 2, 3, 4, 5, 6]))

    assert short["trends"] == [{"start": 0, "end": 5, "direction": "up", "count": 6}]
    assert (short["longest_run"], short["longest_run_max"], short["runs_lower"]) == (3, 6, None)


def test_runchart_rules_choose_what_signal_follows(runchart):
    trend_only = rows([5, 1, 9, 1, 2, 3, 4, 8, 1, 9, 1, 9])

    perla, anhoej = (runchart(trend_only, "--rules", rules)[0][0] for rules in ("perla", "anhoej"))

    assert (perla["signal"], anhoej["signal"]) == (True, False)
    assert perla | {"signal": False} == anhoej


def test_runchart_signal_of_unusual_runs_alone(runchart):
    (saw,), _ = runchart(rows([4, 6] * 6))

    assert (saw["runs"], saw["runs_upper"], saw["shifts"], saw["trends"], saw["signal"]) == (12, 11, [], [], True)


def test_runchart_freeze_sets_the_line(runchart):
    (chart,), _ = runchart(rows([1, None, 3, 9, 9, 9, 9, 9, 9]), "--freeze", "3")

    assert (chart["center"], chart["n"], chart["shifts"]) == (
        [2.0] * 9,
        8,
        [{"start": 2, "end": 8, "direction": "above", "count": 7}],
    )
    assert "phases" not in chart


def test_runchart_freeze_on_nothing_recorded_is_null(runchart):
    assert runchart(rows([None, 1, 2]), "--freeze", "1")[0][0]["center"] == [None] * 3


def test_runchart_phases_carry_their_statistics_and_the_last_stands_above(runchart):
    (chart,), _ = runchart(rows([1, 2, 1, 2, 8, 9, None, 8]), "--phase", "4", "--phase", "6", "--freeze", "2")

    assert (chart["n"], chart["n_useful"], chart["runs"]) == (7, 0, 0)
    assert chart["center"] == [1.5] * 4 + [8.5] * 2 + [8.0] * 2
    assert chart["phases"][0] == {
        "start": 0,
        "end": 3,
        "n": 4,
        "n_useful": 4,
        "longest_run": 1,
        "longest_run_max": 5,
        "crossings": 3,
        "crossings_min": 0,
        "anhoej_signal": False,
        "runs": 4,
        "runs_lower": None,
        "runs_upper": None,
        "signal": False,
    }
    assert [(phase["start"], phase["end"], phase["n"]) for phase in chart["phases"]] == [
        (0, 3, 4),
        (4, 5, 2),
        (6, 7, 1),
    ]


def test_runchart_phase_signals_are_their_own(runchart):
    (chart,), _ = runchart(rows([1, 2, 3, 4, 5, 4, 3, 4]), "--phase", "5")

    assert (chart["signal"], [phase["signal"] for phase in chart["phases"]]) == (False, [True, False])
    assert chart["trends"] == [{"start": 0, "end": 4, "direction": "up", "count": 5}]


def test_runchart_reads_counts_as_quotients_and_notes_rows_without_a_value(runchart):
    charts, notes = runchart(COUNTS + "a,1,34,46\na,2,3,0\na,3,,\na,4,5,\na,5,,5\na,6,1,2\n")

    assert (charts[0]["n"], charts[0]["center"]) == (2, [(34 / 46 + 0.5) / 2] * 6)
    assert notes.splitlines() == [
        "Note: line 3: 'a', '2': the denominator is empty or not above 0, so this row has no value",
        "Note: line 5: 'a', '4': the denominator is empty or not above 0, so this row has no value",
        "Note: line 6: 'a', '5': the numerator is empty, so this row has no value",
    ]


def test_runchart_series_come_in_order_of_first_appearance(runchart):
    charts, _ = runchart(HEADER + "z,1,1\na,1,5\nz,2,3\n")

    assert [(chart["series"], chart["n"]) for chart in charts] == [("z", 2), ("a", 1)]


def test_runchart_reads_json_lines(runchart):
    lines = [
        {"series": "é", "periods": [1, 2, 3], "values": [1, None, 3.5]},
        {"series": "empty", "periods": [], "values": []},
        {"series": "counts", "periods": ["a\u2028b", "c"], "numerators": [1, 3], "denominators": [2, 4]},
        {"series": "é", "periods": [4], "values": [9]},
    ]
    text = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)

    charts, _ = runchart(text)

    assert [(chart["series"], chart["n"], chart["center"]) for chart in charts] == [
        ("é", 3, [3.5] * 4),
        ("empty", 0, []),
        ("counts", 2, [0.625] * 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffseries,period,value\r\na,1,2\r\n\r\na,2,4\r\n",
        '"series","period","value"\r"a","1","2"\r"a","2","4"',
        "\n\n Series , PERIOD,value \n a , 1 , 2 \n,,\na,2,+4.0e0\n",
    ],
    ids=["mark, CRLF, blank lines", "quotes and CR", "spaces, capitals, empty cells"],
)
def test_runchart_reads_what_spreadsheets_write(runchart, text):
    (chart,), notes = runchart(text)

    assert (chart["series"], chart["center"], notes) == ("a", [3.0, 3.0], "")


def test_runchart_reads_quoted_fields(runchart):
    charts, _ = runchart(HEADER + '"Rooms, ""two"" of\nthree",1,5\n')

    assert charts[0]["series"] == 'Rooms, "two" of\nthree'


def test_runchart_reads_a_file_and_a_dash(runchart, tmp_path):
    file = tmp_path / "numbers.csv"
    file.write_text(rows([1, 2, 3]))

    assert runchart("", str(file))[0] == runchart(rows([1, 2, 3]), "-")[0] == runchart(rows([1, 2, 3]))[0]


def test_runchart_header_alone_prints_nothing(runchart):
    assert runchart(HEADER) == ([], "")


def test_runchart_notes_rows_beyond_every_series(runchart):
    charts, notes = runchart(rows([1, 2, 3]), "--phase", "3")
    _, notes_on_freeze = runchart(rows([1, 2, 3]), "--freeze", "4")

    assert (charts[0]["center"], len(charts[0]["phases"])) == ([2.0] * 3, 1)
    assert notes == "Note: --phase 3 is beyond the longest series (3 rows, counted from 0), so it starts nothing\n"
    assert notes_on_freeze.startswith("Note: --freeze 4 is more than the longest series has (3 rows)")


@pytest.mark.capability("C147")
def test_runchart_from_the_shell_needs_no_database(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "REDIS"))}
    environment |= {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "NEXT_TUESDAY_STATE": str(tmp_path / "state")}
    command = [sys.executable, str(ROOT / "manage.py"), "runchart"]

    good = subprocess.run(command, input=rows([1, 2, 3]), capture_output=True, text=True, env=environment)
    bad = subprocess.run(command, input=rows([1, 2, "x"]), capture_output=True, text=True, env=environment)

    assert (good.returncode, json.loads(good.stdout)["center"], good.stderr) == (0, [2.0] * 3, "")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "standard input, line 4: value 'x' is not a number; write digits and a point" in bad.stderr
    assert not (tmp_path / "state").exists()
