"""The tour: what an older phone keeps of a style sheet, whom it walks as, and what it writes down."""

import json

import pytest

from portal.demo.people import ENTRIES
from portal.servers.process import ServerError
from portal.tour import report
from portal.tour.__main__ import chosen
from portal.tour.older import older
from portal.tour.stops import AT_THE_DOOR, DEEPER, KEYS, PAGES, STOPS, stops_of
from portal.tour.walk import Visit


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("a { color: red; background: blue }", "a{color: red;background: blue;}"),
        ("a { color: light-dark(#fff, #000); width: 1px; }", "a{width: 1px;}"),
        ("a:has(b) { color: red } c { width: 1px }", "c{width: 1px;}"),
        ("a { width: 1px; & b { width: 2px } .c { width: 3px } }", "a{width: 1px;}"),
        ("a { @media print { width: 2px } }", "a{}"),
        ("@media print { a { width: 1px } b:has(c) { width: 2px } }", "@media print{a{width: 1px;}}"),
        (
            "@keyframes turn { from { width: 1px } to { width: 2px } }",
            "@keyframes turn{from{width: 1px;}to{width: 2px;}}",
        ),
        ("a { content: '};{' } /* b { */ c { width: 1px }", "a{content: '};{';}c{width: 1px;}"),
        ("a { background: url(data:image/png;base64,xx) }", "a{background: url(data:image/png;base64,xx);}"),
        ("@layer base, room; a { width: 1px }", "@layer base, room;a{width: 1px;}"),
    ],
)
def test_an_older_phone_skips_what_it_does_not_know(sheet, kept):
    assert older(sheet) == kept


def test_everybody_of_the_demo_is_walked_and_pages_have_names_of_their_own():
    assert sorted(KEYS) == sorted(entry.key for entry in ENTRIES)
    assert len(set(PAGES)) == len((*STOPS, *DEEPER, *AT_THE_DOOR))
    assert {stop.name for stop in (*STOPS, *DEEPER) if not stop.keys or not set(stop.keys) <= set(KEYS)} == set()
    assert [stop.name for stop in stops_of("nobody")] == [stop.name for stop in AT_THE_DOOR]
    assert [stop.name for stop in stops_of("observer", ("home", "calls"))] == ["home"]


def test_a_walk_can_be_left_at_some_names_and_refuses_others(monkeypatch):
    monkeypatch.setenv("TOUR_KEYS", "coach, teacher")
    assert chosen("TOUR_KEYS", KEYS) == ["teacher", "coach"]

    monkeypatch.delenv("TOUR_KEYS")
    assert chosen("TOUR_KEYS", KEYS) == list(KEYS)

    monkeypatch.setenv("TOUR_KEYS", "the-king")
    with pytest.raises(ServerError, match="the-king"):
        chosen("TOUR_KEYS", KEYS)


def test_the_report_names_every_problem_by_person_and_page(tmp_path):
    visits = [
        Visit("teacher", "home", "/home", [], ["teacher/home-390-light.png"]),
        Visit("coach", "try", "/try", ["390 light: axe image-alt: img"], []),
    ]
    journeys = [{"journey": "answer a team", "taps": 4, "problems": ["stuck"]}]

    problems = report.write(tmp_path, "http://here", visits, journeys)

    assert problems == ["coach: try: 390 light: axe image-alt: img", "journey answer a team: stuck"]
    written = json.loads((tmp_path / "report.json").read_text())
    assert (written["pages"], written["pictures"], written["problems"]) == (2, 1, problems)
    assert json.loads((tmp_path / "journeys.json").read_text()) == journeys
    assert 'src="teacher/home-390-light.png"' in (tmp_path / "index.html").read_text()
