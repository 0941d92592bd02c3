"""One's own words can be changed; how they read before stays readable for who may see them, and drafts never."""

import pytest

from collaborative.discussion.models import Attachment, Post, PostTask
from collaborative.drafts.actions import keep_draft
from collaborative.files.models import StoredFile
from tests.factories.discussion import TODAY, piece, post, reply, sheet
from tests.factories.pdsa import acting_as, picture, text_of


def changed(browse, made, **words):
    return browse.post("post_edit", made.pk, **{"title": "", "text": "We sing", "version": 1, **words})


@pytest.mark.capability("C277")
def test_a_changed_post_says_so_and_shows_how_it_read_to_who_may_see_it(browse, people):
    made = post(people["teacher"], text="FIRST WORDS", audience="team")
    changed(browse("teacher"), made, text="SECOND WORDS")

    page = text_of(browse("team leader").get("post_detail", made.pk))
    versions = text_of(browse.get("post_versions", made.pk))
    outside = browse("other teacher").get("post_versions", made.pk).status_code

    assert "SECOND WORDS" in page
    assert "edited" in page
    assert "FIRST WORDS" not in page
    assert versions.index("SECOND WORDS") < versions.index("FIRST WORDS")
    assert outside == 404


def test_only_who_wrote_it_changes_it_and_for_whom_it_is_stays(browse, people):
    made = post(people["teacher"], audience="team")

    by_leader = changed(browse("team leader"), made).status_code
    changed(browse("teacher"), made, text="For us", audience="all")

    assert by_leader == 403
    with acting_as(people["teacher"]):
        assert Post.objects.values_list("text", "audience").get() == ("For us", "team")


def test_an_answer_is_changed_too(browse, people):
    answer = reply(post(people["teacher"]), people["other teacher"], text="FIRST")

    browse("other teacher").post("reply_edit", answer.pk, text="SECOND", version=1)

    assert "SECOND" in text_of(browse("coach").get("post_detail", answer.post_id))
    assert "FIRST" in text_of(browse.get("reply_versions", answer.pk))


def test_what_is_being_typed_is_nobodys_but_the_writers(browse, people):
    made = post(people["teacher"])
    with acting_as(people["teacher"]):
        keep_draft(form="post-edit", thing_id=made.pk, words={"text": "HALF A THOUGHT"}, by=people["teacher"].person_id)

    mine = browse("teacher").get("post_edit", made.pk).context["form"]["text"].value()
    versions = text_of(browse("coach").get("post_versions", made.pk))

    assert (mine, "HALF A THOUGHT" in versions) == ("HALF A THOUGHT", False)


def test_an_old_page_overwrites_nothing(browse, people):
    made = post(people["teacher"])
    changed(browse("teacher"), made, text="On my phone")

    page = changed(browse, made, text="On the tablet")
    again = changed(browse, made, text="On the tablet", version=page.context["form"]["version"].value())

    assert (page.context["theirs"].text, page.context["form"]["text"].value()) == ("On my phone", "On the tablet")
    assert again.status_code == 302


def test_forgotten_words_are_gone_from_the_versions(browse, people):
    made = post(people["teacher"], text="MARISOL")
    changed(browse("teacher"), made, text="Nobody's name")
    browse.post("post_forget", made.pk)

    assert "MARISOL" not in text_of(browse("coach").get("post_versions", made.pk))


@pytest.mark.capability("C288")
def test_a_picture_is_added_taken_away_brought_back_and_removed_for_good(browse, people):
    made = post(people["teacher"])
    refused = browse("teacher").post("post_add", made.pk, file=picture())
    browse.post("post_add", made.pk, file=picture(), everyone_agreed="on", shows="A wall")
    with acting_as(people["teacher"]):
        hung = Attachment.objects.get()
    browse.post("piece_remove", hung.pk)
    away = browse("coach").get("piece_file", hung.pk).status_code
    browse("teacher").post("piece_bring_back", hung.pk)
    back = browse("coach").get("piece_file", hung.pk).status_code
    not_hers = browse.post("piece_forget", hung.pk).status_code
    browse("teacher").post("piece_forget", hung.pk)

    assert list(refused.context["form"].errors) == ["everyone_agreed"]
    assert (away, back, not_hers) == (404, 200, 403)
    with acting_as(people["teacher"]):
        assert StoredFile.objects.values_list("size", "description").get() == (0, "")


def test_six_pieces_are_enough(browse, people):
    made = post(people["teacher"], pieces=[piece(link=f"https://example.org/{number}") for number in range(6)])

    page = browse("teacher").post("post_add", made.pk, link="https://example.org/7")

    assert "Six are enough under one post." in text_of(page)


def test_an_answer_has_pictures_and_files_too(browse, people):
    made = post(people["teacher"], audience="team")
    browse("team leader").post("post_reply", made.pk, text="Like this", file=sheet(), link="example.org")

    page = browse("teacher").get("post_detail", made.pk)
    with acting_as(people["teacher"]):
        pieces = list(Attachment.objects.order_by("position"))

    assert [one.name for one in page.context["replies"][0].pieces] == ["songs.txt", "https://example.org"]
    assert browse.get("piece_file", pieces[0].pk).status_code == 200
    assert browse("coach").get("piece_file", pieces[0].pk).status_code == 404


@pytest.mark.capability("C287")
def test_a_list_of_who_does_what_is_ticked_by_its_owners_and_stands_on_their_home(browse, people, client):
    shown = people["coach"].person
    shown.first_name = "Theo"
    shown.save()
    browse("project team").post(
        "post_write", text="What we agreed on", audience="all", task_1_what="Bring a photo", task_1_who="Theo",
        task_1_by=TODAY.isoformat(), task_2_what="Book the room",
    )  # fmt: skip
    with acting_as(people["coach"]):
        theirs, mine = PostTask.objects.order_by("position")

    home = client.get(f"/{'/'.join(browse('coach').place)}/")
    not_hers = browse.post("task_tick", mine.pk).status_code
    browse.post("task_tick", theirs.pk)
    after = client.get(f"/{'/'.join(browse.place)}/")

    assert (theirs.owner_id, mine.owner_id) == (people["coach"].person_id, people["project team"].person_id)
    assert [task.what for task, _key in home.context["tasks"]] == ["Bring a photo"]
    assert (not_hers, after.context["tasks"]) == (403, [])
    browse.post("task_untick", theirs.pk)
    assert [task.what for task, _key in client.get(f"/{'/'.join(browse.place)}/").context["tasks"]] == ["Bring a photo"]


def test_a_task_for_somebody_nobody_knows_comes_back_with_everything_typed(browse, people):
    page = browse("teacher").post(
        "post_write", text="What we agreed on", audience="all", task_1_what="Bring a photo", task_1_who="Zoe"
    )

    assert list(page.context["form"].errors) == ["task_1_who"]
    assert page.context["form"]["task_1_what"].value() == "Bring a photo"
