"""Groups run by their members: their words are theirs alone, in the pages and in the database."""

import pytest
from django.db import connection

from collaborative.discussion.models import Attachment, CircleMember, Post
from collaborative.files.models import StoredFile
from tests.factories.discussion import circle, piece, post, reply, sheet
from tests.factories.pdsa import acting_as, text_of


def seen_in_database(member, table):
    with acting_as(member), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.mark.capability("C286")
def test_only_its_members_read_what_is_said_in_a_group_even_in_the_database(browse, people):
    ours = circle(people["teacher"], people["family partner"])
    made = post(people["teacher"], audience="group", circle=ours, text="ONLY-FOR-US", pieces=[piece(upload=sheet())])
    reply(made, people["family partner"], text="ONLY-FOR-US too")
    with acting_as(people["teacher"]):
        file = Attachment.objects.get()

    opened, files, rows = {}, {}, {}
    for who, member in people.items():
        browse(who)
        opened[who] = browse.get("post_detail", made.pk).status_code
        files[who] = browse.get("piece_file", file.pk).status_code
        rows[who] = [
            seen_in_database(member, f"discussion_{table}")
            for table in ("post", "postevent", "postreply", "attachment", "circlemember")
        ] + [seen_in_database(member, "files_storedfile")]

    inside = ["teacher", "family partner"]
    assert [who for who, status in opened.items() if status == 200] == inside
    assert [who for who, status in files.items() if status == 200] == inside
    assert {who: counts for who, counts in rows.items() if any(counts)} == dict.fromkeys(inside, [1, 2, 1, 1, 2, 1])


def test_the_files_of_a_group_are_its_members(people):
    ours = circle(people["teacher"])

    post(people["teacher"], audience="group", circle=ours, upload=sheet())

    with acting_as(people["teacher"]):
        assert (StoredFile.objects.get().group_id, StoredFile.objects.get().audience) == (ours.pk, "group")


@pytest.mark.capability("C286")
def test_anybody_founds_a_group_invites_by_name_and_hands_it_on(browse, people):
    shown = people["other teacher"].person
    shown.first_name, shown.shown_as = "Tom", "first_name"
    shown.save()
    browse("family partner").post("circle_found", name="Night shifts", topic="Families who work nights")
    with acting_as(people["family partner"]):
        (ours,) = CircleMember.objects.values_list("circle_id", flat=True)
    browse.post("circle_invite", ours, names="Tom")
    nobody = browse.post("circle_invite", ours, names="Zoe")

    before = browse("other teacher").get("circle_detail", ours)
    hello = text_of(browse.get("post_list"))
    browse.post("circle_ask", ours)  # an invitation is a yes
    inside = browse.get("circle_detail", ours)
    with acting_as(people["other teacher"]):
        tom = CircleMember.objects.get(person_id=people["other teacher"].person_id)
    browse("family partner").post("circle_hand_over", tom.pk)
    left = browse.post("circle_leave", ours)
    closed = browse("other teacher").post("circle_close", ours)

    assert "Nobody called Zoe" in text_of(nobody)
    assert "You are invited." in text_of(before)
    assert "invites you into the group “Night shifts”" in hello
    assert inside.context["is_member"] is True
    assert (left.url, closed.status_code) == (browse.url("circle_list"), 302)
    assert browse("family partner").get("circle_detail", ours).context["is_member"] is False


def test_who_keeps_a_group_stays_until_somebody_else_does(browse, people):
    ours = circle(people["teacher"], people["other teacher"])

    page = browse("teacher").post("circle_leave", ours.pk)

    assert page.url == browse.url("circle_detail", ours.pk)
    assert browse.get("circle_detail", ours.pk).context["is_member"] is True


@pytest.mark.capability("C286")
def test_who_asks_comes_in_when_a_member_says_yes_and_not_before(browse, people):
    ours = circle(people["teacher"])
    post(people["teacher"], audience="group", circle=ours, text="ONLY-FOR-US")
    browse("project team").post("circle_ask", ours.pk)
    waiting = browse.get("circle_detail", ours.pk)
    with acting_as(people["project team"]):
        asking = CircleMember.objects.get()
    by_stranger = browse("coach").post("circle_let_in", asking.pk).status_code
    by_asker = browse("project team").post("circle_let_in", asking.pk).status_code
    browse("teacher").post("circle_let_in", asking.pk)
    inside = browse("project team").get("circle_detail", ours.pk)

    assert "ONLY-FOR-US" not in text_of(waiting)
    assert (by_stranger, by_asker) == (404, 404)
    assert "ONLY-FOR-US" in text_of(inside)


def test_who_leaves_reads_nothing_any_more(browse, people):
    ours = circle(people["teacher"], people["coach"])
    made = post(people["teacher"], audience="group", circle=ours)
    before = browse("coach").get("post_detail", made.pk).status_code
    browse.post("circle_leave", ours.pk)

    assert (before, browse.get("post_detail", made.pk).status_code) == (200, 404)
    assert seen_in_database(people["coach"], "discussion_post") == 0


def test_everybody_reads_name_and_topic_and_nobody_outside_who_is_in_it(browse, people):
    ours = circle(people["teacher"], people["coach"])

    words = text_of(browse("other teacher").get("circle_detail", ours.pk))
    members = browse.get("circle_detail", ours.pk).context["joined"]

    assert "Night talks" in words
    assert "Families who work nights" in words
    assert "The project team cannot, unless it was invited." in words
    assert members == []


def test_in_a_closed_group_nothing_new_is_said_and_its_members_read_on(browse, people):
    ours = circle(people["teacher"], people["coach"])
    made = post(people["teacher"], audience="group", circle=ours)
    browse("teacher").post("circle_close", ours.pk)

    page = browse("coach").get("post_detail", made.pk)
    writing = browse.get("post_write").context["form"].fields["audience"].choices

    assert (page.status_code, page.context["may_answer"]) == (200, False)
    assert f"circle:{ours.pk}" not in dict(writing)
    assert browse.post("post_write", text="Still here", audience=f"circle:{ours.pk}").status_code == 200


def test_who_keeps_the_group_takes_words_down_and_a_coach_in_it_does_not(browse, people):
    ours = circle(people["teacher"], people["coach"], people["other teacher"])
    made = post(people["other teacher"], audience="group", circle=ours)

    by_coach = browse("coach").post("post_take_down", made.pk, why="No")
    by_keeper = browse("teacher").post("post_take_down", made.pk, why="It names a family.")

    assert (by_coach.status_code, by_keeper.status_code) == (403, 302)


def test_a_name_is_taken_once(browse, people):
    circle(people["teacher"])

    page = browse("coach").post("circle_found", name="night talks", topic="The same")

    assert "There is a group of this name already." in text_of(page)


def test_an_old_page_of_a_group_changes_nothing_of_what_was_written_since(browse, people):
    ours = circle(people["teacher"])
    browse("teacher").post("circle_edit", ours.pk, name="Nights", topic="New topic", version=1)

    page = browse.post("circle_edit", ours.pk, name="Old words", topic="Old topic", version=1)

    assert page.context["theirs"].topic == "New topic"
    assert page.context["form"]["topic"].value() == "Old topic"


@pytest.mark.parametrize("others", [0, 2])
def test_the_page_of_a_group_asks_the_same_for_few_and_many(browse, people, others, django_assert_num_queries):
    ours = circle(people["teacher"], *[people[who] for who in ("coach", "other teacher")][:others])
    for _number in range(others + 1):
        post(people["teacher"], audience="group", circle=ours)
    browse("teacher")

    with django_assert_num_queries(12):
        browse.get("circle_detail", ours.pk)


def test_a_post_stands_in_one_group_of_one_kind(people, teachers):
    ours = circle(people["teacher"])
    made = post(people["teacher"], audience="group", circle=ours)

    with acting_as(people["teacher"]), pytest.raises(Exception, match="post_audience_has_its_place"):
        Post.objects.filter(pk=made.pk).update(group_id=teachers.pk)
