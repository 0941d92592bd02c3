"""How a team gets ready: who does it, done, a hand, and a plan for what is left."""

from django.db import transaction
from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import ChangedMeanwhile, save_if_unchanged

from ..models import PhaseTick, PriorityReason, TeamPrework


@transaction.atomic
def _part_of(assignment, team, by):
    """The team's part in an assignment, made on first asking."""
    parts = TeamPrework.objects.shown().filter(assignment=assignment, team=team)
    part = parts.first()
    if part is None:
        add_unless_there(
            TeamPrework(
                collaborative_id=assignment.collaborative_id, team=team, assignment=assignment, author=by,
                language=by.language,
            )
        )  # fmt: skip
        part = parts.get()
    return part


def say_who(assignment, team, *, who, version, by):
    """Who of the team does it. Raises ChangedMeanwhile."""
    _save(assignment, team, version, by, who=who)


def set_done(assignment, team, *, done, by, on):
    """The team has done it, or takes that back. Twice the same changes nothing."""
    part = _part_of(assignment, team, by)
    if (part.done_on is not None) == done:
        return
    values = {"done_on": on, "done_by": by} if done else {"done_on": None, "done_by": None}
    save_if_unchanged(part, part.version, **values)


def ask_for_hand(assignment, team, *, words, by, on):
    """The team could use a hand, and says with what; it stands on the project team's list until somebody takes it."""
    part = _part_of(assignment, team, by)
    values = {"hand_words": words, "hand_asked_on": on, "hand_answered_on": None, "hand_answered_by": None}
    save_if_unchanged(part, part.version, **values)


def need_no_hand(assignment, team, *, by):
    """The team is fine by now."""
    part = _part_of(assignment, team, by)
    values = {"hand_words": "", "hand_asked_on": None, "hand_answered_on": None, "hand_answered_by": None}
    save_if_unchanged(part, part.version, **values)


def give_hand(part, *, by, on):
    """Somebody of the project team has it in hand; the first one stays."""
    TeamPrework.objects.filter(pk=part.pk, hand_asked_on__isnull=False, hand_answered_on=None).update(
        hand_answered_on=on, hand_answered_by=by, version=part.version + 1
    )


def leave_hand(part, *, by):
    """It is on the list again."""
    TeamPrework.objects.filter(pk=part.pk).update(
        hand_answered_on=None, hand_answered_by=None, version=part.version + 1
    )


def plan_rest(assignment, team, *, plan_who, plan_by, plan_how, version, by):
    """Who does what is left, by when and how. Raises ChangedMeanwhile."""
    _save(assignment, team, version, by, plan_who=plan_who, plan_by=plan_by, plan_how=plan_how)


def _save(assignment, team, version, by, **words):
    part = _part_of(assignment, team, by)
    if not version and part.version > 1:  # somebody began while this page showed nothing yet
        raise ChangedMeanwhile(part)
    save_if_unchanged(part, version or part.version, **words)


def tick(team, item, *, by, on):
    """The team says: yes, that is so."""
    add_unless_there(PhaseTick(team=team, item=item, author=by, ticked_on=on))


def untick(team, item, *, by):
    """Not yet after all."""
    PhaseTick.objects.shown().filter(team=team, item=item).update(hidden_at=timezone.now(), hidden_by_id=by.pk)


@transaction.atomic
def give_reason(team, priority_id, *, text, by):
    """Why the team works on this first; an empty text takes the reason away."""
    there = PriorityReason.objects.shown().filter(team=team, priority_id=priority_id).first()
    if there is None and text:
        PriorityReason.objects.create(team=team, priority_id=priority_id, text=text, author=by, language=by.language)
    elif there is not None and text:
        save_if_unchanged(there, there.version, text=text)
    elif there is not None:
        save_if_unchanged(there, there.version, hidden_at=timezone.now(), hidden_by_id=by.pk)
