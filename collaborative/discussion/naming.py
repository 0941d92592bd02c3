"""Whom the first names in a text or a box mean, among the people who may read it and whose names the writer knows."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from . import rules
from .readers import knows_name, label_of, readers_of


@dataclass
class Named:
    """`people`: ids of those who were named. `unclear`: (id, label) of several who share a name; `nobody`: names."""

    people: list[UUID] = field(default_factory=list)
    unclear: list[tuple[UUID, str]] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)

    @property
    def question(self):
        """What to ask the writer, "" where everything is clear."""
        if self.unclear:
            return _("More than one person has this name. Whom do you mean? Please choose below.")
        if self.nobody:
            return _(
                "Nobody called %(name)s can read this, as far as you know them by name. Please check the name."
            ) % {"name": ", ".join(self.nobody)}
        return ""


def named(actor, place, *, text="", names="", chosen=()) -> Named:
    """Who is meant by `@first name` in a text, by names in a box, and by those chosen from a list.

    An @ before a word that is nobody's name is just a word; a name in the box has to be somebody's.
    """
    typed, boxed = rules.named_in(text), rules.names_of(names)
    chosen = list(chosen)
    if not (typed or boxed or chosen):
        return Named()
    wanted = Q(person_id__in=chosen)
    for name in {*typed, *boxed}:
        wanted |= Q(person__first_name__iexact=name)
    rows = [row for row in readers_of(place, on=actor.today, among=wanted) if row.person_id != actor.person_id]
    by_person = {row.person_id: row for row in reversed(rows)}
    pairs = [(row.person.first_name, row.person_id) for row in rows if knows_name(actor, row)]
    allowed = [person for person in chosen if person in by_person]
    meant, unclear = rules.who_is_meant([*boxed, *typed], pairs, allowed)
    several = dict.fromkeys(person for found in unclear.values() for person in found)
    return Named(
        people=meant[: rules.MOST_NAMED],
        unclear=[(person, label_of(by_person[person])) for person in several],
        nobody=[name for name in boxed if name in unclear and not unclear[name]],
    )
