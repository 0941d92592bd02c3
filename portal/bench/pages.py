"""What pages over many centers cost: queries, time over the floor, bytes; with 8 and 160 centers, months and weeks.

The floor of a page: the bare SQL of its own queries, run by the same role under the same policies (rows fetched and
nothing done with them), the engine's batch analysis of the same values, the same charts written with bare string
formatting, and an empty page in the same frame through the same door.
"""

from collections import Counter
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from django.db import connection, transaction
from django.test import Client
from django.utils.text import compress_string

from collaborative.isolation.context import forgotten_on_leaving
from collaborative.people.models import User
from collaborative.tenancy.entering import enter
from metrics.arrays import values_of
from metrics.catalogue import metrics_of
from metrics.rules.batch import run_charts

from .bare import bare_charts
from .table import Line
from .world import PERIODS, SIZES

ROUNDS = 15
GOAL_RATIO, GOAL_QUERIES, GOAL_KILOBYTES = 3, 12, 40
KILOBYTE = 1000
FLOOR = ("empty", "sql", "analysis", "drawing")


@dataclass(frozen=True)
class Page:
    """A page that is measured: who opens it, where, and how many metrics, teams and charts are on it."""

    name: str
    who: str
    address: str
    metrics: int | None  # None: all of them
    teams: int | None
    charts: int | None


PAGES = (
    Page("balcony", "manager", "{here}", None, None, 0),
    Page("team home", "teacher", "{here}", None, 1, 1),
    Page("small multiples", "manager", "{here}metrics/{metric}/centers/", 1, None, None),
)


class Opened:
    """A page in one place, opened by the person it is for."""

    def __init__(self, page, place, **of_the_address):
        self.page, self.place = page, place
        self.user = User.objects.get(pk=getattr(place, page.who))
        self.address = page.address.format(here=place.address, metric=place.metric, **of_the_address)
        self.client = Client()
        self.client.force_login(self.user)

    def get(self, address=None):
        answer = self.client.get(address or self.address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address or self.address} answers {answer.status_code}")
        return answer

    def empty(self):
        return self.get(self.place.address + "empty-page/")

    def own_queries(self):
        """The page's queries beside those of the door and the frame: (SQL, parameters)."""
        at_the_door = Counter(sql for sql, _values in _queries(self.empty))
        own = []
        for sql, values in _queries(self.get):
            if at_the_door[sql]:
                at_the_door[sql] -= 1
            else:
                own.append((sql, values))
        return own

    def inside(self):
        """A context in which the database knows who asks, as during the page."""
        return _Inside(self.user.pk, self.place)


class _Inside:
    def __init__(self, user, place):
        self.names = user, place.organization, place.collaborative

    def __enter__(self):
        self.forgotten, self.transaction = forgotten_on_leaving(), transaction.atomic()
        self.forgotten.__enter__()
        self.transaction.__enter__()
        return enter(*self.names)

    def __exit__(self, *error):
        self.transaction.__exit__(*error)
        self.forgotten.__exit__(*error)


def page_lines(world) -> list[Line]:
    """Lines of the table: for every page and kind of period, queries, time over the floor and bytes."""
    return [line for page in PAGES for collect in PERIODS for line in _lines(page, collect, world)]


def _lines(page, collect, world):
    what = f"{page.name}, {PERIODS[collect]} {collect}s"
    found = {size: measured(Opened(page, world.place(size, collect))) for size in SIZES}
    few, many = (found[size]["queries"] for size in SIZES)
    door = found[SIZES[1]]["door"]
    counted = Line(
        f"{what}: queries of its own at {SIZES[0]} and {SIZES[1]} centers (door and frame: {door})",
        str(few), str(many), "same" if few == many else "differs", f"same, {GOAL_QUERIES} or fewer",
        few == many and many <= GOAL_QUERIES,
    )  # fmt: skip
    return [counted, *[line for size in SIZES for line in of_size(f"{what}, {size} centers", found[size])]]


def of_size(what, found):
    ratio = found["ratio"]
    parts = ", ".join(f"{name} {found[name] * 1000:.1f}" for name in FLOOR)
    kilobytes = found["bytes"] / KILOBYTE
    return [
        Line(
            f"{what}: server time against its floor ({parts})",
            f"{found['page'] * 1000:.1f} ms", f"{found['floor'] * 1000:.1f} ms", f"{ratio:.2f}",
            f"{GOAL_RATIO} or less", ratio <= GOAL_RATIO,
        ),
        Line(
            f"{what}: compressed", f"{kilobytes:.1f} KB", f"{found['raw'] / KILOBYTE:.0f} KB plain", "",
            f"{GOAL_KILOBYTES} KB or less", kilobytes <= GOAL_KILOBYTES,
        ),
    ]  # fmt: skip


def measured(opened, rounds=ROUNDS) -> dict:
    """Medians in seconds of the page and of each part of its floor, taken in turns; its queries and bytes.

    `ratio` is the median of the rounds' own ratios: where a machine is slow for a while, both sides of a round are.
    """
    content = opened.get().content
    own, door = opened.own_queries(), len(_queries(opened.empty))
    rounds = [_round(opened, own) for _round_number in range(rounds)]
    found = {name: median(one[name] for one in rounds) for name in rounds[0]}
    floor = sum(found[name] for name in FLOOR)
    found["sql_p95"] = quantiles([one["sql"] for one in rounds], n=20, method="inclusive")[-1]
    found["ratio"] = median(one["page"] / sum(one[name] for name in FLOOR) for one in rounds)
    sizes = {"raw": len(content), "bytes": len(compress_string(content))}
    return {**found, **sizes, "floor": floor, "queries": len(own), "door": door}


def _round(opened, own):
    """One turn of everything."""
    with opened.inside() as actor:
        inside = {"sql": _seconds(lambda: _fetch(own)), **_of_charts(actor, opened.page)}
    return {**inside, "page": _seconds(opened.get), "empty": _seconds(opened.empty)}


def _of_charts(actor, page):
    """What the numbers of a page and its charts take; nothing where it has neither."""
    if page.metrics == 0:
        return {"analysis": 0.0, "drawing": 0.0}
    table = _table(actor, page)
    charts = table.values[: page.charts].tolist()
    return {
        "analysis": _seconds(lambda: run_charts(table.values, phases=table.phases)),
        "drawing": _seconds(lambda: bare_charts(charts)),
    }


def _table(actor, page):
    metrics = metrics_of(actor)[: page.metrics]
    teams = actor.own_team_ids if page.teams else actor.collaborative_team_ids
    return values_of(actor, metrics=metrics, teams=teams)


def _fetch(queries):
    """The same rows by the driver alone."""
    with connection.connection.cursor() as cursor:
        for sql, values in queries:
            cursor.execute(sql, values)
            cursor.fetchall()


def _queries(way):
    """(SQL, parameters) of every query while `way` runs."""
    found = []

    def note(execute, sql, values, many, context):
        found.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        way()
    return found


def _seconds(way):
    began = perf_counter()
    way()
    return perf_counter() - began
