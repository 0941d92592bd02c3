"""The desk of who edits an issue: what stands in it, what is not for all any more, and what else could go in."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.tenancy.sent_forms import new_form_key

from . import rules, sources
from .actions.letters import last_shown
from .enums import MADE, WRITTEN, Length, Section
from .lines import Line, lines_of
from .models import Piece

MORE = 12  # things of one kind under "More that could go in"; ours


@dataclass(frozen=True)
class Row:
    """A piece as its editor sees it. `line`: None where readers would not see it."""

    piece: Piece
    label: str
    line: Line | None
    is_written: bool
    is_guest: bool
    is_first: bool
    is_last: bool
    lengths: tuple
    form_key: str


@dataclass(frozen=True)
class More:
    """Something that could go in."""

    section: str
    source_id: UUID
    title: str
    by: str
    turn: str
    form_key: str


def desk(actor, letter, place, dropped_id) -> dict:
    """What the page shows."""
    pieces = list(Piece.objects.visible_to(actor).of(letter))
    lines = lines_of(letter, pieces, place, today=actor.today, reader=actor)
    by_piece = {line.piece.pk: line for line in lines}
    return {
        "rows": [_row(piece, by_piece.get(piece.pk), pieces) for piece in pieces],
        "more": _more(actor, letter, pieces, place),
        "dropped": _dropped(actor, letter, dropped_id),
        "is_leaving": letter.leaves_at is not None,
    }


def _row(piece, line, pieces):
    is_borrowed = piece.section not in (*WRITTEN, *MADE)
    return Row(
        piece=piece,
        label=Section(piece.section).label,
        line=line,
        is_written=piece.section == Section.WORDS,
        is_guest=piece.section == Section.GUEST,
        is_first=piece.pk == pieces[0].pk,
        is_last=piece.pk == pieces[-1].pk,
        lengths=tuple(Length.choices) if is_borrowed else (),
        form_key=new_form_key(),
    )


def _more(actor, letter, pieces, place):
    """[(heading, things)] of what happened and does not stand in the issue; teams not shown for longest first."""
    inside = {(piece.section, piece.source_id) for piece in pieces}
    shown, already = last_shown(letter.collaborative_id), {piece.team_id for piece in pieces if piece.team_id}
    found = []
    for section, rows in sources.new_since(letter, actor, actor.today).items():
        rows = [row for row in rows if (section, row.pk) not in inside]
        if section in (Section.CELEBRATION, Section.TRY):
            rows = rules.in_turn(rows, shown, already)
        rows = rows[:MORE]
        made_up = [Piece(section=section, source_id=row.pk, length=Length.LINE) for row in rows]
        lines = {line.piece.source_id: line for line in
                 lines_of(letter, made_up, place, today=actor.today, reader=actor)}  # fmt: skip
        things = [_thing(section, row, lines[row.pk], shown, already) for row in rows if row.pk in lines]
        if things:
            found.append((section.label, things))
    return found


def _thing(section, row, line, shown, already):
    team_id = getattr(row, "team_id", None)
    turn = _turn(team_id, shown, already) if section in (Section.CELEBRATION, Section.TRY) and team_id else ""
    return More(section, row.pk, line.title, line.by, turn, new_form_key())


def _turn(team_id, shown, already):
    """Where a team's turn stands, in words; never a place in a row."""
    if team_id in already:
        return _("in this issue")
    if team_id not in shown:
        return _("not shown yet")
    return _("last shown in %(month)s") % {"month": date_format(shown[team_id], "YEAR_MONTH_FORMAT")}


def _dropped(actor, letter, dropped_id):
    """What was just taken out, to be put back by one tap."""
    try:
        dropped = UUID(dropped_id or "")
    except ValueError:
        return None
    return Piece.objects.hidden_for(actor).filter(letter=letter, pk=dropped).first()
