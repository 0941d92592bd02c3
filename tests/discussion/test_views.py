"""Posts: for whom, who answers and thanks, and what comes back when a form could not be taken."""

import pytest

from collaborative.discussion.models import Attachment, Post, PostReply
from collaborative.drafts.actions import keep_draft, words_of
from collaborative.files.models import StoredFile
from tests.factories.discussion import post, reply, sheet
from tests.factories.pdsa import acting_as, picture, text_of

EVERYONE = [
    "teacher", "team leader", "senior leader", "other teacher", "family partner", "coach", "project team", "director",
]  # fmt: skip
READERS = {
    "all": EVERYONE,
    "team": ["teacher", "team leader", "senior leader"],
    "group": ["teacher", "other teacher", "coach"],
    "faculty": ["coach", "project team"],
}
ANSWERERS = {audience: [who for who in readers if who != "director"] for audience, readers in READERS.items()}
LIST, DETAIL = 13, 14  # queries, the door's among them
WRITER = {"all": "teacher", "team": "teacher", "group": "teacher", "faculty": "coach"}


@pytest.mark.capability("C277")
@pytest.mark.parametrize("audience", READERS)
def test_a_post_and_its_file_are_read_and_answered_by_those_it_is_for(browse, people, teachers, audience):
    group = teachers if audience == "group" else None
    made = post(people[WRITER[audience]], audience=audience, group=group, text="For whom?", upload=sheet())
    with acting_as(people[WRITER[audience]]):
        piece = Attachment.objects.get()

    page, file, answered, thanked = {}, {}, {}, {}
    for who in people:
        browse(who)
        page[who] = browse.get("post_detail", made.pk).status_code
        file[who] = browse.get("piece_file", piece.pk).status_code
        answered[who] = browse.post("post_reply", made.pk, text=f"From the {who}").status_code
        thanked[who] = browse.post("post_thank", made.pk, text="Thank you!").status_code

    assert [who for who in people if page[who] == 200] == READERS[audience]
    assert [who for who in people if file[who] == 200] == READERS[audience]
    assert [who for who in people if answered[who] == 302] == ANSWERERS[audience]
    assert [who for who in people if thanked[who] == 302] == ANSWERERS[audience]
    assert {status for seen in (page, file, answered, thanked) for status in seen.values()} <= {200, 302, 403, 404}


@pytest.mark.capability("C277")
def test_whom_each_person_may_write_to(browse, people, teachers):
    offered = {}
    for who in ("teacher", "family partner", "coach", "project team"):
        form = browse(who).get("post_write").context["form"]
        offered[who] = [str(label) for _value, label in form.fields["audience"].choices]

    assert offered == {
        "teacher": ["All teams", "Teachers, my role group", "My team"],
        "family partner": ["All teams", "My team"],
        "coach": ["All teams", "Teachers, my role group", "Coaches and the project team"],
        "project team": ["All teams", "Coaches and the project team"],
    }
    assert browse("director").get("post_write").status_code == 403
    assert browse("observer").get("post_list").status_code == 403


def test_an_audience_that_is_not_ones_own_is_refused_and_the_words_stay(browse, people, teachers):
    page = browse("family partner").post("post_write", text="Let me in", audience=f"group:{teachers.pk}")

    assert (page.status_code, page.context["form"]["text"].value()) == (200, "Let me in")
    assert "cannot be chosen here. Please choose again." in text_of(page)


@pytest.mark.capability("C277")
def test_writing_a_post_with_everything(browse, people):
    response = browse("teacher").post(
        "post_write", title="Songs", text="Who sings?", audience="all", kind="question", link="example.org/songs",
        file=sheet(),
    )  # fmt: skip

    with acting_as(people["teacher"]):
        made, stored = Post.objects.get(), StoredFile.objects.get()
        hung = [(one.file_id, one.link) for one in Attachment.objects.order_by("position")]
    assert response.url == browse.url("post_detail", made.pk)
    assert (made.title, made.text, made.audience, made.kind, made.author_role) == (
        "Songs", "Who sings?", "all", "question", "teacher",
    )  # fmt: skip
    assert hung == [(stored.pk, ""), (None, "https://example.org/songs")]


def test_a_post_sent_twice_stands_once(browse, people):
    key = browse("teacher").get("post_write").context["form_key"]

    first = browse.post("post_write", text="Once", audience="all", form_key=key)
    second = browse.post("post_write", text="Once", audience="all", form_key=key)

    with acting_as(people["teacher"]):
        assert Post.objects.count() == 1
    assert first.url == second.url


def test_a_form_that_comes_back_keeps_what_was_typed_and_asks_for_the_file_again(browse, people):
    page = browse("teacher").post(
        "post_write", title="Songs", text=" ", audience="team", kind="celebration", link="no link at all", file=sheet()
    )

    form = page.context["form"]
    assert sorted(form.errors) == ["link", "text"]
    assert [form[name].value() for name in ("title", "audience", "kind", "link")] == [
        "Songs", "team", "celebration", "no link at all",
    ]  # fmt: skip
    assert "Please choose the file again" in text_of(page)


def test_a_file_we_do_not_take_is_explained_and_nothing_typed_is_lost(browse, people):
    page = browse("teacher").post("post_write", text="See this", audience="all", file=sheet("a.exe"))

    assert page.context["form"]["text"].value() == "See this"
    assert "We take PDF, Word, Excel, PowerPoint, text and photos." in text_of(page)
    with acting_as(people["teacher"]):
        assert Post.objects.count() == 0


def test_an_answer_without_words_comes_back_on_the_page_of_the_post(browse, people):
    made = post(people["teacher"])

    page = browse("other teacher").post("post_reply", made.pk, text=" ")
    thanks = browse.post("post_thank", made.pk, text="x" * 401)

    assert (page.status_code, list(page.context["form"].errors)) == (200, ["text"])
    assert (thanks.status_code, thanks.context["thanks_form"]["text"].value()) == (200, "x" * 401)
    assert thanks.content.decode().count('id="id_text"') == 1


def test_a_possible_childs_name_is_asked_about_once(browse, people):
    asked = browse("teacher").post("post_write", text="Marisol cried at the door", audience="all")
    made = post(people["teacher"])
    in_answer = browse("other teacher").post("post_reply", made.pk, text="Marisol cried here too")
    told = browse.post("post_reply", made.pk, text="Marisol cried here too", no_child_named="on")

    assert "Marisol: is this a child's name?" in text_of(asked).replace("&#x27;", "'")
    assert (in_answer.status_code, in_answer.context["form"].names_asked_about, told.status_code) == (
        200,
        ("Marisol",),
        302,
    )


@pytest.mark.capability("C288")
def test_each_picture_needs_everyones_yes_and_nothing_is_lost_without(browse, people):
    without = browse("teacher").post("post_write", text="Our door", audience="team", file=picture())
    second = browse.post(
        "post_write", text="Our door", audience="all", file=picture(), everyone_agreed="on", file_2=picture()
    )
    with_yes = browse.post(
        "post_write", text="Our door", audience="all", file=picture(), everyone_agreed="on", shows="A blue door",
        file_2=picture(), everyone_agreed_2="on", file_3=sheet(),
    )  # fmt: skip

    assert [list(page.context["form"].errors) for page in (without, second)] == [
        ["everyone_agreed"], ["everyone_agreed_2"],
    ]  # fmt: skip
    assert (without.context["form"]["text"].value(), with_yes.status_code) == ("Our door", 302)
    with acting_as(people["teacher"]):
        assert list(
            Attachment.objects.order_by("position").values_list("is_picture", "everyone_agreed", "caption", "audience")
        ) == [(True, True, "A blue door", "all"), (True, True, "", "all"), (False, False, "", "all")]


@pytest.mark.capability("C288")
def test_a_picture_shows_on_the_page_with_its_words_and_without_its_place(browse, people):
    made = post(people["teacher"], upload=picture(), shows="A blue door")
    with acting_as(people["teacher"]):
        piece = Attachment.objects.get()

    page = browse("other teacher").get("post_detail", made.pk).content.decode()
    file = browse.get("piece_file", piece.pk)

    assert f'src="{browse.url("piece_file", piece.pk)}" loading="lazy" alt="A blue door"' in page
    assert (file["Content-Type"], b"WHERE-IT-WAS-TAKEN" in file.content) == ("image/jpeg", False)
    assert (file["X-Content-Type-Options"], file["Content-Security-Policy"]) == (
        "nosniff", "sandbox; default-src 'none'",
    )  # fmt: skip


@pytest.mark.capability("C289")
def test_celebrations_have_a_feed_of_their_own_with_who_and_the_thanks(browse, people):
    post(people["teacher"], title="A question", kind="question")
    joy = post(people["teacher"], title="Our bus driver sings", kind="celebration")
    browse("other teacher").post("post_thank", joy.pk, text="Three cheers!")
    browse("coach").post("post_write", text="Ten teams, ten songs", audience="all", kind="celebration")

    page = browse("family partner").get("post_list", show="celebration")

    shown = [(line.words.title or line.words.text, line.by, line.words.has_thanks) for line in page.context["lines"]]
    center = people["teacher"].team.center.name
    assert shown == [
        ("Ten teams, ten songs", people["coach"].person.full_name, False),
        ("Our bus driver sings", f"A teacher at {center}", True),
    ]
    assert "Something to celebrate" in text_of(page)
    assert "Somebody said thank you" in text_of(page)


def test_drafts_come_back_and_go_once_posted(browse, people):
    teacher = people["teacher"]
    made = post(people["other teacher"])
    with acting_as(teacher):
        keep_draft(form="post", thing_id=teacher.collaborative_id, words={"text": "Half a th"}, by=teacher.person_id)
        keep_draft(form="reply", thing_id=made.pk, words={"text": "Half an ans"}, by=teacher.person_id)

    write, detail = browse("teacher").get("post_write"), browse.get("post_detail", made.pk)
    other = browse("other teacher").get("post_write")
    browse("teacher").post("post_write", text="Half a thought, whole now", audience="all")
    browse.post("post_reply", made.pk, text="A whole answer")

    assert write.context["form"]["text"].value() == "Half a th"
    assert detail.context["form"]["text"].value() == "Half an ans"
    assert other.context["form"]["text"].value() is None
    with acting_as(teacher):
        assert words_of(form="post", thing_id=teacher.collaborative_id, by=teacher.person_id) == {}
        assert words_of(form="reply", thing_id=made.pk, by=teacher.person_id) == {}


@pytest.mark.parametrize("posts", [1, 3])
def test_the_list_asks_the_same_for_one_and_three(browse, people, posts, django_assert_num_queries):
    for _number in range(posts):
        made = post(people["teacher"], upload=sheet())
        reply(made, people["coach"])
    browse("other teacher")

    with django_assert_num_queries(LIST):
        page = browse.get("post_list")

    assert len(page.context["lines"]) == posts


@pytest.mark.parametrize("replies", [1, 3])
def test_the_page_of_a_post_asks_the_same_for_one_and_three(browse, people, replies, django_assert_num_queries):
    made = post(people["teacher"])
    for _number in range(replies):
        reply(made, people["coach"])
    browse("other teacher")

    with django_assert_num_queries(DETAIL):
        page = browse.get("post_detail", made.pk)

    assert len(page.context["replies"]) == replies


def test_group_posts_say_who_sees_them_by_name(browse, people, teachers):
    made = post(people["teacher"], audience="group", group=teachers)

    page = browse("other teacher").get("post_detail", made.pk)

    coach = people["coach"].person.first_name
    assert page.context["line"].can_see == f"Only the role group Teachers, with {coach}, can see this."


def test_replies_name_a_person_as_that_person_chose(browse, people):
    made = post(people["teacher"])
    reply(made, people["team leader"], text="From our leader")
    reply(made, people["other teacher"], text="From afar")

    page = browse("teacher").get("post_detail", made.pk)

    other = people["other teacher"]
    assert [(line.by, line.words.text) for line in page.context["replies"]] == [
        (people["team leader"].person.first_name, "From our leader"),
        (f"A teacher at {other.team.center.name}", "From afar"),
    ]
    with acting_as(other):
        assert PostReply.objects.count() == 2


def test_a_way_from_the_role_group_writes_to_the_role_group(browse, people, teachers):
    chosen = {
        wanted: browse("teacher").get("post_write", **{"for": wanted}).context["form"]["audience"].value()
        for wanted in (f"group:{teachers.pk}", "team", "faculty", "")
    }

    assert chosen == {f"group:{teachers.pk}": f"group:{teachers.pk}", "team": "team", "faculty": "all", "": "all"}
