"""No page is left out of the tour without anybody noticing: each address, written by hand, beside its stops."""

import re

import pytest
from django.urls import get_resolver, resolve

from portal.tour.stops import DEEPER, STOPS
from tests.proofs.walking import every_route, routes
from tests.tour.walked import ASKED_FIRST, LIKE_ANOTHER, NO_PAGE, WALKED, WORDS_OF_TODAY

ROW = "00000000-0000-7000-8000-000000000007"
PLACES = {"here": "/an-organization/a-collaborative/", "organization": "/an-organization/"}


def walked():
    return {name: stops for name, *stops in map(str.split, WALKED.strip().splitlines())}


def test_every_page_is_a_stop_of_the_tour_or_says_why_not():
    pages = {name for name, door in routes().items() if door and "GET" in door[3]}

    listed = [*walked(), *NO_PAGE.split(), *LIKE_ANOTHER.split(), *ASKED_FIRST.split(), *WORDS_OF_TODAY.split()]

    assert len(listed) == len(set(listed))
    assert pages - set(listed) == set(), "a page that the tour does not look at"
    assert set(listed) - pages == {
        "signin:places",
        "signin:phone",
        "signin:second",
        "demo:mail",
    }  # pages without a door, for whoever is signed in


def test_every_stop_is_listed_once():
    assert sorted(stop.name for stop in (*STOPS, *DEEPER)) == sorted(
        name for stops in walked().values() for name in stops
    )


@pytest.mark.parametrize("stop", (*STOPS, *DEEPER), ids=lambda stop: stop.name)
def test_a_stop_leads_to_the_page_it_is_listed_under(stop):
    (name,) = (name for name, stops in walked().items() if stop.name in stops)
    if name.startswith("demo:"):  # an address of the demo alone
        return
    address = stop.address.format(**PLACES)

    if not stop.links:
        assert resolve(address.split("?")[0]).view_name == name
    elif stop.rest:
        assert page_of(name).endswith("/" + stop.rest)
        assert re.search(stop.links[-1], page_of(name).removesuffix(stop.rest))
    else:
        assert re.search(stop.links[-1], page_of(name) + ("?idea=" if "idea=" in stop.links[-1] else ""))


def page_of(name):
    """An address of this name, with a row that is nowhere."""
    (route,) = (route for own, route, _view in every_route(get_resolver().url_patterns) if own == name)
    for kind, stands_for in (("uuid", ROW), ("slug", "D1")):
        route = re.sub(rf"<{kind}:\w+>", stands_for, route)
    return route
