"""What is asked of everybody: laid out from a template, changed by the project team."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import save_if_unchanged
from collaborative.schedule.actions import plan_line
from collaborative.schedule.enums import DateKind
from collaborative.schedule.models import LearningSession, PlannedDate

from .. import rules
from ..enums import PreworkDayPlan
from ..models import CommitmentLetter, Expectation, PreworkAssignment, PreworkDay


@transaction.atomic
def lay_out(collaborative, *, by, on, data=None, asked=None, days_off=()):
    """What the template asks, for whatever is not there yet: expectations, letter, assignments, the pre-work day.

    `asked`: what was read already, such as from another collaborative.

    Good days hang on the first learning session, so that they move along with it, and fall on no public holiday
    (`days_off`). Raises TemplateProblem.
    """
    asked = asked or rules.read_asked(data)
    first = LearningSession.objects.shown().filter(collaborative=collaborative).in_order().first()
    language = by.language if by else "en"
    for words in asked.expectations:
        add_unless_there(Expectation(collaborative=collaborative, language=language, **words))
    if asked.letter and not CommitmentLetter.objects.shown().filter(collaborative=collaborative).exists():
        write_letter(collaborative, by=by, on=on, **asked.letter)
    for position, words in enumerate(asked.prework, start=1):
        has_day = first is not None and words["offset_days"] is not None
        offset = rules.before_days_off(first.starts_on, words["offset_days"], days_off) if has_day else None
        _lay_out_assignment(collaborative, first, position, {**words, "offset_days": offset}, language, by)
    if asked.day and not PreworkDay.objects.shown().filter(collaborative=collaborative).exists():
        PreworkDay.objects.create(
            collaborative=collaborative,
            objectives="\n".join(asked.day["objectives"]),
            planned=_line_of_day(collaborative, asked.day["title"]),
            language=language,
        )


def _lay_out_assignment(collaborative, first, position, words, language, by):
    there = PreworkAssignment.objects.filter(collaborative=collaborative, key=words["key"])
    offset_days = words.pop("offset_days")
    if there.exists():
        return
    ready_by = None
    if offset_days is not None:
        ready_by = plan_line(
            collaborative=collaborative, kind=DateKind.DUE, title=words["title"], anchor=first.starts,
            offset_days=offset_days, by=by,
        )  # fmt: skip
    if ready_by and words["instead_of_day"]:
        _hide(ready_by, by)  # until it is decided that no day is held
    PreworkAssignment.objects.create(
        collaborative=collaborative, position=position, ready_by=ready_by, language=language, **words
    )


def _line_of_day(collaborative, title):
    """The date that the template's dates may hold already for this day."""
    lines = PlannedDate.objects.shown().filter(collaborative=collaborative, title=title).lines()
    return lines.order_by("on", "pk").first()


@transaction.atomic
def write_letter(collaborative, *, title, text, by, on) -> CommitmentLetter:
    """A new version of the letter of commitment; earlier ones stay, with what was signed."""
    last = CommitmentLetter.objects.filter(collaborative=collaborative).aggregate(Max("number"))["number__max"] or 0
    return CommitmentLetter.objects.create(
        collaborative=collaborative, number=last + 1, title=title, text=text, written_on=on,
        language=by.language if by else "en",
    )  # fmt: skip


def add_expectation(collaborative, *, by, **words) -> Expectation:
    """What taking part means for one more role."""
    return Expectation.objects.create(collaborative=collaborative, language=by.language, **words)


def edit_expectation(expectation, *, version, by, **words):
    """Raises ChangedMeanwhile."""
    save_if_unchanged(expectation, version, **words)


@transaction.atomic
def add_assignment(collaborative, *, on_day, by, **words) -> PreworkAssignment:
    """One more thing for teams to do; `on_day`: a good day to be ready, or None."""
    last = PreworkAssignment.objects.filter(collaborative=collaborative).aggregate(Max("position"))["position__max"]
    return PreworkAssignment.objects.create(
        collaborative=collaborative, position=(last or 0) + 1, language=by.language,
        ready_by=_good_day(collaborative, words["title"], on_day, by), **words,
    )  # fmt: skip


def _good_day(collaborative, title, day, by):
    if day is None:
        return None
    return plan_line(collaborative=collaborative, kind=DateKind.DUE, title=title, on=day, by=by)


@transaction.atomic
def edit_assignment(assignment, *, version, on_day, by, **words):
    """Change an assignment and its good day. Raises ChangedMeanwhile."""
    ready_by = assignment.ready_by
    if ready_by is None:
        ready_by = _good_day(assignment.collaborative, words["title"], on_day, by)
    elif on_day is None:
        _hide(ready_by, by)
        ready_by = None
    save_if_unchanged(assignment, version, ready_by=ready_by, **words)
    if ready_by is not None:
        anchor = ready_by.anchor
        offset = (on_day - anchor.on).days if anchor else None
        save_if_unchanged(ready_by, ready_by.version, on=on_day, offset_days=offset, title=words["title"])


@transaction.atomic
def hide_assignment(assignment, *, by):
    """It is not asked any more; its day goes with it, what teams wrote about it stays."""
    _hide(assignment, by)
    if assignment.ready_by:
        _hide(assignment.ready_by, by)


@transaction.atomic
def show_assignment(assignment, *, by):
    """It is asked again."""
    _show(assignment)
    if assignment.ready_by:
        _show(assignment.ready_by)


def hide_expectation(expectation, *, by):
    _hide(expectation, by)


def show_expectation(expectation, *, by):
    """Bring it back; where the role has another one by now, that one stays and nothing changes."""
    others = Expectation.objects.shown().filter(collaborative_id=expectation.collaborative_id, role=expectation.role)
    if not others.exists():
        _show(expectation)


@transaction.atomic
def plan_prework_day(day, *, version, plan, on_day, at, place, link, objectives, by):
    """Hold a pre-work day or not. Held, it is a date with its objectives; not held, teams get them as assignments.

    Raises ChangedMeanwhile.
    """
    planned = day.planned
    _show_days_instead(day, plan == PreworkDayPlan.NOT_HELD, by)
    if plan == PreworkDayPlan.HELD:
        planned = _held_on(day, on_day, {"at": at, "place": place, "link": link}, by)
    elif planned is not None and plan == PreworkDayPlan.NOT_HELD:
        _hide(planned, by)
    save_if_unchanged(day, version, plan=plan, objectives=objectives, planned=planned)


def _show_days_instead(day, shown, by):
    """The good days of what teams do in place of the pre-work day stand among the dates, or do not."""
    rows = PreworkAssignment.objects.shown().filter(collaborative_id=day.collaborative_id, instead_of_day=True)
    for assignment in rows.filter(ready_by__isnull=False).select_related("ready_by"):
        if shown:
            _show(assignment.ready_by)
        else:
            _hide(assignment.ready_by, by)


def _held_on(day, on_day, words, by):
    planned = day.planned
    if planned is None:
        return plan_line(collaborative=day.collaborative, title=_("Pre-work day"), on=on_day, by=by, **words)
    offset = (on_day - planned.anchor.on).days if planned.anchor else None
    save_if_unchanged(planned, planned.version, on=on_day, offset_days=offset, **words)
    _show(planned)
    return planned


def _hide(row, by):
    type(row).objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk if by else None, version=F("version") + 1
    )


def _show(row):
    type(row).objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)
