"""What is told besides numbers, what ends it, and when a person phones instead of a letter."""

import uuid
from datetime import date

import pytest

from collaborative.isolation.context import tenant_context
from collaborative.outbox.models import Message, MessageState, Notice, NoticeKind
from collaborative.tenancy.enums import Role
from pdsa.actions import answers as pdsa_answers
from pdsa.actions import cycles
from portal.notices import actions
from portal.notices.models import FriendlyCall
from tests import factories
from tests.factories import metrics, notices
from tests.factories.notices import DAY, TUESDAY, TUESDAY_MORNING, WEEK, came_in, maple_street, messages, try_of


@pytest.mark.capability("C190")
def test_the_day_after_the_day_the_team_chose_a_word_goes_to_who_leads_the_try(workplace, place, gather):
    came_in(place)
    cycle = try_of(place, TUESDAY - DAY)

    [message] = gather()

    assert (message.to, message.subject) == ("denise@example.org", "What did you see?")
    assert message.body.split("\n\n")[1] == (
        "Mon 9 November was the day you chose to look back at something you are trying. What did you see and hear? Two"
        " lines are plenty, and if it did not work, that counts too."
        f" http://localhost:8000/{workplace.slug}/sel/pdsa/{cycle.pk}/"
    )


def test_a_try_that_was_looked_back_at_is_not_spoken_of(place, gather):
    came_in(place)
    cycle = try_of(place, TUESDAY - DAY)
    cycles.study(cycle, by=place.leader, on=TUESDAY, compared="As we thought.")

    assert gather() == []


def test_a_team_that_tries_nothing_hears_nothing(place, gather):
    came_in(place)

    assert gather() == []
    assert FriendlyCall.objects.count() == 0


@pytest.mark.capability("C190")
def test_answers_of_other_teams_are_told_to_who_leads_the_try(workplace, place, gather):
    came_in(place)
    cycle = try_of(place, TUESDAY + WEEK)
    for name in ("Oak Lane", "Casa Luna"):
        other = factories.team(place.collaborative, center=factories.center(name=name))
        someone = factories.member(Role.TEACHER, team=other).person
        pdsa_answers.answer_cycle(cycle, by=someone, on=TUESDAY, text="We tried that too.")
    pdsa_answers.answer_cycle(cycle, by=place.rosa, on=TUESDAY, text="Good idea.")

    message = gather()[0]

    assert (message.to, message.subject) == ("denise@example.org", "Another team answered you")
    assert message.body.split("\n\n")[1] == (
        "Oak Lane and Casa Luna answered something you are trying."
        f" http://localhost:8000/{workplace.slug}/sel/pdsa/{cycle.pk}/"
    )
    assert "tried that too" not in message.body


def test_somebody_who_wrote_back_has_seen_the_answer(place, gather):
    came_in(place)
    cycle = try_of(place, TUESDAY + WEEK)
    other = factories.member(Role.TEACHER, team=factories.team(place.collaborative)).person
    pdsa_answers.answer_cycle(cycle, by=other, on=TUESDAY, text="We tried that too.")
    pdsa_answers.answer_cycle(cycle, by=place.leader, on=TUESDAY, text="Thank you!")

    assert [row.to for row in gather() if "denise" in row.to] == []


@pytest.mark.capability("C145")
def test_after_two_weeks_a_person_phones_and_no_letter_goes_to_anyone(place, gather):
    gather(TUESDAY_MORNING)
    Message.objects.update(state=MessageState.SENT)

    gather(TUESDAY_MORNING + 2 * WEEK)

    [call] = FriendlyCall.objects.all()
    assert (call.team_id, call.helper_id, call.since, call.reason) == (
        place.team.pk,
        place.amal.pk,
        TUESDAY + 2 * WEEK,
        "numbers",
    )
    assert {message.to for message in messages()} == {"rosa@example.org"}
    assert len(messages()) == 1


def test_the_line_on_the_list_goes_when_the_numbers_come_in(place, gather):
    later = TUESDAY_MORNING + 2 * WEEK
    gather(later)
    came_in(place)

    gather(later)

    assert [(call.done_on, call.done_by_id) for call in FriendlyCall.objects.all()] == [(TUESDAY + 2 * WEEK, None)]


def test_after_a_call_there_are_two_weeks_of_peace(place, gather):
    later = TUESDAY_MORNING + 2 * WEEK
    gather(later)
    call = FriendlyCall.objects.get()
    actions.note_call(call, note="Hard month.", version=1, by=place.amal, on=later.date())

    gather(later + WEEK)
    assert FriendlyCall.objects.count() == 1
    gather(later + 2 * WEEK + DAY)
    assert FriendlyCall.objects.count() == 2


def test_another_organization_is_never_touched(place, gather):
    with tenant_context(uuid.uuid4()) as other:
        factories.organization(id=other.organization)
        maple_street()

    gather()

    assert len(messages()) == 1
    with tenant_context(other.organization):
        assert (messages(), list(Notice.objects.all())) == ([], [])


def test_family_partners_hear_from_the_family_liaison(place, gather):
    came_in(place)
    liaison = notices.person(
        Role.IMPLEMENTATION_TEAM, "Maria", collaborative=place.collaborative, responsibilities=["family_liaison"]
    )
    denise = notices.person(Role.FAMILY_PARTNER, "Dee", team=place.team)
    cycles.start_cycle(team=place.team, what="Sing", by=denise, on=TUESDAY - WEEK, look_back_on=TUESDAY - DAY)

    [message] = gather()

    assert (message.to, message.from_name) == ("dee@example.org", liaison.first_name)
    assert message.body.rpartition("\n\n")[0].endswith("This note went only to you.")


TOLD = (NoticeKind.NUMBERS, NoticeKind.LOOK_BACK, NoticeKind.ANSWERS)


def holding(kind):
    return Notice.objects.holding().filter(kind=kind).count()


def test_what_ends_a_thing_holds_its_message_back_in_the_same_moment(place, gather):
    """Nobody gathers in between: the rooms themselves drop what need not be said any more."""
    cycle = try_of(place, TUESDAY - DAY)
    other = factories.member(Role.TEACHER, team=factories.team(place.collaborative)).person
    pdsa_answers.answer_cycle(cycle, by=other, on=TUESDAY, text="We tried that too.")
    gather()
    assert [holding(kind) for kind in TOLD] == [1, 1, 1]

    came_in(place)
    assert [holding(kind) for kind in TOLD] == [0, 1, 1]
    cycles.study(cycle, by=place.leader, on=TUESDAY, compared="As we thought.")
    assert [holding(kind) for kind in TOLD] == [0, 0, 1]
    pdsa_answers.thank(cycle, by=place.leader, on=TUESDAY, text="Thank you!")
    assert [holding(kind) for kind in TOLD] == [0, 0, 0]


def test_of_two_numbers_still_to_come_the_second_is_asked_for_in_the_same_week(place, gather):
    metrics.metric(place.collaborative, collect="month", on=date(2026, 10, 1), by=place.rosa)
    gather()
    came_in(place)
    assert holding(NoticeKind.NUMBERS) == 0

    gather()

    assert holding(NoticeKind.NUMBERS) == 1
    assert [message.state for message in messages()] == [MessageState.WAITING]
