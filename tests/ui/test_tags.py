"""Components are strict: what they do not know is an error, what people typed is text."""

from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.template import TemplateSyntaxError, engines
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from collaborative.ui import dates, stages


def drawn(source, **values):
    return engines["django"].from_string(source).render(values)


@pytest.mark.parametrize(
    "source",
    [
        '{% card titel="x" %}{% endcard %}',
        '{% card "x" %}{% endcard %}',
        "{% section %}{% endsection %}",
        '{% button_link "Go" %}',
        '{% field form.what hint="x" %}',
        "{% wheel %}",
        '{% page_header title="x" subtitle="y" %}{% endpage_header %}',
    ],
)
def test_an_unknown_or_absent_argument_stops_the_template(source):
    with pytest.raises(TemplateSyntaxError):
        drawn(source)


@pytest.mark.parametrize(
    "source",
    [
        '{% chip "x" kind="red" %}',
        '{% wheel stage="begun" %}',
        '{% button "x" kind="huge" %}',
        '{% message "x" kind="loud" %}',
        '{% dots states label="x" %}',
        '{% step title="x" kind="high" %}{% endstep %}',
    ],
)
def test_an_unknown_kind_is_an_error(source):
    with pytest.raises(ValueError, match="is n"):
        drawn(source, states=["in", "gone"])


def test_what_people_typed_is_text():
    typed = "<script>alert(1)</script>"
    source = """{% card title=t aside=t %}{{ t }}{% endcard %}{% chip t %}{% said by=t %}{{ t }}{% endsaid %}
    {% button_link t url=t %}{% button t name=t value=t %}{% term t t %}{% message t %}{% audience_line t %}
    {% page_header title=t eyebrow=t lead=t %}{{ t }}{% endpage_header %}{% dots s label=t %}{% undo_line t url=t %}
    {% empty_state title=t %}{{ t }}{% endempty_state %}{% step title=t eyebrow=t url=t %}{{ t }}{% endstep %}
    {% staircase label=t %}{{ t }}{% endstaircase %}{% fold title=t %}{{ t }}{% endfold %}
    {% agenda %}{% agenda_line words=t %}{{ t }}{% endagenda_line %}{% endagenda %}"""

    html = drawn(source, t=typed, s=["in"])

    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 34


def test_a_card_is_named_by_its_title():
    html = drawn('{% card title="From our coach" aside="yesterday" %}<p>hello</p>{% endcard %}')

    name = html.split('aria-labelledby="')[1].split('"')[0]
    assert html.strip() == (
        f'<section class="card" aria-labelledby="{name}"><header><h2 id="{name}">From our coach</h2>'
        '<span class="soft small">yesterday</span></header><p>hello</p></section>'
    )


def test_two_cards_of_one_title_have_two_names():
    html = drawn('{% card title="Dates" %}{% endcard %}{% card title="Dates" %}{% endcard %}')

    assert len(set(html.split('id="')[1:])) == 2


def test_the_wheel_is_filled_as_far_as_the_words_reach():
    filled = {stage: [kind for _path, kind in stages.arcs_of(stage)] for stage in (*stages.STAGES, "closed")}

    assert filled == {
        "plan": ["plan", "", "", ""],
        "do": ["plan", "do", "", ""],
        "study": ["plan", "do", "study", ""],
        "act": ["plan", "do", "study", "act"],
        "closed": ["plan", "do", "study", "act"],
    }


def test_the_wheel_says_its_stage_without_colour():
    html = drawn('{% wheel stage="study" %}')

    assert 'aria-label="Stage: Study"' in html
    assert ">S</text>" in html


TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 21), "Sat 21 Nov, today"),
        (date(2026, 11, 22), "Sun 22 Nov, tomorrow"),
        (date(2026, 11, 20), "Fri 20 Nov, yesterday"),
        (date(2026, 11, 24), "Tue 24 Nov, in 3 days"),
        (date(2026, 11, 18), "Wed 18 Nov, 3 days ago"),
        (date(2026, 12, 4), "Fri 4 Dec, in 13 days"),
        (date(2026, 12, 5), "Sat 5 Dec, in 2 weeks"),
        (date(2026, 11, 7), "Sat 7 Nov, 2 weeks ago"),
        (date(2027, 1, 20), "Wed 20 Jan 2027, in 9 weeks"),
        (date(2027, 1, 21), "Thu 21 Jan 2027"),
    ],
)
def test_dates_are_said_as_people_say_them(day, said):
    assert dates.said(day, TODAY) == said


@timezone.override("UTC")
def test_a_moment_of_today_is_a_clock_time():
    assert dates.moment_words(datetime(2026, 11, 21, 10, 42, tzinfo=UTC), TODAY) == "10:42"
    assert dates.moment_words(datetime(2026, 11, 20, 10, 42, tzinfo=UTC), TODAY) == "Fri 20 Nov, 10:42"


def test_days_carry_their_date_for_machines_and_nothing_for_no_date():
    assert drawn("{% day d distance=False %}|{% day none %}", d=date(2020, 1, 2), none=None) == (
        '<time datetime="2020-01-02">Thu 2 Jan 2020</time>|'
    )


def test_pages_of_a_list_keep_what_was_asked():
    request = RequestFactory().get("/", {"q": "a&b", "page": "2"})
    html = drawn("{% pagination page %}", request=request, page=Paginator(range(60), 20).page(2))

    assert 'href="?q=a%26b&amp;page=1"' in html
    assert 'href="?q=a%26b&amp;page=3"' in html
    assert drawn("{% pagination page %}", request=request, page=Paginator(range(3), 20).page(1)) == ""


def test_undo_is_a_form_with_its_keys():
    html = drawn('{% undo_line "It is off the page." url="/back/" form_key="k1" %}', csrf_token="c" * 64)

    assert 'action="/back/"' in html
    assert f'name="csrfmiddlewaretoken" value="{"c" * 64}"' in html
    assert 'name="form_key" value="k1"' in html


def test_components_speak_the_readers_language():
    with override("es"):
        html = drawn("{% day d %}", d=date(2020, 1, 2))

    assert html.startswith('<time datetime="2020-01-02">')
    assert "Thu" not in html
