"""`manage.py runchart`: the run-chart analysis of a file as JSON, without a database."""

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from metrics.management.commands._series_file import BadFile, read_series, shown
from metrics.rules.run_chart import run_chart

HELP = """\
Reads series from a file (or standard input) and prints one JSON object a series: the middle line, shifts, trends,
runs and Anhoej's statistics, each as far as it is defined. Files are CSV with the header series,period,value or
series,period,numerator,denominator (empty: nothing was recorded), or JSON lines with "series", "periods" and
"values" or "numerators" and "denominators" (null: nothing was recorded). Rows are counted from 0."""
STATISTICS = (
    "longest_run",
    "longest_run_max",
    "crossings",
    "crossings_min",
    "anhoej_signal",
    "runs",
    "runs_lower",
    "runs_upper",
)


class Command(BaseCommand):
    help = HELP
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", default="-", metavar="FILE", help="CSV or JSON lines; - for standard input"
        )
        parser.add_argument(
            "--rules", choices=("perla", "anhoej"), default="perla", help="which rules the field signal follows"
        )
        parser.add_argument(
            "--freeze", type=_rows, metavar="K", help="the first K rows set the line; ignored with --phase"
        )
        parser.add_argument(
            "--phase", type=_row, action="append", default=[], metavar="K", help="row K starts a new phase; repeatable"
        )

    def handle(self, *, file, rules, freeze, phase, **options):
        found = self._read(file)
        series = list(found.series.values())
        charts = [run_chart(one.values, freeze=freeze, phases=phase) for one in series]
        lines = [
            json.dumps(_analysis(one.name, chart, rules, bool(phase)), allow_nan=False)
            for one, chart in zip(series, charts, strict=True)
        ]
        for caution in [*found.cautions, *_beyond(series, freeze, phase)]:
            self.stderr.write(f"Note: {caution}")
        if lines:
            self.stdout.write("\n".join(lines))

    def _read(self, file):
        try:
            data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise CommandError(f"{shown(file)} cannot be read: {reason}; check its name", returncode=2) from None
        try:
            return read_series(data)
        except BadFile as error:
            place = "standard input" if file == "-" else shown(file)
            raise CommandError(f"{place}, {error}", returncode=2) from None


def _rows(text):
    """A number of rows, 1 or more."""
    number = _row(text)
    if number == 0:
        raise ArgumentTypeError("at least one row sets the line; give 1 or more")
    return number


def _row(text):
    """A row, counted from 0."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ArgumentTypeError(f"{text!r} is not a row; give a whole number, rows are counted from 0")
    return int(text)


def _beyond(series, freeze, phases):
    """Notes on options that change nothing because no series has so many rows."""
    longest = max((len(one.values) for one in series), default=0)
    if freeze and not phases and freeze > longest:
        yield f"--freeze {freeze} is more than the longest series has ({longest} rows), so all rows set the line"
    for row in phases:
        if row >= longest:
            yield f"--phase {row} is beyond the longest series ({longest} rows, counted from 0), so it starts nothing"


def _analysis(name, chart, rules, has_phases):
    """What is printed for one series; the statistics at the top are the last phase's, `n` the whole series'."""
    facts = {"series": name, "n": chart.n, "n_useful": chart.n_useful, "center": list(chart.center)}
    facts |= _statistics(chart, len(chart.phases) - 1, rules)
    facts["shifts"] = [_stretch(stretch) for stretch in chart.shifts]
    facts["trends"] = [_stretch(stretch) for stretch in chart.trends]
    if has_phases:
        facts["phases"] = [
            {"start": phase.start, "end": phase.end, "n": phase.n, "n_useful": phase.n_useful}
            | _statistics(chart, number, rules)
            for number, phase in enumerate(chart.phases)
        ]
    return facts


def _statistics(chart, number, rules):
    """The statistics of one phase, and whether the chosen rules see more than chance in it."""
    phase = chart.phases[number]
    stretches = [stretch for stretch in (*chart.shifts, *chart.trends) if stretch.phase == number]
    perla = bool(stretches) or bool(phase.runs_unusual)
    signal = phase.anhoej_signal if rules == "anhoej" else perla
    return {name: getattr(phase, name) for name in STATISTICS} | {"signal": signal}


def _stretch(stretch):
    return {
        "start": stretch.start,
        "end": stretch.end,
        "direction": stretch.direction.value,
        "count": stretch.count,
    }
