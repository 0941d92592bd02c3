"""The wall: thanks and celebrations in words, as far as one may read them; nothing is counted, nobody stands first."""

import datetime

import pytest

from collaborative.discussion.actions import reply, write_post
from collaborative.discussion.enums import PostKind, ReplyKind
from collaborative.discussion.models import Post
from pdsa.enums import AnswerKind
from portal.recognition import gathering
from tests.factories import home as making
from tests.factories.pdsa import acting_as, cycle
from tests.tenancy.entering import enter

TODAY = datetime.date.today()


def celebrate(membership, text, *, audience="all", days_ago=0):
    with acting_as(membership):
        post = write_post(
            collaborative_id=membership.collaborative_id, by=membership.person, role=membership.role, audience=audience,
            team_id=membership.team_id, text=text, kind=PostKind.CELEBRATION, who="The cook",
        )  # fmt: skip
        moment = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days_ago)
        Post.objects.filter(pk=post.pk).update(posted_at=moment)
    return post


def thank(membership, post, text):
    with acting_as(membership):
        return reply(
            post,
            by=membership.person,
            role=membership.role,
            text=text,
            team_id=membership.team_id,
            kind=ReplyKind.THANKS,
        )


@pytest.mark.capability("C038")
def test_thanks_and_celebrations_stand_together_in_words(here, rosa, tom):
    post = celebrate(rosa, "Our bus driver learned every name.", days_ago=2)
    thank(tom, post, "Thank you for telling us.")
    making.answer(cycle(rosa, audience="all"), tom, kind=AnswerKind.THANKS, text="We borrowed your song.")

    page = enter(rosa).get(here + "thanks/")

    assert {(kind.words, kind.who, kind.is_celebration) for kind in page.context["wall"].kinds} == {
        ("Our bus driver learned every name.", "The cook", True),
        ("Thank you for telling us.", "", False),
        ("We borrowed your song.", "", False),
    }
    assert page.context["wall"].kinds[-1].words == "Our bus driver learned every name."
    words = page.content.decode()
    assert [part for part in ("3 thanks", "times", "most thanked") if part in words] == []


def test_the_wall_shows_what_one_may_read_and_no_more(here, lynn, rosa, tom):
    celebrate(rosa, "Only for us.", audience="team")

    walls = [
        [kind.words for kind in enter(who).get(here + "thanks/").context["wall"].kinds] for who in (rosa, tom, lynn)
    ]

    assert walls == [["Only for us."], [], []]


def test_a_bare_wall_asks_whom_one_would_thank(here, rosa):
    words = enter(rosa).get(here + "thanks/").content.decode()

    assert "Whom would you like to thank this week?" in words
    assert "?kind=celebration" in words


def test_no_day_is_cut_in_two_between_pages(here, rosa, monkeypatch):
    monkeypatch.setattr(gathering, "A_PAGE", 2)
    for number, days_ago in enumerate((1, 2, 2, 2, 5)):
        celebrate(rosa, f"Number {number}", days_ago=days_ago)
    client = enter(rosa)

    first = client.get(here + "thanks/").context["wall"]
    second = client.get(f"{here}thanks/?before={first.older}").context["wall"]

    assert sorted(kind.words for kind in first.kinds) == ["Number 0", "Number 1", "Number 2", "Number 3"]
    assert ([kind.words for kind in second.kinds], second.older) == (["Number 4"], None)


@pytest.mark.parametrize("asked", ["yesterday", "2026-13-40", "0001-01-01", "2026-02-30", ""])
def test_a_day_that_is_none_shows_the_newest(here, rosa, asked):
    celebrate(rosa, "Here")

    page = enter(rosa).get(here + "thanks/", {"before": asked})

    assert [kind.words for kind in page.context["wall"].kinds] == ["Here"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_wall_reads_the_same_for_one_and_three(here, rosa, tom, django_assert_num_queries, rows):
    for number in range(rows):
        post = celebrate(rosa, f"Number {number}")
        thank(tom, post, "Thanks!")
        making.answer(cycle(rosa, audience="all"), tom, kind=AnswerKind.THANKS, text="Thanks!")
    client = enter(rosa)
    client.get(here + "thanks/")

    with django_assert_num_queries(11):  # door and frame 8; celebrations, thanks under posts, thanks under tries
        page = client.get(here + "thanks/")

    assert len(page.context["wall"].kinds) == 3 * rows
