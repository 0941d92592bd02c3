"""Reports from asking to the finished pages, as the worker draws them."""

import datetime
import json
import os
import re
import subprocess
import sys
import uuid

import pytest
from django.conf import settings
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.later.base import NoOrganizationGiven
from collaborative.tenancy.enums import Audience
from pdsa.models import PDSACycle
from portal.reports import actions, drawing, rules, tasks
from portal.reports.enums import ReportState
from portal.reports.models import Report, ReportPart
from portal.reports.story import story_of
from tests.factories import reports
from tests.factories.reports import OCTOBER

TODAY = datetime.date(2026, 11, 10)


@pytest.fixture
def place(workplace):
    found = reports.center_with_a_month()
    found.cycle = reports.tell(found)
    found.organization = workplace
    return found


def asked(place, **values):
    return actions.ask_for_report(
        **{"team": place.team, "month": OCTOBER, "language": "en", "by": place.leader, "on": TODAY, **values}
    )


def draw(report):
    tasks.draw_report(report_id=str(report.pk), organization_id=str(report.organization_id))
    report.refresh_from_db()
    return bytes(ReportPart.objects.get(report=report, name="pdf").content)


def told(place):
    return story_of(place.team, OCTOBER, language="en", organization=place.organization)


@pytest.mark.capability("C151")
def test_a_report_tells_words_first_then_the_numbers(place):
    story = told(place)

    assert story["working_on"] == ["Calm mornings"]
    assert story["tries"] == [
        {
            "name": "Sing one song before coming in",
            "what": "",
            "next": "Grow it",
            "why": "It cost us nothing.",
            "learned": [
                {"prompt": "How it fits with what we thought", "words": "Calmer than we thought."},
                {"prompt": "What surprised us", "words": "Two fathers sang along."},
            ],
        }
    ]
    [metric] = story["metrics"]
    assert metric["sentences"] == [
        "Seven in a row above the middle line. Luck alone seldom does that. What was different from the week of"
        " 14 September on?",
        "Earlier, from the week of 20 July to the week of 31 August: seven in a row below the middle line.",
    ]
    assert [(row["period"], row["counts"], row["value"], row["is_sum"]) for row in metric["rows"]] == [
        ("Week of 28 September", "31 of 46", "67%", False),
        ("Week of 5 October", "33 of 46", "72%", False),
        ("Week of 12 October", "34 of 46", "74%", False),
        ("Week of 19 October", "32 of 46", "70%", False),
        ("Week of 26 October", "36 of 46", "78%", False),
        ("October 2026", "166 of 230", "72%", True),
    ]


def test_only_what_is_shown_to_all_teams_is_told(place):
    PDSACycle.objects.update(audience=Audience.TEAM)

    assert told(place)["tries"] == []


def test_a_month_knows_nothing_of_what_came_after_it(place):
    before = told(place)

    reports.count_week(place, datetime.date(2026, 11, 2), numerator=1, denominator=46)

    assert told(place) == before


def test_the_same_words_and_numbers_make_the_same_report_and_the_same_bytes(place):
    report = asked(place)
    first = draw(report)
    assert (report.state, report.progress) == (ReportState.DONE, 100)
    assert asked(place).pk == report.pk

    ReportPart.objects.all().delete()
    Report.objects.update(state=ReportState.WAITING, done_at=None, progress=0)

    assert draw(report) == first


def test_the_pages_can_be_read_aloud(place, tmp_path):
    pdf = draw(asked(place))

    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/Lang ?\(en", pdf)


def test_words_with_signs_of_markup_are_words(place):
    PDSACycle.objects.update(what='#panic() $x$ *a* <b> \\ "q" @c', surprised="= no heading")

    assert draw(asked(place)).startswith(b"%PDF-")


def test_a_center_without_a_word_or_number_has_a_report_too(workplace):
    place = reports.center_with_a_month()

    assert draw(asked(place)).startswith(b"%PDF-")


def test_a_report_speaks_the_language_of_who_asked(place):
    story = story_of(place.team, OCTOBER, language="es", organization=place.organization)

    assert (story["language"], story["month"].lower()) == ("es", "octubre de 2026")


def test_a_drawing_that_broke_off_goes_on_after_its_last_part(place, monkeypatch):
    report, drawn = asked(place), []
    as_it_is = drawing.chart_svg
    monkeypatch.setattr(drawing, "chart_svg", lambda metric: drawn.append(metric["key"]) or as_it_is(metric))
    monkeypatch.setattr(drawing, "report_pdf", breaks_off)
    with pytest.raises(BrokeOff):
        draw(report)
    report.refresh_from_db()
    assert (report.state, report.progress, len(drawn)) == (ReportState.WAITING, 90, 1)
    monkeypatch.undo()
    monkeypatch.setattr(drawing, "chart_svg", lambda metric: drawn.append(metric["key"]))

    pdf = draw(report)

    assert (pdf[:5], len(drawn)) == (b"%PDF-", 1)


class BrokeOff(Exception):
    """The power went."""


def breaks_off(*arguments):
    raise BrokeOff


def test_after_three_attempts_a_report_says_that_it_was_not_drawn_and_can_be_begun_again(place, monkeypatch):
    report = asked(place)
    monkeypatch.setattr(drawing, "report_pdf", breaks_off)
    for _attempt in range(rules.MOST_ATTEMPTS):
        with pytest.raises(BrokeOff):
            draw(report)
    report.refresh_from_db()
    assert report.state == ReportState.STUCK
    monkeypatch.undo()

    again = asked(place)

    assert (again.pk, again.state) == (report.pk, ReportState.WAITING)
    assert draw(again).startswith(b"%PDF-")


def test_two_workers_do_not_draw_one_report(place):
    report, now = asked(place), timezone.now()

    assert actions.take_up(report.pk, now) is not None
    assert actions.take_up(report.pk, now) is None
    assert actions.take_up(report.pk, now + 2 * rules.QUIET) is not None  # the first has not been heard of since


def test_what_the_queue_lost_is_found_again_and_not_asked_for_every_minute(place):
    report, now = asked(place), timezone.now()
    assert actions.unfinished(now) == []

    assert actions.unfinished(now + 2 * rules.QUIET) == [report.pk]
    assert actions.unfinished(now + 2 * rules.QUIET) == []


@pytest.mark.capability("C151")
def test_a_later_value_marks_the_report_and_a_new_one_can_be_made_beside_it(place):
    report = asked(place)
    draw(report)
    assert actions.mark_newer(timezone.now()) == 0

    metric = reports.metrics.metric(place.collaborative, by=place.leader, on=OCTOBER)
    reports.metrics.observation(
        place.team, reports.metrics.definition(metric), datetime.date(2026, 10, 12), by=place.leader, on=TODAY
    )

    assert actions.mark_newer(timezone.now()) == 1
    newer = asked(place)
    assert newer.pk != report.pk
    assert [bool(row.newer_at) for row in Report.objects.order_by("created_at")] == [True, False]


def test_words_removed_for_good_leave_the_report_as_well(place):
    report = asked(place)
    first = draw(report)
    assert actions.take_words_back(timezone.now()) == 0

    PDSACycle.objects.update(surprised="", forgotten_at=timezone.now())

    assert actions.take_words_back(timezone.now()) == 1
    report.refresh_from_db()
    assert (report.state, "Two fathers" in json.dumps(report.story)) == (ReportState.WAITING, False)
    assert list(ReportPart.objects.all()) == []
    assert draw(report) != first


def test_a_task_without_an_organization_is_refused():
    with pytest.raises(NoOrganizationGiven):
        tasks.draw_report(report_id=str(uuid.uuid4()))


def test_a_task_of_another_organization_finds_no_report(place):
    report = asked(place)

    tasks.draw_report(report_id=str(report.pk), organization_id=str(uuid.uuid4()))

    report.refresh_from_db()
    assert report.state == ReportState.WAITING
    with tenant_context(uuid.uuid4()):
        assert list(Report.objects.all()) == []


def test_only_the_task_that_draws_loads_the_drawing_libraries():
    words = (
        "import django; django.setup(); import sys; from portal.reports import tasks, views;"
        "print(sorted({'matplotlib', 'typst', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        check=True,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings"},
    )

    assert done.stdout.strip() == "[]"
