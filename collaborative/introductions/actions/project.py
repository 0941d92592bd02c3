"""Whom to ask, who has what in hand, how the project team works, and which views the faculty holds."""

from django.db import transaction

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged
from collaborative.tenancy.actions.memberships import change_membership

from ..models import Perspective, SkillNote, StructureAnswer, SubjectContact


@transaction.atomic
def name_contact(*, collaborative_id, subject, person_id, by, on) -> None:
    """Whom to ask about a subject from now on; nobody in particular for None."""
    shown = SubjectContact.objects.filter(collaborative_id=collaborative_id, subject=subject, hidden_at=None)
    if person_id is None:
        shown.delete()
    elif not shown.update(person_id=person_id):
        SubjectContact.objects.create(collaborative_id=collaborative_id, subject=subject, person_id=person_id)


@transaction.atomic
def name_holders(line, memberships, holders, *, on) -> None:
    """Of these memberships of the project team, those in `holders` have `line` in hand, the others have not."""
    for membership in memberships:
        others = [item for item in membership.responsibilities if item != line]
        wanted = [*others, line] if membership.pk in holders else others
        if sorted(wanted) != sorted(membership.responsibilities):
            change_membership(membership, on=on, responsibilities=wanted)


def answer_structure(answer, *, collaborative_id, question, text, version, by, on, language="en") -> None:
    """One of the eight answers, as written last. Raises ChangedMeanwhile where somebody else wrote meanwhile."""
    values = {"text": text, "author_id": by, "written_on": on, "language": language}
    if answer is not None:
        save_if_unchanged(answer, version, **values)
        return
    new = StructureAnswer(collaborative_id=collaborative_id, question=question, **values)
    if not add_unless_there(new):
        shown = StructureAnswer.objects.filter(collaborative_id=collaborative_id, question=question, hidden_at=None)
        raise ChangedMeanwhile(shown.get())


@transaction.atomic
def note_skills(notes, *, collaborative_id, by, language="en") -> None:
    """{skill: (what I bring, what I would like help with)}: one's own words, an empty pair takes them away."""
    own = {row.skill: row for row in SkillNote.objects.filter(collaborative_id=collaborative_id, author_id=by)}
    for skill, (brings, would_like) in notes.items():
        row = own.get(skill) or SkillNote(collaborative_id=collaborative_id, author_id=by, skill=skill)
        if not brings and not would_like:
            if skill in own:
                row.delete()
            continue
        if (row.brings, row.would_like) == (brings, would_like):
            continue
        row.brings, row.would_like, row.language = brings, would_like, language
        row.version += skill in own
        row.save()


@transaction.atomic
def bring_views(views, *, collaborative_id, by, language="en") -> None:
    """{view: words}: what somebody brings to the faculty; a view without words is no longer among them."""
    own = {row.viewpoint: row for row in Perspective.objects.filter(
        collaborative_id=collaborative_id, author_id=by, hidden_at=None)}  # fmt: skip
    for viewpoint, words in views.items():
        row = own.get(viewpoint)
        if not words and row:
            row.delete()
        elif words and row is None:
            Perspective.objects.create(
                collaborative_id=collaborative_id, author_id=by, viewpoint=viewpoint, words=words, language=language
            )
        elif words and row.words != words:
            row.words, row.language, row.version = words, language, row.version + 1
            row.save(update_fields=["words", "language", "version"])
