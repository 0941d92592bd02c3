"""What people type becomes HTML in one place: plain typing stays as typed, and nothing else gets through."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collaborative.ui import rich_text
from collaborative.ui.rich_text import SCHEMES, TAGS, as_html, as_plain

PROJECT = Path(__file__).resolve().parents[2]

# Words that have got scripts, styles or pictures through elsewhere.
CORPUS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<b style=position:fixed id=main>x</b>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=/accounts/logout/><button>x",
    "<base href=//evil.example>",
    "<p hx-get=/accounts/logout/ hx-trigger=load>x</p>",
    "<div data-hx-post=/x>x</div>",
    "<meta http-equiv=refresh>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    '[x](https://example.org "t" onclick=alert(1))',
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "![x](javascript:alert(1))",
    "[![x](https://evil.example/p.png)](https://a.b)",
    'https://example.org/"onmouseover=alert(1)//',
    "https://example.org/'><script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    '```"><img src=x onerror=alert(1)>\nx\n```',
    "[id]: javascript:alert(1)\n[x][id]",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    '<a href="https://x" target=_blank id=a class=b name=c>x</a>',
    "\u202e<script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "> <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "[x](//evil.example)",
    "[x](/accounts/logout/)",
    "<x onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<" * 500,
    "[" * 500,
    "*" * 500,
    "> " * 200 + "x",
    "- " * 200 + "x",
    "_" * 300 + "<script>" + "_" * 300,
]


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def tags_in(html):
    reader = Reader()
    reader.feed(html)
    return reader.found


def is_harmless(html):
    """Only the tags we know, no attribute but a link's, and every link leaves by an allowed way."""
    return all(
        tag in TAGS
        and set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        and (tag != "a" or "href" not in attributes or attributes["href"].split(":")[0].lower() in SCHEMES)
        and (tag != "a" or attributes.get("rel") == "noopener nofollow")
        for tag, attributes in tags_in(html)
    )


@pytest.mark.parametrize("words", CORPUS)
def test_nothing_of_what_has_harmed_others_gets_through(words):
    assert is_harmless(as_html(words))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>\"'&;:()[]!*_`~#-=/\\ \n\tabjsx.\x00é", max_size=120))
def test_whatever_is_typed_is_harmless_and_says_something_on_one_line(words):
    assert is_harmless(as_html(words))
    assert "\n" not in as_plain(words, 40)
    assert len(as_plain(words, 40)) <= 40


def test_without_the_allow_list_the_proof_would_notice(monkeypatch):
    monkeypatch.setattr(rich_text.nh3, "clean", lambda drawn, **rules: drawn)
    monkeypatch.setattr(rich_text._reader.options, "html", True, raising=False)
    rich_text._reader.options["html"] = True
    rich_text._reader.enable(["html_inline", "html_block", "image"])
    try:
        assert not all(is_harmless(as_html(words)) for words in CORPUS)
    finally:
        rich_text._reader.options["html"] = False
        rich_text._reader.disable(["html_inline", "html_block", "image"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\ntwo\n\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>\n"),
        ("# 3 is our number", "<p># 3 is our number</p>\n"),
        ("    far to the right", "<p>far to the right</p>\n"),
        ("2 * 3 * 4 and snake_case_words", "<p>2 * 3 * 4 and snake_case_words</p>\n"),
        ("a < b & c > d, &amp; stays", "<p>a &lt; b &amp; c &gt; d, &amp;amp; stays</p>\n"),
        ("**we** *sing*", "<p><strong>we</strong> <em>sing</em></p>\n"),
        ("- songs\n- drums", "<ul>\n<li>songs</li>\n<li>drums</li>\n</ul>\n"),
        (
            "See https://example.org/a_b?x=1&y=2.",
            '<p>See <a href="https://example.org/a_b?x=1&amp;y=2" rel="noopener nofollow">'
            "https://example.org/a_b?x=1&amp;y=2</a>.</p>\n",
        ),
        (
            "[our songs](https://example.org/)",
            '<p><a href="https://example.org/" rel="noopener nofollow">our songs</a></p>\n',
        ),
        ("rosa@example.org", "<p>rosa@example.org</p>\n"),
    ],
)
def test_plain_typing_looks_as_it_was_typed_and_a_little_more_is_offered(typed, shown):
    assert as_html(typed) == shown


def test_a_preview_has_no_signs_and_ends_at_a_word():
    words = "**We sing**\nat the [door](https://example.org/):\n\n- *morning*\n- evening"

    assert as_plain(words) == "We sing at the door: • morning • evening"
    assert as_plain(words, 24) == "We sing at the door: •…"


def test_words_become_html_in_this_one_place():
    found = set()
    for room in ("collaborative", "metrics", "pdsa", "portal"):
        for path in (PROJECT / room).rglob("*.py"):
            text = path.read_text()
            if "import nh3" in text or "markdown_it" in text:
                found.add(str(path.relative_to(PROJECT)))

    took_words_out = "portal/inbound/html_words.py"  # of a mail, to plain lines
    assert found - {took_words_out} == {"collaborative/ui/rich_text.py"}
