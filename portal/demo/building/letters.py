"""The newsletter: issues that were sent, and one that is being written."""

import datetime

from collaborative.discussion.models import Post
from portal.newsletter import actions
from portal.newsletter.enums import Section
from portal.newsletter.lines import Place
from portal.newsletter.models import Piece

from .history import moment

POSTS = (Section.THEME, Section.CELEBRATION, Section.QUESTION)


def build_letters(built, letters, dates):
    for letter in letters:
        _draft(built, letter) if letter["days_ago"] is None else _sent(built, letter, dates)


def _draft(built, letter):
    """Begun from what happened, with the editor's first words, and a guest asked."""
    begun = actions.begin(
        collaborative_id=built.collaboratives[letter["collaborative"]].pk, title=letter["title"],
        by=built.people[letter["by"]], on=built.today,
    )  # fmt: skip
    first = Piece.objects.of(begun).filter(section=Section.WORDS).first()
    actions.change_words(first, first.version, text=letter["opening"].strip(), language=first.language)
    actions.ask_guest(begun, guest=built.people[letter["asks"]], by=built.people[letter["by"]])


def _sent(built, letter, dates):
    collaborative, by = built.collaboratives[letter["collaborative"]], built.people[letter["by"]]
    on = built.day(-letter["days_ago"])
    begun = actions.begin(
        collaborative_id=collaborative.pk, title=letter["title"], by=by, on=on, proposing=False,
        since=on - datetime.timedelta(days=letter["looks_back"]),
    )  # fmt: skip
    for piece in letter["pieces"]:
        _piece(built, begun, piece, by)
    place = Place(built.of_collaborative[collaborative.slug], collaborative.slug)
    actions.send(begun, begun.version, lines=["its pieces"], by=by, now=moment(on))
    actions.let_leave(begun, place, now=moment(on) + datetime.timedelta(hours=1), today=on)
    dates.of(begun, on)


def _piece(built, letter, piece, by):
    if "words" in piece:
        return actions.add_words(letter, by=by, text=piece["words"].strip())
    if "guest" in piece:
        asked = actions.ask_guest(letter, guest=built.people[piece["guest"]], by=by)
        return actions.write_as_guest(asked, asked.version, text=piece["says"].strip(), language="en")
    section = next(Section(name) for name in piece if name in Section.values)
    if section in (Section.WELCOME, Section.DATES):
        return actions.add(letter, section, by=by)
    taken = actions.take(letter, section, _source(built, letter, section, piece), by=by)
    return actions.shorten(taken, length=piece.get("length", taken.length))


def _source(built, letter, section, piece):
    if section == Section.TRY:
        return built.cycles[piece["try"], piece["cycle"]]
    if section == Section.SHELF:
        return built.shelf[piece["shelf"]]
    return Post.objects.get(collaborative_id=letter.collaborative_id, title=piece[section])
