"""Words leave the page by whoever wrote them, or whoever looks after the place; they come back, or go for good."""

import datetime

import pytest
from django.utils import timezone

from collaborative.discussion.models import Attachment, Post, PostReply
from tests.factories.discussion import post, reply, sheet
from tests.factories.pdsa import acting_as, text_of

CARERS = {"all": ["project team"], "team": ["team leader"], "group": ["coach"], "faculty": ["project team"]}
WRITER = {"all": "teacher", "team": "teacher", "group": "teacher", "faculty": "coach"}


def statuses(browse, people, name, pk):
    return {who: browse(who).post(name, pk, why="It names a family.").status_code for who in people}


def piece_of(member, post):
    with acting_as(member):
        return Attachment.objects.get(post=post).pk


@pytest.mark.capability("C277")
@pytest.mark.parametrize("audience", CARERS)
def test_only_the_author_hides_and_only_who_looks_after_the_place_takes_down(browse, people, teachers, audience):
    group = teachers if audience == "group" else None
    writer = people[WRITER[audience]]
    first, second = (post(writer, audience=audience, group=group) for _post in range(2))
    replied = reply(second, writer)

    hidden = statuses(browse, people, "post_hide", first.pk)
    reply_down = statuses(browse, people, "reply_take_down", replied.pk)
    down = statuses(browse, people, "post_take_down", second.pk)

    assert [who for who, status in hidden.items() if status == 302] == [WRITER[audience]]
    assert [who for who, status in reply_down.items() if status == 302] == CARERS[audience]
    assert [who for who, status in down.items() if status == 302] == CARERS[audience]
    assert {*hidden.values(), *down.values(), *reply_down.values()} <= {302, 403, 404}


def test_what_is_hidden_is_gone_for_everyone_with_its_file_and_answers(browse, people):
    made = post(people["teacher"], title="Songs", upload=sheet())
    answer = reply(made, people["coach"])
    file = piece_of(people["teacher"], made)
    browse("teacher").post("post_hide", made.pk)

    for who in ("teacher", "other teacher", "project team"):
        browse(who)
        assert browse.get("post_detail", made.pk).status_code == 404
        assert browse.get("piece_file", file).status_code == 404
        assert browse.post("post_reply", made.pk, text="Still here?").status_code == 404
        assert browse.get("post_list").context["lines"] == []
    assert browse("coach").post("reply_hide", answer.pk).status_code == 404


def test_an_author_brings_back_what_she_took_down_with_everything_under_it(browse, people):
    made = post(people["teacher"], upload=sheet())
    reply(made, people["coach"], text="An answer")
    file = piece_of(people["teacher"], made)
    browse("teacher").post("post_hide", made.pk)

    listed = browse.get("taken_down")
    back = browse.post("post_bring_back", made.pk)
    page = browse.get("post_detail", made.pk)

    assert [(kind, row.pk, by) for kind, row, by, _key, _why in listed.context["rows"]] == [("post", made.pk, "")]
    assert back.url == browse.url("post_detail", made.pk)
    assert [line.words.text for line in page.context["replies"]] == ["An answer"]
    assert browse.get("piece_file", file).content == b"la la la"


def test_an_author_sees_who_took_her_words_down_and_cannot_put_them_back(browse, people):
    made = post(people["teacher"])
    answer = reply(made, people["other teacher"])
    browse("project team").post("reply_take_down", answer.pk, why="It names a family.")
    browse.post("post_take_down", made.pk, why="It speaks of a child.")

    mine = browse("teacher").get("taken_down")
    refused = browse.post("post_bring_back", made.pk)
    others = browse("family partner").get("taken_down")
    by_carer = browse("project team").post("post_bring_back", made.pk)
    again = browse.post("reply_bring_back", answer.pk)

    name = people["project team"].person.first_name
    assert f"{name} took this down. If you wonder why, please ask them." in text_of(mine)
    assert [why for *_row, why in mine.context["rows"]] == ["It speaks of a child."]
    assert (refused.status_code, others.context["rows"]) == (404, [])
    assert (by_carer.status_code, again.status_code) == (302, 302)


def test_after_thirty_days_nothing_comes_back(browse, people):
    made = post(people["teacher"])
    with acting_as(people["teacher"]):
        long_ago = timezone.now() - datetime.timedelta(days=31)
        Post.objects.filter(pk=made.pk).update(hidden_at=long_ago, hidden_by_id=people["teacher"].person_id)

    assert browse("teacher").post("post_bring_back", made.pk).status_code == 404
    assert browse.get("taken_down").context["rows"] == []


def test_an_answer_is_hidden_by_who_wrote_it_and_comes_back(browse, people):
    made = post(people["teacher"])
    answer = reply(made, people["other teacher"])

    not_hers = browse("teacher").post("reply_hide", answer.pk)
    browse("other teacher").post("reply_hide", answer.pk)
    without = browse.get("post_detail", made.pk).context["replies"]
    browse.post("reply_bring_back", answer.pk)
    with_it = browse.get("post_detail", made.pk).context["replies"]

    assert (not_hers.status_code, without) == (403, [])
    assert [line.words.pk for line in with_it] == [answer.pk]


def test_words_go_for_good_within_a_day(browse, people):
    made = post(people["teacher"], title="Marisol", text="Marisol", upload=sheet())
    answer = reply(made, people["teacher"], text="Marisol again")
    file = piece_of(people["teacher"], made)

    asked = browse("teacher").get("post_forget", made.pk)
    browse.post("reply_forget", answer.pk)
    gone = browse.post("post_forget", made.pk)
    page = browse("other teacher").get("post_detail", made.pk)

    assert (asked.status_code, gone.url) == (200, browse.url("post_detail", made.pk))
    assert "Marisol" not in page.content.decode()
    assert text_of(page).count("Words removed by their author.") >= 2
    assert browse.get("piece_file", file).status_code == 404
    assert browse.get("post_forget", made.pk).status_code == 403


def test_words_of_long_ago_stay_and_the_page_says_so(browse, people, django_capture_on_commit_callbacks):
    made = post(people["teacher"])
    answer = reply(made, people["other teacher"])
    with acting_as(people["other teacher"]):
        PostReply.objects.filter(pk=answer.pk).update(author_id=people["teacher"].person_id)

    page = browse("teacher").post("reply_forget", answer.pk)

    assert page.status_code == 200
    assert "This can be done for a day" in text_of(page)
