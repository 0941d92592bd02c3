"""An issue as a mail, in HTML and as text, and as a text message: the frame in the reader's language, people's words
as they wrote them. No picture, no hidden picture that tells who opened it, no style from elsewhere."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collaborative.outbox.rules import as_text
from collaborative.ui.rich_text import as_plain

from .enums import MADE


@dataclass(frozen=True)
class WayOut:
    """What each reader's mail ends with: why it came, and links that change or stop that."""

    collaborative: str
    choose_url: str
    stop_url: str
    stop_all_url: str


def html_of(letter, lines, page_url, way_out) -> str:
    context = {"letter": letter, "lines": lines, "page_url": page_url, "way_out": way_out, "lang": get_language(),
               "base": settings.PUBLIC_ADDRESS}  # fmt: skip
    return render_to_string("newsletter/mail.html", context)


def text_of(letter, lines, page_url, way_out) -> str:
    paragraphs = [letter.title, _("Read it as a page: %(link)s") % {"link": page_url}]
    for line in lines:
        if line.begins:
            paragraphs.append(line.begins.upper())
        paragraphs.append("\n".join(_told(line)))
    return "\n\n".join([*paragraphs, ending(way_out)])


def _told(line):
    if line.title:
        yield line.title
    for part in line.parts:
        yield f"{part.label}: {part.plain}" if part.label else part.plain
    for entry in line.entries:
        yield f"- {entry}"
    if line.by:
        yield _("From %(who)s") % {"who": line.by}
    if line.url:
        yield settings.PUBLIC_ADDRESS + line.url


def ending(way_out) -> str:
    return "\n".join(
        [
            because(way_out),
            _("Choose what reaches you: %(link)s") % {"link": way_out.choose_url},
            _("Stop the newsletter: %(link)s") % {"link": way_out.stop_url},
            _("Stop everything but sign-in codes: %(link)s") % {"link": way_out.stop_all_url},
        ]
    )


def because(way_out) -> str:
    said = _("You take part in %(collaborative)s, and its newsletter goes to everybody who has not said no.")
    return _("Why do I get this?") + " " + said % {"collaborative": way_out.collaborative}


def short_of(letter, collaborative, page_url) -> str:
    """As a text: that it is out, and where."""
    said = _("The newsletter of %(collaborative)s is out: %(title)s.") % {
        "collaborative": collaborative, "title": as_plain(letter.title, 80),
    }  # fmt: skip
    return as_text(f"{said} {page_url} " + _("You asked for texts. STOP ends them."))


def makes_itself(line) -> bool:
    """Whether nobody wrote or took it in: an issue of such lines alone is empty."""
    return line.piece.section in MADE
