"""The shapes pages show: lines of the board, steps of the staircase, answers with their replies."""

from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Role
from collaborative.tenancy.naming import shown_name
from collaborative.ui.own_words import in_own_words

from . import wording
from .enums import AnswerKind, Decision, Stage

# The board, top to bottom: (key, heading).
BOARD = {
    "ready": _("Ready to look back"),
    Stage.STUDY: _("Looked back. What next?"),
    Stage.DO: _("Tried, and waiting for a look back"),
    Stage.PLAN: _("Planned and being tried"),
    Stage.CLOSED: _("What we learned from"),
}


@dataclass(frozen=True)
class Line:
    """One try on a list."""

    cycle: object
    name: str
    number: int
    who: str
    idea_of: str
    center: str
    decision: str
    is_ready: bool
    is_let_go: bool


@dataclass(frozen=True)
class Step:
    """A cycle on the staircase; a let-go cycle stays on it, as proud as the others."""

    cycle: object
    name: str
    eyebrow: str
    url: str
    kind: str
    learned: str
    says: str
    chip: str


@dataclass(frozen=True)
class Shelf:
    """A driver with its small ideas; it stands open where somebody came for it."""

    driver: object
    ideas: list
    is_open: bool


@dataclass(frozen=True)
class Picture:
    """A photo of a try."""

    photo: object
    may_remove: bool


@dataclass
class Said:
    """An answer as it is shown, with what was said to it."""

    answer: object
    who: str
    where: str
    is_mine: bool
    is_thanks: bool
    is_new: bool
    replies: list = field(default_factory=list)


def line(cycle, actor) -> Line:
    own = cycle.team_id in actor.member_team_ids
    return Line(
        cycle=cycle,
        name=cycle.name,
        number=cycle.number,
        who=wording.shown_name(cycle, actor, own_team=own),
        idea_of=cycle.whose_idea,
        center=cycle.team.center.name,
        decision=cycle.get_decision_display(),
        is_ready=cycle.stage in (Stage.PLAN, Stage.DO) and cycle.look_back_on <= actor.today,
        is_let_go=cycle.decision == Decision.LET_GO,
    )


def asker(ask, actor) -> str:
    """Who asked another team to answer, as that person chose to be shown."""
    if ask.author_id == actor.person_id:
        return gettext("You")
    if not ask.author_role:
        return gettext("Somebody")
    return shown_name(ask.author, ask.author_role, in_own_team=ask.team_id in actor.member_team_ids)


def board(cycles, actor) -> list[tuple]:
    """(heading, lines) for cycles in board order."""
    lines = [line(cycle, actor) for cycle in cycles]
    parts = groupby(lines, lambda one: "ready" if one.is_ready else one.cycle.stage)
    return [(BOARD[key], list(part)) for key, part in parts]


def staircase(cycles, here, url_of) -> list[Step]:
    """The ramp's cycles as steps in the order they were begun; the one that is open leads nowhere."""
    numbers = {cycle.pk: number for number, cycle in enumerate(cycles, 1)}
    return [
        Step(
            cycle=cycle,
            name=cycle.what or cycle.name,
            eyebrow=_eyebrow(numbers, cycle),
            url="" if cycle.pk == here.pk else url_of(cycle),
            kind=_kind(cycle),
            learned=cycle.decision_reason or cycle.compared or cycle.saw or cycle.did,
            says=cycle.get_decision_display() or str(wording.STAGE_LINES[cycle.stage]),
            chip="act" if cycle.decision else cycle.stage,
        )
        for cycle in cycles
    ]


def shelves(drivers, ideas, open_key) -> list[Shelf]:
    """The small ideas by driver, drivers without any left out."""
    filled = [(driver, [idea for idea in ideas if idea.driver_id == driver.pk]) for driver in drivers]
    return [Shelf(driver, own, str(driver.pk) == open_key) for driver, own in filled if own]


def idea_words(idea) -> dict:
    """An idea as the words of a plan, in the language of whoever takes it."""
    plan = {name: in_own_words(getattr(idea, name)) for name in ("what", "with_whom", "how_to_tell")}
    return {**plan, "driver": str(idea.driver_id)}


def _kind(cycle):
    if cycle.decision == Decision.LET_GO:
        return "let-go"
    return "next" if cycle.stage == Stage.PLAN else ""


def _eyebrow(numbers, cycle):
    """The cycle's number, and the step it grew from where that is not the one just below it."""
    number, origin = numbers[cycle.pk], numbers.get(cycle.grown_from_id)
    if origin and origin != number - 1:
        return gettext("Cycle %(number)s, grown from cycle %(origin)s") % {"number": number, "origin": origin}
    return gettext("Cycle %(number)s") % {"number": number}


def pictures(photos, actor) -> list[Picture]:
    """The photos, each with whether this person may take it away: who added it, or who leads the try."""
    return [Picture(photo, actor.person_id in (photo.author_id, photo.taken_by_id)) for photo in photos]


def conversation(answers, actor, just_said="") -> list[Said]:
    """Answers in the order they were said, each with what was said to it; `just_said` is the key of a new one."""
    said = {answer.pk: _said(answer, actor, just_said) for answer in answers}
    for one in said.values():
        if one.answer.in_reply_to_id in said:
            said[one.answer.in_reply_to_id].replies.append(one)
    return [one for one in said.values() if one.answer.in_reply_to_id not in said]


def _said(answer, actor, just_said):
    own_team = answer.author_team_id is not None and answer.author_team_id in actor.member_team_ids
    where = answer.author_team.center.name if answer.author_team else ""
    if not where and answer.author_role == Role.FACULTY_COACH:
        where = answer.get_author_role_display()
    return Said(
        answer=answer,
        who=wording.shown_name(answer, actor, own_team=own_team),
        where=where or (answer.get_author_role_display() if answer.author_role else ""),
        is_mine=answer.author_id == actor.person_id,
        is_thanks=answer.kind == AnswerKind.THANKS,
        is_new=answer.author_id == actor.person_id and str(answer.pk) == just_said,
    )
