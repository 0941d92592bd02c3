"""`make bench`: every measurement in one table, printed and written to a file.

ARGS="engine pages" leaves it at some of them; BENCH_FILE names another file than portal/bench/RESULTS.md. What is
left out of a run keeps no line in its table, so the file is only written by default when all of them ran.
"""

import importlib
import os
import sys
import time
from pathlib import Path

from portal.memory import keep_what_is_loaded
from portal.servers.process import ServerError, say

from . import table
from .scratch import OWNER, WEB, scratch

RESULTS = Path(__file__).with_name("RESULTS.md")
IN_THE_WORLD = ("pages", "row_security", "talk")
BENCHES = ("engine", "drawing", *IN_THE_WORLD, "memory")


def measured(names) -> tuple[list, list[str]]:
    """(lines of the table, sentences about how they were made)."""
    lines, notes = [], []
    if "engine" in names:
        lines += _timed("engine", lambda: table.of_speeds(_module("engine").engine_rows()))
    if "drawing" in names:
        lines += _timed("drawing", lambda: table.of_speeds(_module("engine").drawing_rows()))
    if set(names) & set(IN_THE_WORLD):
        found, note = _in_the_world(names)
        lines += found
        notes.append(note)
    if "memory" in names:
        memory = _module("memory")
        lines += _timed("memory", lambda: table.of_memory(memory.memory_rows(), memory.GOAL_MB))
    return lines, notes


def _in_the_world(names):
    """What needs a database full of rows."""
    with scratch() as database:
        began = time.monotonic()
        database.connect_as(OWNER)
        world = _module("world").build(database, counts=set(names) & {"pages", "row_security"} != set())
        note = (
            f"The database held {world.own_numbers:,} numbers of the measured organization and {world.other_numbers:,} "
            f"of {_module('world').OTHERS} others."
        )
        say(f"world: {time.monotonic() - began:.0f} s. {note}")
        database.connect_as(WEB)
        keep_what_is_loaded()  # as the web process does
        lines = []
        if "pages" in names:
            lines += _timed("pages", lambda: _module("pages").page_lines(world))
        if "row_security" in names:
            lines += _timed("row security", lambda: _module("row_security").row_security_lines(world, database))
        if "talk" in names:  # last: what is said for it is in nobody else's way
            lines += _timed("talk", lambda: _module("talk").talk_lines(world, database))
        return lines, note


def _module(name):
    """A bench, loaded when it is its turn: some need a database that is there only then."""
    return importlib.import_module(f"portal.bench.{name}")


def _timed(name, bench):
    began = time.monotonic()
    lines = bench()
    say(f"{name}: {time.monotonic() - began:.0f} s")
    return lines


def main(words) -> int:
    names = words or list(BENCHES)
    if unknown := sorted(set(names) - set(BENCHES)):
        say(f"There is no bench called {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
        return 1
    try:
        lines, notes = measured(names)
    except ServerError as error:
        say(str(error))
        return 1
    text = table.markdown(lines, " ".join([table.circumstances(), *notes]))
    sys.stdout.write(text)
    file = os.environ.get("BENCH_FILE") or (RESULTS if set(names) == set(BENCHES) else "")
    if file:
        Path(file).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
