"""An issue as its readers meet it: each piece with its heading, whose words they are, and the way there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from collaborative.tenancy.enums import ShownAs
from collaborative.tenancy.naming import shown_name
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words
from collaborative.ui.rich_text import as_html, as_plain
from pdsa.wording import Decided
from portal.notices.sayers import Sayer

from . import sources
from .enums import MADE, WRITTEN, Length, Section

FIRST_WORDS = 260  # characters of somebody's words; ours


@dataclass(frozen=True)
class Part:
    """Words under a piece: a label where there is one, as HTML and plain."""

    label: str
    words: str

    @property
    def html(self):
        return as_html(self.words)

    @property
    def plain(self):
        """Line by line and paragraph by paragraph, without signs of Markdown."""
        paragraphs = ("\n".join(map(as_plain, part.splitlines())) for part in self.words.split("\n\n"))
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


@dataclass(frozen=True)
class Line:
    """A piece of an issue. `begins`: the heading of its section, where it is the first of it."""

    piece: object
    begins: str
    title: str = ""
    by: str = ""
    parts: tuple[Part, ...] = ()
    entries: tuple = ()
    url: str = ""
    language: str = ""


@dataclass(frozen=True)
class Place:
    """Whose issue it is: where addresses lead."""

    organization: str
    collaborative: str

    def url(self, name, *rest):
        return reverse(name, args=[self.organization, self.collaborative, *rest])


def lines_of(letter, pieces, place, *, today, reader=None) -> list[Line]:
    """The pieces that all may see now, in order; a piece whose source is gone, or not for all any more, is not there.

    Guests' pieces without words yet are left out.
    """
    rows = sources.there(pieces, letter.collaborative_id, reader)
    found, before = [], ""
    for piece in pieces:
        line = _line(letter, piece, rows.get((piece.section, piece.source_id)), place, today, reader)
        if line:
            found.append(Line(piece=piece, begins=_heading(piece) if piece.section != before else "", **line))
            before = piece.section if piece.section not in WRITTEN else ""
    return found


def _heading(piece):
    return "" if piece.section in WRITTEN else str(Section(piece.section).label)


def _line(letter, piece, row, place, today, reader):
    if piece.section in WRITTEN:
        return _own_words(piece)
    if piece.section in MADE:
        is_dates = piece.section == Section.DATES
        entries = tuple((_dates if is_dates else _welcome)(letter, today, reader))
        return {"entries": entries, "url": place.url("schedule:schedule") if is_dates else ""} if entries else None
    if row is None:
        return None
    return LINES[piece.section](piece, row, place)


def _own_words(piece):
    if not piece.text:
        return None
    is_guest = piece.section == Section.GUEST
    by = _("%(name)s, our guest") % {"name": piece.author.full_name} if is_guest else ""
    return {"parts": (Part("", piece.text),), "by": by, "language": piece.language}


def _post(piece, post, place):
    center = post.team.center.name if post.team_id else ""
    whole = {Length.WHOLE: post.text, Length.SHORT: as_plain(post.text, FIRST_WORDS)}.get(piece.length, "")
    return {
        "title": post.title or (as_plain(post.text, 90) if piece.length == Length.LINE else ""),
        "by": Sayer(post.author, post.author_role, center).name(),
        "parts": (Part("", whole),) if whole else (),
        "url": place.url("discussion:post_detail", post.pk),
        "language": post.language,
    }


def _try(piece, cycle, place):
    """By its center, and its leader's name only where she chose so for this try."""
    decided = Decided.of(cycle)
    what_next = decided.label + (f": {cycle.decision_reason}" if cycle.decision_reason else "")
    whole = [
        (_("What we tried"), cycle.what), (_("What we saw and heard"), cycle.saw),
        (_("How it fits with what we thought"), cycle.compared), (_("What surprised us"), cycle.surprised),
        (_("And now"), what_next),
    ]  # fmt: skip
    learned = " ".join(as_plain(words) for words in (cycle.saw, cycle.compared, cycle.surprised) if words)
    short = [
        (_("What we tried"), as_plain(cycle.what, FIRST_WORDS)),
        (_("What we learned"), as_plain(learned, FIRST_WORDS)),
        (_("And now"), as_plain(what_next, FIRST_WORDS)),
    ]
    told = {Length.WHOLE: whole, Length.SHORT: short}.get(piece.length, [])
    name = cycle.author.first_name if cycle.shown_as == ShownAs.FIRST_NAME else ""
    values = {"name": name, "center": cycle.team.center.name}
    return {
        "title": cycle.name,
        "by": _("%(name)s at %(center)s") % values if name else cycle.team.center.name,
        "parts": tuple(Part(label, words) for label, words in told if words),
        "url": place.url("pdsa:cycle_detail", cycle.pk),
        "language": cycle.language,
    }


def _shelf(piece, item, place):
    return {
        "title": item.title,
        "parts": (Part("", item.description),) if item.description and piece.length != Length.LINE else (),
        "url": place.url("discussion:shelf"),
        "language": item.language,
    }


LINES = {
    Section.CELEBRATION: _post,
    Section.THEME: _post,
    Section.QUESTION: _post,
    Section.TRY: _try,
    Section.SHELF: _shelf,
}


def _dates(letter, today, reader):
    for date in sources.dates_ahead(letter.collaborative_id, today, reader):
        day = f"{date_format(date.on, 'D')} {date_format(date.on, 'MONTH_DAY_FORMAT')}"
        when = f"{day}, {time_format(date.at)}" if date.at else day
        yield f"{when}: {in_own_words(date.title)}"


def _welcome(letter, today, reader):
    """New people by center, as each chose to be shown; of the project team and coaches by name."""
    by_center = {}
    for row in sources.newcomers(letter, today, reader):
        center = row.team.center.name if row.team_id else ""
        by_center.setdefault(center, []).append(shown_name(row.person, row.role, in_own_team=False))
    for center, names in by_center.items():
        said = listed(dict.fromkeys(names))
        yield _("%(people)s at %(center)s") % {"people": said, "center": center} if center else said
