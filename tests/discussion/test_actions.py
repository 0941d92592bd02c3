"""What the writes of Learn together leave behind, and what the database refuses."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from collaborative.discussion import actions
from collaborative.discussion.models import Attachment, Post, PostReply, ShelfItem
from collaborative.files.actions import NotAFile
from collaborative.files.models import StoredFile
from tests.factories.discussion import post, reply, sheet, shelf_item
from tests.factories.pdsa import acting_as, picture

REMOVED = "Words removed by their author."


def test_a_post_keeps_its_place_and_gives_its_file_the_same(people, teachers):
    teacher = people["teacher"]

    made = post(teacher, audience="group", group=teachers, title="Songs", upload=sheet(), link="https://example.org/")

    with acting_as(teacher):
        stored = StoredFile.objects.get()
        hung = [(one.file_id, one.link, one.position) for one in Attachment.objects.order_by("position")]
    place = (teacher.collaborative_id, teacher.team_id, teachers.pk, "group")
    assert (made.collaborative_id, made.team_id, made.group_id, made.audience) == place
    assert (stored.collaborative_id, stored.team_id, stored.group_id, stored.audience) == place
    assert (stored.name, bytes(stored.content)) == ("songs.txt", b"la la la")
    assert hung == [(stored.pk, "", 1), (None, "https://example.org/", 2)]


def test_a_file_that_cannot_be_taken_posts_nothing(people):
    with pytest.raises(NotAFile):
        post(people["teacher"], upload=sheet("virus.exe"))

    with acting_as(people["teacher"]):
        assert (Post.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_reply_is_for_the_same_people_as_its_post(people, teachers):
    asked = post(people["teacher"], audience="group", group=teachers)
    before = timezone.now()

    answer = reply(asked, people["other teacher"])

    with acting_as(people["teacher"]):
        asked.refresh_from_db()
    assert (answer.audience, answer.group_id, answer.team_id) == ("group", teachers.pk, people["other teacher"].team_id)
    assert asked.last_reply_at >= before


@pytest.mark.parametrize("values", [{"audience": "group"}, {"audience": "self"}, {"audience": "nobody"}])
def test_a_post_without_a_place_for_its_audience_is_refused(people, values):
    with acting_as(people["teacher"]), pytest.raises(IntegrityError), transaction.atomic():
        post(people["teacher"], **values)


def test_a_shelf_item_is_a_link_or_a_file_and_not_both_or_none(people):
    item = shelf_item(people["teacher"])

    with acting_as(people["teacher"]), pytest.raises(IntegrityError), transaction.atomic():
        ShelfItem.objects.filter(pk=item.pk).update(link="")


def test_hiding_and_bringing_back_count_the_version(people):
    made, teacher = post(people["teacher"]), people["teacher"]
    with acting_as(teacher):
        actions.hide(made, by=teacher.person)
        hidden = Post.objects.values("hidden_by_id", "version").get()
        actions.bring_back(made)
        back = Post.objects.values("hidden_at", "hidden_by_id", "version").get()

    assert hidden == {"hidden_by_id": teacher.person_id, "version": 2}
    assert back == {"hidden_at": None, "hidden_by_id": None, "version": 3}


def test_forget_leaves_nothing_of_the_words_or_the_picture(people):
    teacher = people["teacher"]
    made = post(teacher, title="Marisol", text="Marisol pointed", upload=picture(), shows="Marisol at the door")

    with acting_as(teacher):
        actions.forget(made)
        made.refresh_from_db()
        stored = StoredFile.objects.values("size", "name", "description", "content").get()
        (hung,) = Attachment.objects.all()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM discussion_postevent WHERE title || text LIKE '%%Marisol%%')"
                " + (SELECT count(*) FROM discussion_attachmentevent WHERE caption LIKE '%%Marisol%%')"
            )
            (left,) = cursor.fetchone()

    assert (made.title, made.text, hung.file_id, hung.caption, left) == (REMOVED, REMOVED, None, REMOVED, 0)
    assert hung.hidden_at is not None
    assert (stored["size"], stored["name"], stored["description"], bytes(stored["content"])) == (0, "", "", b"")


def test_forget_is_for_ones_own_words_of_the_last_day(people):
    made = post(people["teacher"])
    answer = reply(made, people["other teacher"])

    with acting_as(people["teacher"]), pytest.raises(actions.TooLongAgo):
        actions.forget(answer)

    with acting_as(people["teacher"]):
        assert PostReply.objects.get().text == "We tried that too."
