import datetime

import pytest

from collaborative.schedule import actions
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.schedule import period, planned_date, session
from tests.schedule.shared import READERS, WRITERS, ahead, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in READERS if role not in WRITERS])
def test_nobody_else_writes_dates(as_role, place, collaborative, today, role):
    line, learning, stretch = planned_date(collaborative), session(collaborative), period(collaborative)
    client = as_role(role)

    for address in (
        "lines/add/", f"lines/{line.pk}/edit/", "sessions/add/", f"sessions/{learning.pk}/edit/",
        f"periods/{stretch.pk}/edit/",
    ):  # fmt: skip
        assert client.get(f"{place}/{address}").status_code == 403
        assert client.post(f"{place}/{address}", {}).status_code == 403
    for address in (f"lines/{line.pk}/hide/", f"lines/{line.pk}/done/", f"sessions/{learning.pk}/hide/"):
        assert client.post(f"{place}/{address}").status_code == 403


def test_line_add_with_a_session_to_move_along_with(writer, place, collaborative, inside):
    learning = session(collaborative, on=datetime.date(2027, 1, 12))
    helper = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative).person

    answer = writer.post(
        f"{place}/lines/add/",
        {
            "title": "All-team call", "on": "2027-02-02", "at": "11:00", "note": "Bring one thing",
            "link": "https://example.org/call", "anchor_id": str(learning.starts_id), "has_in_hand_id": str(helper.pk),
        },
    )  # fmt: skip

    assert (answer.status_code, answer["Location"]) == (302, f"{place}/")
    with inside():
        made = PlannedDate.objects.get(title="All-team call")
    assert (made.on, made.at, made.offset_days, made.anchor_id, made.has_in_hand_id) == (
        datetime.date(2027, 2, 2), datetime.time(11), 21, learning.starts_id, helper.pk,
    )  # fmt: skip


def test_line_add_without_a_day_is_explained_and_what_was_typed_stays(writer, place):
    answer = writer.post(f"{place}/lines/add/", {"title": "Kept words", "on": "", "link": "no link"})

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"on", "link"}
    assert "Kept words" in words(answer)


def test_line_add_sent_twice_makes_one_date(writer, place, inside):
    key = writer.get(f"{place}/lines/add/").context["form_key"]
    for _ in range(2):
        answer = writer.post(f"{place}/lines/add/", {"title": "Once", "on": "2027-02-02", "form_key": key})
        assert answer.status_code == 302

    with inside():
        assert PlannedDate.objects.filter(title="Once").count() == 1


def test_line_edit_of_the_second_writer_shows_both(writer, place, collaborative, inside):
    line = planned_date(collaborative, title="As it was")
    with inside():
        actions.edit_line(line, version=1, on=line.on, anchor=None, by=None, title="Theirs")

    told = writer.post(f"{place}/lines/{line.pk}/edit/", {"version": 1, "title": "Mine", "on": "2027-02-02"})

    assert told.status_code == 409
    assert "Theirs" in words(told) and "Mine" in words(told)
    again = writer.post(
        f"{place}/lines/{line.pk}/edit/", {"version": told.context["version"], "title": "Mine", "on": "2027-02-02"}
    )
    assert again.status_code == 302
    with inside():
        assert PlannedDate.objects.get(pk=line.pk).title == "Mine"


def test_line_edit_that_would_go_round_in_a_circle_is_explained(writer, place, collaborative):
    first = planned_date(collaborative, title="First")
    learning = session(collaborative)
    PlannedDate.objects.filter(pk=learning.starts_id).update(anchor_id=first.pk, offset_days=0)

    answer = writer.post(
        f"{place}/lines/{first.pk}/edit/",
        {"version": 1, "title": "First", "on": "2027-01-12", "anchor_id": str(learning.starts_id)},
    )

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"anchor_id"}


def test_line_hide_and_put_back(writer, place, collaborative, today):
    line = planned_date(collaborative, title="Hello call", on=ahead(today, 2))

    hidden = writer.post(f"{place}/lines/{line.pk}/hide/")
    assert hidden["Location"] == f"{place}/?line={line.pk}"
    after = writer.get(hidden["Location"])
    assert (after.context["comes"].this_week, after.context["hidden"]["name"]) == ((), "Hello call")
    writer.post(f"{place}/lines/{line.pk}/show/")
    assert [row.title for row in writer.get(f"{place}/").context["comes"].this_week] == ["Hello call"]


def test_line_done_and_taken_back(writer, place, collaborative, today, inside):
    line = planned_date(collaborative, on=ahead(today, 2))
    for expected in (today, None):
        writer.post(f"{place}/lines/{line.pk}/done/")
        with inside():
            assert PlannedDate.objects.get(pk=line.pk).done_on == expected


def test_session_edit_moves_what_hangs_on_it(writer, place, collaborative, inside):
    learning = session(collaborative, on=datetime.date(2027, 1, 12), number=1, name="LS1")
    call = planned_date(collaborative, on=datetime.date(2027, 2, 2), anchor=learning.starts, offset_days=21)
    page = writer.get(f"{place}/sessions/{learning.pk}/edit/")
    assert [row.pk for row in page.context["along"]] == [call.pk]

    answer = writer.post(
        f"{place}/sessions/{learning.pk}/edit/",
        {"version": page.context["version"], "name": "Learning Session 1", "on": "2027-01-19", "days": 1},
    )

    assert answer.status_code == 302
    with inside():
        assert PlannedDate.objects.get(pk=call.pk).on == datetime.date(2027, 2, 9)
        assert LearningSession.objects.get(pk=learning.pk).name == "Learning Session 1"


def test_session_edit_that_would_end_a_period_before_it_starts_is_explained(writer, place, collaborative):
    first, second = (
        session(collaborative, on=datetime.date(2027, 1, 12)),
        session(collaborative, on=datetime.date(2027, 5, 4)),
    )
    actions.plan_period(
        collaborative=collaborative, number=1, name="P", starts=(first.starts, 0), ends=(second.starts, -1), by=None
    )

    answer = writer.post(
        f"{place}/sessions/{second.pk}/edit/",
        {"version": actions.version_of(second), "name": second.name, "on": "2027-01-05", "days": 1},
    )

    assert answer.status_code == 200
    assert "A period would then end before it starts" in words(answer)


def test_session_add_hide_and_put_back(writer, place, inside):
    writer.post(
        f"{place}/sessions/add/", {"name": "Learning Session 1", "on": "2027-01-12", "days": 2, "place": "Hall"}
    )
    with inside():
        made = LearningSession.objects.select_related("starts").get()
    assert (made.number, made.days, made.place, made.starts_on) == (1, 2, "Hall", datetime.date(2027, 1, 12))

    hidden = writer.post(f"{place}/sessions/{made.pk}/hide/")
    after = writer.get(hidden["Location"])
    assert (after.context["sessions"], after.context["hidden"]["name"]) == ([], "Learning Session 1")
    writer.post(f"{place}/sessions/{made.pk}/show/")
    assert [row.pk for row in writer.get(f"{place}/").context["sessions"]] == [made.pk]


def test_period_edit_changes_its_days(writer, place, collaborative, inside):
    stretch = period(collaborative)

    answer = writer.post(
        f"{place}/periods/{stretch.pk}/edit/",
        {
            "version": actions.version_of(stretch), "name": "Action Period 1", "focus": "First small tries",
            "starts_on": "2027-01-12", "ends_on": "2027-05-03",
        },
    )  # fmt: skip

    assert answer.status_code == 302
    with inside():
        stored = ActionPeriod.objects.in_order().get(pk=stretch.pk)
    assert (stored.name, stored.focus, stored.starts_on, stored.ends_on) == (
        "Action Period 1", "First small tries", datetime.date(2027, 1, 12), datetime.date(2027, 5, 3),
    )  # fmt: skip


def test_an_admin_edits_nothing_of_another_collaborative_under_this_address(as_role, place):
    elsewhere = planned_date(factories.collaborative())

    assert as_role(Role.ORGANIZATION_ADMIN).get(f"{place}/lines/{elsewhere.pk}/edit/").status_code == 404
