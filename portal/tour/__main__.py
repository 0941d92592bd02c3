"""`make tour`: every main page as each person of the demo, and three journeys counted. Exits with 1 on any problem.

TOUR_KEYS=teacher,coach leaves it at some people, TOUR_PAGES=home,try at some pages; TOUR_ADDRESS walks an application
that runs already; TOUR_FOLDER names another place for the pictures.
"""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

from portal.servers.process import ServerError, say
from portal.servers.state import PROJECT

from . import report
from .browser import NoBrowser, launched
from .journeys import walk_journeys
from .server import served
from .stops import KEYS, PAGES
from .walk import walk, walk_as_an_older_phone, walk_the_door
from .weight import slow_phone

OLDER_PHONE_OF = "teacher"


def chosen(variable, known) -> list[str]:
    """What an environment variable names, in the order of what is known; all of it where it is not set.

    Raises ServerError for a name that is not known.
    """
    named = {word.strip() for word in os.environ.get(variable, "").split(",") if word.strip()}
    if unknown := sorted(named - set(known)):
        raise ServerError(f"{variable} names {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [name for name in known if name in named or not named]


def tour(folder, keys, pages) -> list[str]:
    """Walk, and write down what was found after each person."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    visits = []
    with launched() as browser, served() as address:
        journeys = walk_journeys(browser, address)
        slow = slow_phone(browser, address)
        for who, walking, key in _walks(keys):
            visits += _timed(who, walking, browser, address, key, folder, pages)
            problems = report.write(folder, address, visits, journeys, slow)
    return problems


def _walks(keys):
    yield "the door", walk_the_door, "nobody"
    for key in keys:
        yield key, walk, key
    if OLDER_PHONE_OF in keys:
        yield "an older phone", walk_as_an_older_phone, OLDER_PHONE_OF


def _timed(who, walking, *arguments):
    began = time.monotonic()
    visits = walking(*arguments)
    problems = sum(len(visit.problems) for visit in visits)
    say(f"{who}: {len(visits)} pages in {time.monotonic() - began:.0f} s, {problems or 'no'} problems")
    return visits


def main() -> int:
    folder = Path(os.environ.get("TOUR_FOLDER", PROJECT / "tour"))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends the tour ends its application with it
    try:
        problems = tour(folder, chosen("TOUR_KEYS", KEYS), chosen("TOUR_PAGES", PAGES))
    except (NoBrowser, ServerError) as error:
        say(str(error))
        return 1
    for problem in problems:
        say(problem)
    say(f"{len(problems) or 'No'} problems. The pictures are in {folder}; begin with index.html.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
