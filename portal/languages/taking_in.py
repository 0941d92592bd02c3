"""Taking in a page of boxes: what was touched is saved, each box for itself; nothing that was typed is lost."""

from django.db import transaction
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.wording import rules
from collaborative.wording.actions import say_phrase
from collaborative.wording.enums import Standing

from . import book


class Taken:
    """What came of a page that was sent: how many texts were saved, rows to look at again, words without a text."""

    def __init__(self):
        self.saved, self.gone, self.homeless = 0, [], []
        self.needs_a_look = self.is_conflict = False


def take_in(sent, rows, *, collaborative, language, by) -> Taken:
    """Save what was touched. `rows` {key: Row}, filled with what was typed; `sent`: the request's POST."""
    taken = Taken()
    for key in dict.fromkeys(sent.getlist("key")):
        typed = rules.as_one_line(sent.get(book.BOX.format(key), ""))
        is_machine_made = bool(sent.get(book.MARK.format(key)))
        if book.digest(typed, is_machine_made and bool(typed)) == sent.get(f"opened_{key}"):
            continue
        row = rows.get(key)
        if row is None:
            taken.homeless += [typed] if typed else []
            continue
        row.words, row.is_machine_made = typed, is_machine_made
        _save(row, sent.get(f"version_{key}", ""), taken, collaborative=collaborative, language=language, by=by)
    return taken


def _save(row, version, taken, **where):
    row.problem = _problem(row)
    if row.problem:
        taken.needs_a_look = True
        return
    opened = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    had_words = bool(row.version)
    try:
        with transaction.atomic():
            said = say_phrase(
                source=row.source, words=row.words, version=opened, is_machine_made=row.is_machine_made, **where
            )
    except ChangedMeanwhile as told:
        row.theirs, row.version = told.current.words, told.current.version
        row.opened_as = book.digest(row.theirs, told.current.standing == Standing.MACHINE)
        taken.needs_a_look = taken.is_conflict = True
    else:
        taken.saved += 1
        taken.gone += [row.source] if said is None and had_words else []


def _problem(row):
    if len(row.words) > rules.LONGEST:
        return _("This is longer than a page can hold. Please say it in fewer words.")
    lost = rules.lost_places(row.source, row.words) if row.words else []
    if lost:
        places = ", ".join(lost)
        return _("Please keep %(places)s just as it stands: a name or a number goes in there.") % {"places": places}
    return ""
