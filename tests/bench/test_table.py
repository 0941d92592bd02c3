"""The table of measurements, and the floor's own drawing."""

from portal.bench.bare import bare_charts
from portal.bench.table import Line, circumstances, markdown, of_memory, of_speeds


def test_the_table_says_what_is_reached_and_what_is_not_yet():
    lines = [
        Line("a page", "6.0 ms", "3.0 ms", "2.00", "3 or less", True),
        Line("a slow page", "60.0 ms", "3.0 ms", "20.00", "3 or less", False),
        Line("a figure", "1 MB"),
    ]

    rows = markdown(lines, "On a quiet day.").splitlines()

    assert rows[2].endswith("On a quiet day.")
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in (rows[4], *rows[6:])] == [
        ["What", "Measured", "Beside it", "Ratio", "Goal", "Reached"],
        ["a page", "6.0 ms", "3.0 ms", "2.00", "3 or less", "yes"],
        ["a slow page", "60.0 ms", "3.0 ms", "20.00", "3 or less", "not yet"],
        ["a figure", "1 MB", "", "", "", ""],
    ]
    assert len({len(row) for row in rows[4:]}) == 1


def test_speeds_and_memory_become_lines():
    speed = {"what": "engine", "ours_ms": 1.5, "plain_ms": 45, "ratio": 30.0, "goal": 20, "is_met": True}
    process = {"process": "web", "count": 2, "pss_mb": 90.1, "heavy_libraries": "none"}
    together = {"process": "all", "count": 9, "pss_mb": 480.0, "heavy_libraries": "pandas"}

    assert of_speeds([speed]) == [Line("engine", "1.500 ms", "45.000 ms", "30.0 times faster", "20 or more", True)]
    assert [(line.measured, line.goal, line.is_met) for line in of_memory([process, together], 650)] == [
        ("90.1 MB", "", None),
        ("480.0 MB", "650 MB or less", False),
    ]


def test_the_circumstances_name_commit_and_machine():
    said = circumstances()

    assert "commit " in said
    assert "cores" in said


def test_bare_charts_draw_the_last_half_year_and_leave_gaps_out():
    drawn = bare_charts([[0.5] * 30, [0.0, float("nan"), 1.0]])

    assert drawn.count("<svg") == 2
    assert drawn.count("L") == 25 + 1
