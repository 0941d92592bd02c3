"""The table of the last whole run of the slow tests: `make test-slow` writes it to SLOW.md beside this file."""

import os
import platform
import subprocess
from collections import defaultdict
from datetime import datetime
from pathlib import Path

TABLE = Path(__file__).with_name("SLOW.md")
OUTCOMES = ("passed", "failed", "error", "skipped")
HEAD = (
    "# The slow tests\n\nMade by `make test-slow`. {about}\n\n"
    "| Tests | Passed | Failed | Skipped | Seconds |\n|---|---|---|---|---|\n"
)


def is_whole_run(config) -> bool:
    """Whether all slow tests and only those were asked for, by the process that writes the summary."""
    chosen = config.option.markexpr == "slow" and not config.option.keyword and not config.option.collectonly
    return chosen and config.args == config.getini("testpaths") and not hasattr(config, "workerinput")


def table(reports, about) -> str:
    """The table of these reports, `{outcome: reports}`, a row for each file in the order of their names."""
    counts, seconds = defaultdict(lambda: dict.fromkeys(OUTCOMES, 0)), defaultdict(float)
    for outcome in OUTCOMES:
        for report in reports.get(outcome, ()):
            file = report.nodeid.split("::")[0]
            counts[file][outcome] += 1
            seconds[file] += report.duration
    return HEAD.format(about=about) + "".join(
        f"| `{file}` | {own['passed']} | {own['failed'] + own['error']} | {own['skipped']} | {seconds[file]:.0f} |\n"
        for file, own in sorted(counts.items())
    )


def circumstances() -> str:
    """When, of which commit, and on what machine."""
    words = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    commit = subprocess.run(words, cwd=TABLE.parent, capture_output=True, text=True, check=False).stdout.strip()
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")
    return f"{now}, commit {commit or 'unknown'}, {os.cpu_count()} cores, Python {platform.python_version()}."
