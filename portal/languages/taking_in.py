"""Taking in a page of boxes: what was touched is saved, each box for itself; nothing that was typed is lost."""

from django.db import transaction
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.wording import rules
from collaborative.wording.actions import say_phrase

from . import book


class Taken:
    """What came of a page that was sent: how many texts were saved, rows to look at again, words without a text."""

    def __init__(self):
        self.saved, self.gone, self.homeless = 0, [], []
        self.needs_a_look = self.is_conflict = False


def take_in(sent, rows, *, collaborative, language, by) -> Taken:
    """Save what was touched. `rows` {key: Row}, filled with what was typed; `sent`: the request's POST."""
    taken = Taken()
    for key in book.keys_in(sent):
        typed = rules.as_one_line(sent.get(book.BOX.format(key), ""))
        is_read, is_same = key in sent.getlist(book.READ), book.digest(typed) == sent.get(f"opened_{key}")
        if is_same and not is_read:
            continue
        row = rows.get(key)
        if row is None:
            taken.homeless += [typed] if typed else []
            continue
        row.words, row.is_read = typed, is_read
        row.is_machine_made = not is_read and bool(sent.get(book.MACHINE))
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
        row.opened_as = book.digest(row.theirs)
        taken.needs_a_look = taken.is_conflict = True
    else:
        row.version, row.opened_as = said.version if said else 0, book.digest(row.words)
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
