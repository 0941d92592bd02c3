"""Who was named in a conversation hears of it in the weekly message, as long as they may read it; no words travel."""

import datetime

import pytest
from django.utils import timezone

from collaborative.discussion import actions
from collaborative.discussion.models import Mention, Post
from collaborative.outbox.models import Notice
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from tests import factories
from tests.factories.notices import DAY, TUESDAY_MORNING, person


@pytest.fixture
def talk(place):
    """Maple Street's numbers are no matter here; Tom of another team names Rosa."""
    other = factories.team(place.collaborative, center=factories.center(name="Cedar Grove"))
    place.tom = person(Role.TEACHER, "Tom", team=other)
    place.metric.is_required = False
    place.metric.save(update_fields=["is_required"])

    def named(people, *, by=None, audience="all", team=other, **values):
        post = actions.write_post(
            collaborative_id=place.collaborative.pk, by=by or place.tom, role=Role.TEACHER, audience=audience,
            team_id=team.pk, text="SECRET WORDS for @Rosa", people=[one.pk for one in people], **values,
        )  # fmt: skip
        Mention.objects.filter(post=post).update(created_at=TUESDAY_MORNING - datetime.timedelta(hours=1))
        return post

    place.named = named
    return place


@pytest.mark.capability("C277")
def test_somebody_named_hears_where_and_by_whom_and_no_words_travel(workplace, talk, gather):
    post = talk.named([talk.rosa])

    [message] = gather()

    assert (message.to, message.subject) == ("rosa@example.org", "Somebody named you in a conversation")
    assert "A teacher at Cedar Grove named you in a conversation on “Learn together”." in message.body
    assert f"http://localhost:8000/{workplace.slug}/sel/discussion/{post.pk}/" in message.body
    assert "SECRET" not in message.body + message.subject


def test_somebody_of_the_project_team_hears_it_too(talk, gather):
    talk.named([talk.amal])

    [message] = gather()

    assert (message.to, message.from_name) == ("amal@example.org", talk.collaborative.short_name)


def test_who_lost_the_right_hears_nothing_even_of_what_was_gathered_already(talk, gather):
    talk.named([talk.rosa])
    gather()
    Membership.objects.filter(person=talk.rosa).update(ends_on=TUESDAY_MORNING.date() - DAY)

    gather()

    assert Notice.objects.holding().count() == 0
    assert Notice.objects.exclude(dropped_at=None).count() == 1


def test_nobody_is_told_of_a_post_for_others(talk, gather):
    talk.named([talk.rosa], audience="team")

    assert gather() == []


def test_nothing_is_said_of_a_post_off_the_page_or_once_one_has_answered(talk, gather):
    hidden, answered = talk.named([talk.rosa]), talk.named([talk.rosa])
    actions.hide(hidden, by=talk.tom)
    actions.reply(answered, by=talk.rosa, role=Role.TEACHER, text="Yes")

    assert [message.to for message in gather()] == ["tom@example.org"]  # who hears that Rosa answered


def test_hiding_a_post_ends_its_notices_at_once(talk, gather):
    post = talk.named([talk.rosa])
    gather()
    actions.hide(post, by=talk.tom)

    assert [row.dropped_at is None for row in Notice.objects.all()] == [False]


def test_one_word_for_two_who_named_the_same_person(talk, gather):
    post = talk.named([talk.rosa])
    answer = actions.reply(
        post, by=talk.leader, role=Role.TEAM_LEADER, team_id=talk.team.pk, text="@Rosa", people=[talk.rosa.pk]
    )
    Mention.objects.filter(reply=answer).update(created_at=TUESDAY_MORNING - datetime.timedelta(minutes=5))

    [message] = [row for row in gather() if row.to == "rosa@example.org"]

    assert "A teacher at Cedar Grove and A team leader at Maple Street named you" in message.body
    assert Post.objects.count() == 1
    assert timezone.is_aware(message.created_at)
