"""One table of all measurements, as text that reads well in a terminal and as Markdown."""

import os
import platform
import subprocess
from dataclasses import astuple, dataclass
from datetime import datetime

from portal.servers.state import PROJECT

HEADS = ("What", "Measured", "Beside it", "Ratio", "Goal", "Reached")
INTRODUCTION = """# Measurements

Made by `make bench`, in one run, both sides of a ratio in turns; times and ratios are medians of the rounds. {about}

"""


@dataclass(frozen=True)
class Line:
    """One measurement: what, the figure, what it is held against, their ratio, the goal, whether it is reached."""

    what: str
    measured: str
    beside: str = ""
    ratio: str = ""
    goal: str = ""
    is_met: bool | None = None

    def cells(self):
        *words, is_met = astuple(self)
        return (*words, {True: "yes", False: "not yet", None: ""}[is_met])


def of_speeds(rows) -> list[Line]:
    """Lines of rows that say how many times faster ours is than the plain way."""
    return [
        Line(
            row["what"], f"{row['ours_ms']:.3f} ms", f"{row['plain_ms']:.3f} ms", f"{row['ratio']} times faster",
            f"{row['goal']} or more" if row["goal"] else "", row["is_met"],
        )
        for row in rows
    ]  # fmt: skip


def of_memory(rows, goal) -> list[Line]:
    """Lines of what an idle application takes, by kind of process; the goal is for all together."""
    found = []
    for row in rows:
        is_all = row["process"] == "all"
        what = f"memory of an idle make run: {row['process']}, {row['count']} processes"
        is_met = row["pss_mb"] <= goal and row["heavy_libraries"] == "none" if is_all else None
        heavy = f"heavy libraries: {row['heavy_libraries']}"
        found.append(Line(what, f"{row['pss_mb']} MB", heavy, "", f"{goal} MB or less" if is_all else "", is_met))
    return found


def markdown(lines, about="") -> str:
    """The table, its columns as wide as what stands in them."""
    rows = [HEADS, *[line.cells() for line in lines]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    drawn = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return INTRODUCTION.format(about=about) + "\n".join([drawn[0], rule, *drawn[1:]]) + "\n"


def circumstances() -> str:
    """When, of which commit, and on what machine."""
    words = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    commit = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")
    return (
        f"{now}, commit {commit}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"load of the machine over the last 1, 5 and 15 minutes: {load}."
    )
