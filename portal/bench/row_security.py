"""What row-level security costs: the same pages by the same role, its policies in force and switched off in turns."""

from statistics import median

from .pages import PAGES, Opened, _seconds
from .scratch import OWNER, WEB
from .table import Line
from .world import PERIODS, SIZES

ROUNDS, PAGES_A_ROUND = 5, 3
GOAL = 1.25

SWITCH = """
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I {word} ROW LEVEL SECURITY', name);
  END LOOP;
END $$
"""


def row_security_lines(world, scratch) -> list[Line]:
    """Lines of the table: each page at its largest, with and without policies."""
    places = [world.place(SIZES[-1], collect) for collect in PERIODS]
    opened = [Opened(page, place) for page in PAGES for place in places]
    times = {True: [[] for _page in opened], False: [[] for _page in opened]}
    try:
        for _round in range(ROUNDS):
            for is_on in (False, True):
                _switch(scratch, is_on)
                for page, found in zip(opened, times[is_on], strict=True):
                    page.get()  # plans and caches of the new connection
                    found += [_seconds(page.get) for _time in range(PAGES_A_ROUND)]
    finally:
        _switch(scratch, True)
    return [
        _line(page, median(on), median(off)) for page, on, off in zip(opened, times[True], times[False], strict=True)
    ]


def _switch(scratch, is_on):
    scratch.connect_as(OWNER)
    scratch.sql(SWITCH.format(word="ENABLE" if is_on else "DISABLE"))
    scratch.connect_as(WEB)


def _line(opened, with_policies, without):
    ratio = with_policies / without
    place = opened.place
    return Line(
        f"row-level security on and off: {opened.page.name}, {place.centers} centers, {PERIODS[place.collect]} "
        f"{place.collect}s",
        f"{with_policies * 1000:.1f} ms", f"{without * 1000:.1f} ms", f"{ratio:.2f}", f"{GOAL} or less", ratio <= GOAL,
    )  # fmt: skip
