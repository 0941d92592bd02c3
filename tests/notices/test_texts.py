"""The one message a week as a text: short, once over all ways, and never to a number that did not ask for it."""

import uuid
from datetime import timedelta

import pytest

from collaborative.outbox import actions as outbox
from collaborative.outbox import rules
from collaborative.outbox.models import MessageState
from collaborative.tenancy import telling
from collaborative.tenancy.actions import people
from collaborative.tenancy.actions.invitations import decline, invite
from collaborative.tenancy.enums import Reminders, Role
from collaborative.tenancy.models import Membership, Person
from tests.factories.notices import DAY, TUESDAY, TUESDAY_MORNING, WEEK, came_in, try_of

PHONE = "(617) 555-0142"


def by_text(person, **values):
    Person.objects.filter(pk=person.pk).update(**{"phone": PHONE, "reminders": Reminders.TEXT, **values})


def test_the_weekly_message_goes_as_a_text_to_who_asked_for_texts(workplace, place, gather):
    by_text(place.rosa, email="")

    [message] = gather()

    assert (message.channel, message.to, message.subject) == ("text", "+16175550142", "")
    assert message.body.split("\n\n") == [
        "Hi Rosa, it is Amal.",
        "Counts of Maple Street: whenever you have them.",
        f"Or call me: 555-0175. http://localhost:8000/{workplace.slug}/sel/ You asked for texts. STOP ends them.",
    ]
    assert rules.segments(message.body) <= 2


def test_several_things_are_one_short_text_and_what_does_not_fit_waits_a_week(place, gather):
    by_text(place.leader)
    Membership.objects.filter(person=place.rosa).update(is_data_point_person=False)
    for number in range(6):
        try_of(place, TUESDAY - DAY * (number + 1))

    [message] = gather()

    assert rules.segments(message.body) == 2
    assert message.body.count("look back") == 2
    assert message.notices.count() == 2
    later = gather(TUESDAY_MORNING + WEEK)
    assert [row.slot.partition(":")[2][:8] for row in later] == ["2026-W46", "2026-W47"]


def test_a_text_and_a_mail_in_one_week_are_one_too_many(place, gather):
    by_text(place.rosa)
    gather()
    Person.objects.filter(pk=place.rosa.pk).update(reminders=Reminders.MAIL)
    try_of(place, TUESDAY - DAY)

    later = gather(TUESDAY_MORNING + DAY)

    assert [row.channel for row in later if row.person_id == place.rosa.pk] == ["text"]


def test_who_wants_none_gets_none_and_who_changes_the_way_gets_it_the_new_way(place, gather):
    [mail] = gather()
    people.change_person(place.rosa.pk, by=place.rosa.pk, on=TUESDAY, phone=PHONE, reminders=Reminders.TEXT)

    messages = gather(TUESDAY_MORNING + timedelta(hours=1))
    people.change_person(place.rosa.pk, by=place.rosa.pk, on=TUESDAY, reminders=Reminders.NONE)
    still = gather(TUESDAY_MORNING + timedelta(hours=2))

    assert [(row.channel, row.state) for row in messages] == [("mail", "dropped"), ("text", "waiting")]
    assert [(row.channel, row.state) for row in still] == [("mail", "dropped"), ("text", "dropped")]


@pytest.mark.parametrize(
    ("values", "texts", "way"),
    [
        ({"reminders": "mail", "email": "a@example.org", "phone": PHONE}, True, "mail"),
        ({"reminders": "text", "email": "a@example.org", "phone": PHONE}, True, "text"),
        ({"reminders": "text", "email": "a@example.org", "phone": "555-0142"}, True, "mail"),
        ({"reminders": "text", "email": "a@example.org", "phone": PHONE}, False, "mail"),
        ({"reminders": "mail", "email": "", "phone": PHONE}, True, None),
        ({"reminders": "text", "email": "", "phone": ""}, True, None),
        ({"reminders": "none", "email": "a@example.org", "phone": PHONE}, True, None),
    ],
)
def test_a_number_gets_texts_only_where_its_owner_asked_for_them(settings, values, texts, way):
    settings.TEXTS = texts

    found = telling.way_to(Person(organization_id=uuid.uuid4(), first_name="Rosa", **values), "US")

    assert (found and found["channel"]) == way


def test_nobody_is_reminded_before_they_came_in_or_after_they_said_no(place, gather):
    came_in(place)
    invitation = invite(
        first_name="Ana", email="ana@example.org", role=Role.TEACHER, team=place.team, by=place.leader, on=TUESDAY
    )
    Membership.objects.filter(pk=invitation.membership_id).update(is_data_point_person=True)
    ana = invitation.membership.person_id

    before = [row.slot for row in gather(TUESDAY_MORNING + WEEK) if row.person_id == ana and "week" in row.slot]
    decline(invitation, words="Not this year")
    after = [row.slot for row in gather(TUESDAY_MORNING + WEEK * 2) if row.person_id == ana and "week" in row.slot]

    assert (before, after) == ([], [])


def test_what_waits_for_somebody_who_leaves_is_not_sent_and_not_said_later(place, gather):
    [message] = gather()

    outbox.say_no_more(place.rosa.pk)

    message.refresh_from_db()
    assert message.state == MessageState.DROPPED
    assert [row.state for row in gather(TUESDAY_MORNING + DAY) if row.person_id != place.rosa.pk] == []
