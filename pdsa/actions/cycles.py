"""Trying something: plan, do, study, act, and the next cycle. Drafts lie elsewhere; what is saved here is a version."""

from django.db import transaction

from collaborative.isolation.locking import save_if_unchanged
from collaborative.outbox.actions import drop_notices
from collaborative.outbox.enums import NoticeKind
from collaborative.tenancy.enums import TEAM_ROLES, Audience
from collaborative.tenancy.models import Membership

from .. import rules
from ..enums import Stage
from ..models import PDSACycle, Photo, Ramp
from .sharing import share_cycle

CARRIED = (
    "title", "what", "whose_idea", "with_whom", "where", "how_to_tell", "driver_id", "secondary_id", "priority_id",
)  # fmt: skip


class NotReadyToAct(Exception):
    """Nothing is written yet about what happened."""


@transaction.atomic
def start_cycle(*, team, what, look_back_on, by, on, **words) -> PDSACycle:
    """Begin a ramp with its first cycle, seen by nobody but `by`, who leads it.

    `words`: any of title, whose_idea, driver, secondary, priority, with_whom, where, starts_on, prediction,
    how_to_tell, language.
    """
    ramp = Ramp.objects.create(collaborative_id=team.collaborative_id, team=team, author=by)
    return _new_cycle(ramp, team, by, on, what=what, look_back_on=look_back_on, **words)


@transaction.atomic
def start_next(cycle, *, what, look_back_on, by, on, **words) -> PDSACycle:
    """Begin the next cycle of the same ramp, grown from `cycle`; its context carried over save for `words`."""
    carried = {name: getattr(cycle, name) for name in CARRIED}
    for name in words:
        carried.pop(f"{name}_id", None)
    if "driver" in words and getattr(words["driver"], "pk", None) != cycle.driver_id:
        carried.pop("secondary_id", None)  # it belongs to the driver that was left
    carried.update(words, what=what, look_back_on=look_back_on, grown_from=cycle)
    return _new_cycle(cycle.ramp, cycle.team, by, on, **carried)


@transaction.atomic
def write_for_team(team, *, tries, audience, by, on) -> list[PDSACycle]:
    """Several tries written down by one person for the team, each naming whose idea it was, shown at once.

    `tries`: what, look_back_on and any further words of each.
    """
    cycles = [start_cycle(team=team, by=by, on=on, **words) for words in tries]
    if audience != Audience.SELF:
        for cycle in cycles:
            share_cycle(cycle, audience=audience, by=by, on=on)
    return cycles


def plan(cycle, *, by, on, version=None, **words) -> PDSACycle:
    """Save the plan. Raises ChangedMeanwhile where somebody saved since `version`."""
    return _save(cycle, version, Stage.PLAN, words)


def do(cycle, *, by, on, version=None, **words) -> PDSACycle:
    """Save what was done (`did`) and what was seen and heard (`saw`). Raises ChangedMeanwhile."""
    return _save(cycle, version, Stage.DO, words)


def study(cycle, *, by, on, version=None, **words) -> PDSACycle:
    """Save how it fits (`compared`), what `surprised`, and `for_whom` it worked. Raises ChangedMeanwhile.

    A `prediction` written only now is kept as one that was written afterwards.
    """
    return _save(cycle, version, Stage.STUDY, words)


@transaction.atomic
def act(cycle, *, decision, by, on, decision_reason="", next_step="", version=None) -> PDSACycle:
    """Close the cycle with what comes next. Raises NotReadyToAct without any finding, and ChangedMeanwhile."""
    ready = rules.ready_to_act(
        findings=(cycle.did, cycle.saw, cycle.compared, cycle.surprised, cycle.for_whom),
        decision=decision,
        decision_reason=decision_reason,
        has_photo=Photo.objects.filter(cycle=cycle, hidden_at=None).exists(),
    )
    if not ready:
        raise NotReadyToAct
    words = {"decision": decision, "decision_reason": decision_reason, "next_step": next_step}
    return _save(cycle, version, Stage.CLOSED, {**words, "decided_on": cycle.decided_on or on})


def _save(cycle, version, stage, words):
    version = cycle.version if version is None else version
    with transaction.atomic():
        guess = {"guessed_afterwards": _guessed_afterwards(cycle, stage, words)} if "prediction" in words else {}
        save_if_unchanged(cycle, version, stage=rules.reached(cycle.stage, stage), **words, **guess)
        if cycle.stage in (Stage.STUDY, Stage.CLOSED):
            drop_notices(NoticeKind.LOOK_BACK, cycle.pk)
    return cycle


def _guessed_afterwards(cycle, stage, words):
    """Whether the guess is written when something had happened already; one that stood there before keeps its mark."""
    if not words["prediction"]:
        return False
    return cycle.guessed_afterwards if cycle.prediction else {cycle.stage, stage} != {Stage.PLAN}


def _new_cycle(ramp, team, by, on, **words):
    words.setdefault("language", by.language)
    return PDSACycle.objects.create(
        ramp=ramp,
        collaborative_id=team.collaborative_id,
        team=team,
        author=by,
        author_role=_role_in(team, by),
        shown_as=by.shown_as,
        begun_on=on,
        **words,
    )


def _role_in(team, person):
    roles = Membership.objects.filter(person=person, team=team, role__in=TEAM_ROLES, hidden_at=None)
    return roles.order_by("-starts_on", "pk").values_list("role", flat=True).first() or ""
