import datetime

import pytest

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.schedule import actions
from collaborative.schedule.models import Closure, LearningSession, PlannedDate
from tests import factories
from tests.factories import center
from tests.factories.schedule import TUESDAY, period, session

pytestmark = pytest.mark.django_db
DAY = datetime.date


def on_of(*rows):
    return [PlannedDate.objects.get(pk=row.pk).on for row in rows]


def line(collaborative, **values):
    return actions.plan_line(collaborative=collaborative, by=None, **values)


def test_plan_line_on_a_day_of_its_own(collaborative):
    planned = line(collaborative, title="Hello call", on=TUESDAY, note="Bring questions.", link="https://example.org/")

    stored = PlannedDate.objects.get(pk=planned.pk)
    assert (stored.title, stored.kind, stored.on, stored.anchor_id, stored.offset_days, stored.note) == (
        "Hello call", "line", TUESDAY, None, None, "Bring questions.",
    )  # fmt: skip


def test_plan_line_before_a_session_lands_on_a_working_day(collaborative):
    learning = session(collaborative, on=TUESDAY)

    planned = line(collaborative, title="Pre-work day", anchor=learning.starts, offset_days=-30)

    assert (planned.on, planned.offset_days) == (DAY(2026, 10, 26), -30)  # Sunday 25 October gives Monday


def test_plan_line_with_an_anchor_and_a_day_keeps_the_distance(collaborative):
    learning = session(collaborative, on=TUESDAY)

    planned = line(collaborative, title="Call", anchor=learning.starts, on=DAY(2026, 12, 1))

    assert (planned.on, planned.offset_days) == (DAY(2026, 12, 1), 7)


def test_plan_session_makes_the_session_and_its_date(collaborative):
    made = actions.plan_session(
        collaborative=collaborative,
        number=1,
        name="Learning Session 1",
        on=TUESDAY,
        days=2,
        place="Library",
        by=None,
    )

    stored = LearningSession.objects.select_related("starts").get(pk=made.pk)
    assert (stored.starts.kind, stored.starts.title, stored.starts_on, stored.ends_on, stored.place) == (
        "session", "Learning Session 1", TUESDAY, DAY(2026, 11, 25), "Library",
    )  # fmt: skip


def test_plan_period_between_two_sessions_follows_both(collaborative):
    first, second = session(collaborative, on=TUESDAY), session(collaborative, on=DAY(2027, 3, 23))
    made = actions.plan_period(
        collaborative=collaborative,
        number=1,
        name="Action Period 1",
        starts=(first.starts, 0),
        ends=(second.starts, -1),
        by=None,
    )
    assert (made.starts_on, made.ends_on) == (TUESDAY, DAY(2027, 3, 22))

    actions.move_date(second.starts, to=DAY(2027, 3, 30), by=None)

    assert on_of(made.starts, made.ends) == [TUESDAY, DAY(2027, 3, 29)]


def test_plan_period_that_ends_before_it_starts_is_refused(collaborative):
    with pytest.raises(actions.EndsBeforeItStarts):
        actions.plan_period(
            collaborative=collaborative, number=1, name="P", starts=TUESDAY, ends=DAY(2026, 11, 1), by=None
        )

    assert PlannedDate.objects.count() == 0


def test_move_date_takes_along_what_hangs_on_it_but_not_what_is_pinned_or_done(collaborative):
    learning = session(collaborative, on=TUESDAY)
    follows = line(collaborative, title="a", anchor=learning.starts, offset_days=7)
    after_that = line(collaborative, title="b", anchor=follows, offset_days=1)
    pinned = line(collaborative, title="c", anchor=learning.starts, offset_days=14, is_pinned=True)
    done = line(collaborative, title="d", anchor=learning.starts, offset_days=-7, done_on=DAY(2026, 11, 17))
    alone = line(collaborative, title="e", on=DAY(2026, 12, 24))

    days = actions.move_date(learning.starts, to=DAY(2026, 12, 1), by=None)

    assert days == {
        learning.starts_id: DAY(2026, 12, 1),
        follows.pk: DAY(2026, 12, 8),
        after_that.pk: DAY(2026, 12, 9),
    }
    assert on_of(learning.starts, follows, after_that, pinned, done, alone) == [
        DAY(2026, 12, 1), DAY(2026, 12, 8), DAY(2026, 12, 9), DAY(2026, 12, 8), DAY(2026, 11, 17), DAY(2026, 12, 24),
    ]  # fmt: skip


def test_move_date_of_what_hangs_on_another_keeps_it_hanging_at_its_new_distance(collaborative):
    learning = session(collaborative, on=TUESDAY)
    call = line(collaborative, title="a", anchor=learning.starts, offset_days=7)

    actions.move_date(call, to=DAY(2026, 12, 3), by=None)
    actions.move_date(learning.starts, to=DAY(2026, 12, 1), by=None)

    assert on_of(call) == [DAY(2026, 12, 10)]


def test_move_date_there_and_back_changes_nothing(collaborative):
    learning = session(collaborative, on=TUESDAY)
    rows = [line(collaborative, title="a", anchor=learning.starts, offset_days=offset) for offset in range(-9, 9)]
    before = on_of(*rows)

    actions.move_date(learning.starts, to=DAY(2026, 11, 26), by=None)
    learning.starts.refresh_from_db()
    actions.move_date(learning.starts, to=TUESDAY, by=None)

    assert on_of(*rows) == before


def test_move_date_touches_no_other_collaborative(collaborative, organization):
    elsewhere = session(factories.collaborative(), on=TUESDAY)
    here = session(collaborative, on=TUESDAY)

    actions.move_date(here.starts, to=DAY(2026, 12, 1), by=None)

    assert on_of(elsewhere.starts) == [TUESDAY]


def test_move_date_that_would_end_a_period_before_it_starts_moves_nothing(collaborative):
    first, second = session(collaborative, on=TUESDAY), session(collaborative, on=DAY(2027, 3, 23))
    actions.plan_period(
        collaborative=collaborative,
        number=1,
        name="P",
        starts=(first.starts, 0),
        ends=(second.starts, -1),
        by=None,
    )

    with pytest.raises(actions.EndsBeforeItStarts):
        actions.move_date(first.starts, to=DAY(2027, 4, 1), by=None)

    assert on_of(first.starts) == [TUESDAY]


def test_edit_line_changes_words_day_and_what_it_moves_along_with(collaborative):
    learning = session(collaborative, on=TUESDAY)
    call = line(collaborative, title="Call", on=DAY(2026, 12, 1))

    actions.edit_line(
        call, version=1, on=DAY(2026, 12, 2), anchor=learning.starts, by=None, title="All-team call", note="Bring one."
    )
    learning.starts.refresh_from_db()
    actions.move_date(learning.starts, to=DAY(2026, 11, 25), by=None)

    call.refresh_from_db()
    assert (call.title, call.note, call.on, call.offset_days) == ("All-team call", "Bring one.", DAY(2026, 12, 3), 8)


def test_edit_line_refuses_to_hang_it_on_itself(collaborative):
    first = line(collaborative, title="a", on=TUESDAY)
    second = line(collaborative, title="b", anchor=first, offset_days=1)

    with pytest.raises(actions.HangsOnItself):
        actions.edit_line(first, version=1, on=TUESDAY, anchor=second, by=None, title="a")


def test_edit_line_by_two_people_tells_the_second(collaborative):
    call = line(collaborative, title="Call", on=TUESDAY)
    actions.edit_line(call, version=1, on=TUESDAY, anchor=None, by=None, title="Theirs")

    with pytest.raises(ChangedMeanwhile) as told:
        actions.edit_line(call, version=1, on=TUESDAY, anchor=None, by=None, title="Mine")

    assert told.value.current.title == "Theirs"


def test_edit_session_renames_its_date_and_moves_what_hangs_on_it(collaborative):
    learning = session(collaborative, on=TUESDAY, name="LS1")
    call = line(collaborative, title="Call", anchor=learning.starts, offset_days=7)

    actions.edit_session(
        learning,
        version=actions.version_of(learning),
        on=DAY(2026, 12, 1),
        at=datetime.time(9),
        link="",
        by=None,
        name="Learning Session 1",
        days=2,
    )

    learning = LearningSession.objects.select_related("starts").get(pk=learning.pk)
    assert (learning.name, learning.days, learning.starts.title, learning.starts.on, learning.starts.at) == (
        "Learning Session 1", 2, "Learning Session 1", DAY(2026, 12, 1), datetime.time(9),
    )  # fmt: skip
    assert on_of(call) == [DAY(2026, 12, 8)]


def test_edit_session_notices_that_its_day_was_moved_meanwhile(collaborative):
    learning = session(collaborative, on=TUESDAY)
    seen = actions.version_of(learning)
    actions.move_date(learning.starts, to=DAY(2026, 12, 1), by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_session(learning, version=seen, on=TUESDAY, at=None, link="", by=None, name="Mine")


def test_edit_period_may_move_both_ends_far_either_way(collaborative):
    stretch = period(collaborative, starts_on=TUESDAY, ends_on=DAY(2027, 3, 1))
    for starts_on, ends_on in ((DAY(2027, 6, 1), DAY(2027, 9, 1)), (DAY(2026, 1, 5), DAY(2026, 2, 1))):
        actions.edit_period(
            stretch,
            version=actions.version_of(stretch),
            name="Renamed",
            focus="",
            starts_on=starts_on,
            ends_on=ends_on,
            by=None,
        )
        assert on_of(stretch.starts, stretch.ends) == [starts_on, ends_on]


def test_set_done_and_taking_it_back(collaborative):
    call = line(collaborative, title="Call", on=TUESDAY)

    actions.set_done(call, done=True, by=None, on=TUESDAY)
    assert call.done_on == TUESDAY
    actions.set_done(call, done=False, by=None, on=TUESDAY)
    assert call.done_on is None


def test_hide_line_and_show_line(collaborative):
    who = factories.person()
    call = line(collaborative, title="Call", on=TUESDAY)

    actions.hide_line(call, by=who)
    call.refresh_from_db()
    assert call.hidden_at is not None and call.hidden_by_id == who.pk
    actions.show_line(call, by=who)
    call.refresh_from_db()
    assert (call.hidden_at, call.hidden_by_id) == (None, None)


def test_hide_line_is_not_for_a_sessions_date(collaborative):
    learning = session(collaborative)

    with pytest.raises(actions.StillNeeded):
        actions.hide_line(learning.starts, by=None)


def test_hide_session_takes_its_date_and_leaves_what_hung_on_it(collaborative):
    learning = session(collaborative, on=TUESDAY)
    call = line(collaborative, title="Call", anchor=learning.starts, offset_days=7)

    actions.hide_session(learning, by=None)

    assert PlannedDate.objects.get(pk=learning.starts_id).hidden_at is not None
    assert PlannedDate.objects.get(pk=call.pk).hidden_at is None
    call.refresh_from_db()
    actions.move_date(call, to=DAY(2026, 12, 15), by=None)
    assert on_of(call) == [DAY(2026, 12, 15)]
    actions.show_session(learning, by=None)
    assert PlannedDate.objects.get(pk=learning.starts_id).hidden_at is None


def test_close_centers_and_open_one_again(organization):
    house = center()

    (closed,) = actions.close_centers(
        [house], starts_on=TUESDAY, ends_on=DAY(2026, 11, 27), why="Thanksgiving", by=None
    )

    assert list(Closure.objects.shown().values_list("center_id", "starts_on", "ends_on", "why")) == [
        (house.pk, TUESDAY, DAY(2026, 11, 27), "Thanksgiving")
    ]
    actions.hide_closure(closed, by=None)
    assert not Closure.objects.shown().exists()
    actions.show_closure(closed, by=None)
    assert Closure.objects.shown().exists()
