"""`make tour`: every main page as each person of the demo, and three journeys counted. Exits with 1 on any problem.

TOUR_KEYS=teacher,coach leaves it at some people; TOUR_ADDRESS walks an application that runs already; TOUR_FOLDER
names another place for the pictures.
"""

import os
import shutil
import sys
import time
from pathlib import Path

from portal.servers.process import ServerError, say
from portal.servers.state import PROJECT

from . import report
from .browser import NoBrowser, launched
from .journeys import walk_journeys
from .server import served
from .stops import KEYS
from .walk import walk, walk_as_an_older_phone, walk_the_door

OLDER_PHONE_OF = "teacher"


def chosen_keys() -> list[str]:
    """Whom to walk as. Raises ServerError for somebody the demo does not know."""
    named = [key.strip() for key in os.environ.get("TOUR_KEYS", "").split(",") if key.strip()]
    if unknown := sorted(set(named) - set(KEYS)):
        raise ServerError(f"The demo has nobody called {', '.join(unknown)}. It knows: {', '.join(KEYS)}.")
    return named or list(KEYS)


def tour(folder, keys) -> list[str]:
    """Walk, and write down what was found."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with launched() as browser, served() as address:
        visits = _timed("the door", walk_the_door, browser, address, folder)
        for key in keys:
            visits += _timed(key, walk, browser, address, key, folder)
        if OLDER_PHONE_OF in keys:
            visits += _timed("an older phone", walk_as_an_older_phone, browser, address, OLDER_PHONE_OF, folder)
        journeys = walk_journeys(browser, address)
    return report.write(folder, address, visits, journeys)


def _timed(who, walking, *arguments):
    began = time.monotonic()
    visits = walking(*arguments)
    problems = sum(len(visit.problems) for visit in visits)
    say(f"{who}: {len(visits)} pages in {time.monotonic() - began:.0f} s, {problems or 'no'} problems")
    return visits


def main() -> int:
    folder = Path(os.environ.get("TOUR_FOLDER", PROJECT / "tour"))
    try:
        problems = tour(folder, chosen_keys())
    except (NoBrowser, ServerError) as error:
        say(str(error))
        return 1
    for problem in problems:
        say(problem)
    say(f"{len(problems) or 'No'} problems. The pictures are in {folder}; begin with index.html.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
