"""The one place where words that people typed become HTML: Markdown, then an allow-list over what came out of it.

Plain typing looks as it was typed: line breaks stay, a number sign begins no heading, an indented line is no code, and
HTML is shown as the letters it is. There are no pictures from elsewhere, no ids, no styles and no attributes but a
link's address.
"""

import re
import textwrap

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto"}
LINK_REL = "noopener nofollow"
NOT_MEANT = ("heading", "lheading", "code", "hr", "reference", "image", "entity", "html_block", "html_inline")
BARE_LINK = re.compile(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,;:!?)\]]")
DEEPEST = 20  # levels of quotes and lists one may nest; ours


def _link_bare_addresses(state):
    """An address typed as it is becomes a link to itself, outside of links and code."""
    for block in state.tokens:
        if block.type == "inline" and "://" in block.content:
            block.children = list(_linked(block.children))


def _linked(tokens):
    depth = 0
    for token in tokens:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type != "text" or depth:
            yield token
            continue
        end = 0
        for found in BARE_LINK.finditer(token.content):
            yield _text(token.content[end : found.start()])
            yield Token("link_open", "a", 1, attrs={"href": found.group()})
            yield _text(found.group())
            yield Token("link_close", "a", -1)
            end = found.end()
        yield _text(token.content[end:])


def _text(words):
    return Token("text", "", 0, content=words)


_reader = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": DEEPEST}).disable(NOT_MEANT)
_reader.core.ruler.push("bare_links", _link_bare_addresses)


def as_html(words: str) -> SafeString:
    """What a person typed, as HTML that may stand on any page."""
    drawn = _reader.render(words)
    clean = nh3.clean(
        drawn, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=LINK_REL, attribute_filter=_whole_address
    )
    return mark_safe(clean)  # cleaned by the line above


def _whole_address(tag, name, value):
    """A link names its way and its host; what would lead into this house by a short address leads nowhere."""
    return value if name != "href" or value.partition(":")[0].lower() in SCHEMES else None


def as_plain(words: str, longest: int | None = None) -> str:
    """The same without any signs of Markdown, on one line; cut at a word after `longest` characters."""
    said = " ".join(_said(_reader.parse(words)))
    plain = " ".join(said.split())
    return textwrap.shorten(plain, longest, placeholder="…") if longest else plain


def _said(tokens):
    item = ""
    for token in tokens:
        if token.type == "list_item_open":
            item = "• "
        if token.children:
            yield item + "".join(_inside(token.children))
            item = ""
        elif token.content:
            yield token.content


def _inside(children):
    for child in children:
        yield " " if child.type in ("softbreak", "hardbreak") else child.content
