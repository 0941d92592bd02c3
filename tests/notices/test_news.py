"""What is new in the message of the week: only what its reader may see when it leaves, said once, a few of each."""

import datetime
from dataclasses import replace

import pytest

from collaborative.discussion import actions as talk_actions
from collaborative.discussion.models import CircleMember, Post, PostReply
from collaborative.isolation.context import current, entered
from collaborative.outbox.models import Message, MessageState, Notice
from collaborative.tenancy.enums import Reminders, Role
from collaborative.tenancy.models import AffinityGroup, Membership, Person
from portal.notices.models import Reach
from tests import factories
from tests.factories.notices import DAY, TUESDAY_MORNING, WEEK, person

THURSDAY_MORNING = TUESDAY_MORNING + 2 * DAY


@pytest.fixture
def news(place):
    """Maple Street's numbers are no matter here; Tom of another team writes."""
    other = factories.team(place.collaborative, center=factories.center(name="Cedar Grove"))
    place.tom = person(Role.TEACHER, "Tom", team=other)
    place.metric.is_required = False
    place.metric.save(update_fields=["is_required"])

    def wrote(text, *, at=TUESDAY_MORNING, by=None, team=other, **values):
        post = talk_actions.write_post(
            collaborative_id=place.collaborative.pk, by=by or place.tom, role=Role.TEACHER, team_id=team.pk,
            text=text, **{"audience": "all", **values},
        )  # fmt: skip
        Post.objects.filter(pk=post.pk).update(posted_at=at)
        return post

    def answered(post, by, at=TUESDAY_MORNING):
        reply = talk_actions.reply(post, by=by, role=Role.TEACHER, text="SECRET answer")
        PostReply.objects.filter(pk=reply.pk).update(replied_at=at)
        return reply

    place.wrote, place.answered, place.cedar = wrote, answered, other
    return place


def of(messages, name):
    return [message for message in messages if message.to == f"{name}@example.org"]


def paragraphs(message):
    return message.body.split("\n\n")


@pytest.mark.capability("C285")
@pytest.mark.capability("C289")
def test_the_week_in_one_message_on_thursday(workplace, news, gather):
    win = news.wrote("Ana told **all** of us how it went.", kind="celebration")
    asked = news.wrote("How do you greet families at the door?", kind="question")

    assert gather() == []
    [message] = of(gather(THURSDAY_MORNING), "rosa")

    base = f"http://localhost:8000/{workplace.slug}/sel/discussion"
    assert paragraphs(message)[1:3] == [
        f"A teacher at Cedar Grove has something to celebrate: “Ana told all of us how it went.” {base}/{win.pk}/",
        f"A teacher at Cedar Grove asks: “How do you greet families at the door?” {base}/{asked.pk}/",
    ]
    assert (message.subject, message.slot) == ("This week, from Amal", f"week:2026-W46:{news.rosa.pk}")
    assert message.erase_when_sent
    assert "Tom" not in message.body


def test_an_answer_to_my_words_comes_first_and_brings_the_rest_along(workplace, news, gather):
    mine = news.wrote("What do you sing?", by=news.rosa, team=news.team)
    news.answered(mine, by=news.tom)
    news.wrote("We painted.", kind="celebration")

    [message] = of(gather(), "rosa")

    assert paragraphs(message)[1] == (
        "A teacher answered in a conversation of yours on “Learn together”."
        f" http://localhost:8000/{workplace.slug}/sel/discussion/{mine.pk}/"
    )
    assert "We painted." in paragraphs(message)[2]
    assert "SECRET" not in message.body


def test_words_of_a_group_or_a_team_do_not_travel(workplace, news, gather):
    group = AffinityGroup.objects.create(collaborative=news.collaborative, role=Role.TEACHER, name="Teachers' circle")
    news.wrote("SECRET of the group", audience="group", group_id=group.pk)
    with entered(replace(current(), person=news.tom.pk)):
        circle = talk_actions.found_circle(
            collaborative_id=news.collaborative.pk,
            name="SECRET name",
            topic="",
            by=news.tom,
            on=THURSDAY_MORNING.date(),
        )
    CircleMember.objects.create(
        circle=circle,
        person=news.rosa,
        collaborative_id=news.collaborative.pk,
        state="joined",
        since=THURSDAY_MORNING.date(),
    )
    news.wrote("SECRET of the circle", audience="group", circle_id=circle.pk)
    news.wrote("SECRET of the team", audience="team", by=news.leader, team=news.team)
    news.wrote("SECRET of faculty", audience="faculty", by=news.amal, team=news.team)

    [message] = of(gather(THURSDAY_MORNING), "rosa")

    assert "New in Teachers' circle, from A teacher at Cedar Grove." in message.body
    assert "New in a group of yours, from Tom." in message.body
    assert "New on your own team's page, from A teacher at Maple Street." in message.body
    assert "SECRET" not in message.body
    assert "faculty" not in message.body


def test_nothing_new_is_no_message_and_what_was_said_is_not_said_again(news, gather):
    assert gather(THURSDAY_MORNING) == []

    news.wrote("We painted.")
    gather(THURSDAY_MORNING)
    Message.objects.update(state=MessageState.SENT, created_at=THURSDAY_MORNING)

    assert len(of(gather(THURSDAY_MORNING + WEEK), "rosa")) == 1


def test_a_few_of_each_are_enough(news, gather):
    for number in range(9):
        news.wrote(f"Post {number}", at=TUESDAY_MORNING + datetime.timedelta(minutes=number))

    [message] = of(gather(THURSDAY_MORNING), "rosa")

    assert [f"Post {number}”" in message.body for number in range(9)] == [False] * 4 + [True] * 5


def test_what_was_taken_down_since_is_not_in_the_message_that_leaves(news, gather):
    gone, stays = news.wrote("Taken down"), news.wrote("Still there")
    gather(THURSDAY_MORNING)

    talk_actions.hide(gone, by=news.tom)

    assert set(Notice.objects.holding().values_list("about_id", flat=True)) == {stays.pk}


def test_who_may_not_see_it_any_more_is_asked_again(news, gather):
    news.wrote("Between us", audience="team", by=news.leader, team=news.team)
    gather(THURSDAY_MORNING)
    Membership.objects.filter(person=news.rosa).update(ends_on=THURSDAY_MORNING.date() - DAY)

    gather(THURSDAY_MORNING)

    assert not Notice.objects.holding().filter(person_id=news.rosa.pk).exists()


@pytest.mark.capability("C285")
def test_people_choose_how_soon(news, gather):
    Reach.objects.create(person=news.rosa, posts="now", celebrations="here")
    Reach.objects.create(person=news.leader, posts="day")
    news.wrote("We painted.")
    news.wrote("We sang.", kind="celebration")

    found = gather()

    assert [message.slot for message in of(found, "rosa")] == [f"now:2026-11-10T10:{news.rosa.pk}"]
    assert [message.slot for message in of(found, "denise")] == [f"day:2026-11-10:{news.leader.pk}"]
    assert "We sang." not in of(found, "rosa")[0].body + of(found, "denise")[0].body
    assert "asked to hear of this right away" in of(found, "rosa")[0].body
    assert "asked for a message a day" in of(found, "denise")[0].body


def test_right_away_waits_out_the_night(news, gather):
    Reach.objects.create(person=news.rosa, posts="now")
    news.wrote("We painted.")

    assert of(gather(TUESDAY_MORNING - datetime.timedelta(hours=8)), "rosa") == []
    assert len(of(gather(), "rosa")) == 1


def test_news_as_a_text_fits_into_two_pieces(news, gather):
    Person.objects.filter(pk=news.rosa.pk).update(phone="(617) 555-0142", reminders=Reminders.TEXT)
    news.wrote("We painted.")

    [message] = [row for row in gather(THURSDAY_MORNING) if row.channel == "text"]

    assert "There is something new on “Learn together”.".replace("“", '"').replace("”", '"') in message.body
    assert message.body.endswith("You asked for texts. STOP ends them.")


def test_somebody_who_reads_spanish_gets_the_frame_in_spanish_and_the_words_as_written(news, gather):
    Person.objects.filter(pk=news.rosa.pk).update(language="es")
    news.wrote("We painted the door.")

    [message] = of(gather(THURSDAY_MORNING), "rosa")

    assert message.language == "es"
    assert "We painted the door." in message.body
    assert "Hola, Rosa" in message.body


@pytest.mark.parametrize("posts", [1, 4])
def test_gathering_asks_the_database_as_often_for_one_post_as_for_many(
    news, gather, posts, django_assert_max_num_queries
):
    for number in range(posts):
        news.wrote(f"Post {number}")

    with django_assert_max_num_queries(75):
        gather(THURSDAY_MORNING)
