"""The desk, the archive and the guest's page, as people meet them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from collaborative.outbox.models import Message
from portal.newsletter import actions
from portal.newsletter.lines import Place
from portal.newsletter.models import Letter, Piece
from tests.factories import discussion
from tests.factories.newsletter import TODAY, begun, learned
from tests.factories.pdsa import acting_as, text_of


@pytest.fixture
def november(people):
    """An issue in which a celebration and a try stand."""
    discussion.post(people["teacher"], text="We painted the door.", kind="celebration")
    learned(people["other teacher"])
    return begun(people["editor"])


def inside(people):
    """Everything of the collaborative, as the editor."""
    return acting_as(people["editor"])


def rows(people, letter):
    with inside(people):
        return list(Piece.objects.shown().of(letter))


def sent(people, letter):
    with inside(people):
        letter.refresh_from_db()
        actions.send(letter, letter.version, lines=["some"], by=people["editor"].person, now=timezone.now())
        place = Place(people["editor"].organization_slug, people["editor"].collaborative_slug)
        later = timezone.now() + datetime.timedelta(minutes=11)
        actions.let_leave(letter, place, now=later, today=TODAY)


@pytest.mark.capability("C281")
def test_an_issue_begins_with_what_happened(people, browse):
    win = discussion.post(people["teacher"], text="We painted the door.", kind="celebration")
    asked = discussion.post(people["other teacher"], text="Who has a piano?", kind="question")
    heard = discussion.post(people["editor"], text="Doors again and again.", kind="themes")
    discussion.post(people["teacher"], text="Ours alone", kind="celebration", audience="team")
    tried = learned(people["other teacher"])
    shelf = discussion.shelf_item(people["teacher"])

    browse("editor").post("letter_begin")

    with inside(people):
        letter = Letter.objects.get()
    assert [(row.section, row.source_id) for row in rows(people, letter)] == [
        ("words", None), ("theme", heard.pk), ("celebration", win.pk), ("try", tried.pk), ("question", asked.pk),
        ("shelf", shelf.pk), ("welcome", None), ("dates", None),
    ]  # fmt: skip
    page = text_of(browse("editor").get("letter_edit", letter.pk))
    assert "We painted the door." in page
    assert "What we learned Twice as many stayed. They sang along." in page
    assert "Ours alone" not in page


def test_an_issue_that_is_being_written_is_gone_on_with(people, browse, november):
    answer = browse("editor").post("letter_begin")

    assert answer.url.endswith(f"/newsletter/{november.pk}/edit/")


@pytest.mark.parametrize("who", ["teacher", "coach"])
def test_a_draft_is_the_project_teams_alone(people, browse, november, who):
    assert browse(who).get("letter_detail", november.pk).status_code == 404
    assert browse(who).get("letter_edit", november.pk).status_code in (403, 404)
    assert "Being written" not in text_of(browse(who).get("letter_list"))


def test_an_observer_has_no_newsletter(people, browse, november):
    assert browse("observer").get("letter_list").status_code == 403


def test_pieces_are_dropped_put_back_moved_and_shortened(people, browse, november):
    win = next(row for row in rows(people, november) if row.section == "celebration")
    editor = browse("editor")

    dropped = editor.post("piece_drop", win.pk)
    assert win.pk not in [row.pk for row in rows(people, november)]
    assert "Put it back" in text_of(browse("editor").get("letter_edit", november.pk, dropped=str(win.pk)))
    assert dropped.url.endswith(f"?dropped={win.pk}")
    editor.post("piece_put_back", win.pk)
    editor.post("piece_move", win.pk, step="up")
    editor.post("piece_shorten", win.pk, length="whole")

    first = rows(people, november)[0]
    assert (first.pk, first.length) == (win.pk, "whole")


def test_words_stand_between_behind_the_piece_one_chose(people, browse, november):
    win = next(row for row in rows(people, november) if row.section == "celebration")

    url = browse("editor").url("words_add", november.pk)
    answer = browse("editor").get("words_add", november.pk, after=str(win.pk))
    assert answer.status_code == 200
    from_page = answer.wsgi_request.get_full_path()
    browse("editor")
    answer.client.post(from_page, {"version": 0, "text": "And now the *tries*."})

    order = [(row.section, row.text) for row in rows(people, november)]
    assert order[order.index(("celebration", "")) + 1] == ("words", "And now the *tries*.")
    assert from_page.startswith(url)


def test_two_editors_of_the_same_words_see_both(people, browse, november):
    first = rows(people, november)[0]
    browse("editor").post("words_edit", first.pk, version=first.version, text="Mine")

    answer = browse("editor").post("words_edit", first.pk, version=first.version, text="Yours")

    assert "Mine" in text_of(answer)
    assert b"Yours</textarea>" in answer.content
    assert rows(people, november)[0].text == "Mine"


def test_a_childs_name_is_asked_about(people, browse, november):
    first = rows(people, november)[0]

    answer = browse("editor").post("words_edit", first.pk, version=first.version, text="Lena bites when she is tired.")

    assert "is this a child" in text_of(answer)
    assert rows(people, november)[0].text == ""


def test_what_could_go_in_says_whose_turn_it_is_in_words(people, browse):
    discussion.post(people["other teacher"], text="Shown before.", kind="celebration")
    october = begun(people["editor"], title="October")
    sent(people, october)
    for number in range(3):
        discussion.post(people["teacher"], text=f"Never shown {number}", kind="celebration")
    november = begun(people["editor"], since=TODAY - datetime.timedelta(days=30))

    shown = [row.team_id for row in rows(people, november) if row.section == "celebration"]
    page = text_of(browse("editor").get("letter_edit", november.pk))

    assert shown[0] == people["teacher"].team_id
    assert "in this issue" in page


def test_sending_waits_ten_minutes_and_can_be_stopped(people, browse, november):
    before = timezone.now()
    browse("editor").post("letter_send", november.pk, version=november.version)
    with inside(people):
        leaving = Letter.objects.get()
    assert datetime.timedelta(minutes=9) < leaving.leaves_at - before < datetime.timedelta(minutes=11)
    assert "Stop it" in text_of(browse("editor").get("letter_edit", november.pk))

    browse("editor").post("letter_stop", november.pk)

    with inside(people):
        assert (Letter.objects.get().leaves_at, Message.objects.count()) == (None, 0)


def test_what_has_left_cannot_be_stopped_or_edited(people, browse, november):
    sent(people, november)

    assert browse("editor").post("letter_stop", november.pk).status_code in (302, 403)
    assert browse("editor").get("letter_edit", november.pk).status_code == 403
    with inside(people):
        assert Letter.objects.get().sent_at is not None


def test_an_empty_issue_is_not_sent(people, browse):
    letter = begun(people["editor"])

    answer = browse("editor").post("letter_send", letter.pk, version=letter.version)

    with inside(people):
        assert Letter.objects.get().leaves_at is None
    assert answer.status_code == 302


def test_an_older_page_does_not_send_what_somebody_changed(people, browse, november):
    browse("editor").post("letter_edit", november.pk, version=november.version, title="Late autumn")

    browse("editor").post("letter_send", november.pk, version=november.version)

    with inside(people):
        assert (Letter.objects.get().title, Letter.objects.get().leaves_at) == ("Late autumn", None)


@pytest.mark.capability("C281")
@pytest.mark.capability("C291")
def test_everybody_reads_a_sent_issue_and_what_was_taken_down_is_not_in_it(people, browse):
    heard = discussion.post(people["editor"], text="Doors, again and again.", kind="themes", title="What we heard")
    win = discussion.post(people["teacher"], text="We painted the door.", kind="celebration")
    letter = begun(people["editor"])
    sent(people, letter)

    page = text_of(browse("other teacher").get("letter_detail", letter.pk))
    assert "What we heard" in page
    assert "Doors, again and again." in page
    assert "We painted the door." in page
    assert letter.title in text_of(browse("other teacher").get("letter_list"))
    with acting_as(people["teacher"]):
        discussion.actions.hide(win, by=people["teacher"].person)

    page = text_of(browse("other teacher").get("letter_detail", letter.pk))
    assert "We painted the door." not in page
    assert heard.text in page


def test_a_guest_writes_alone_and_only_until_it_is_sent(people, browse, november):
    browse("editor").post("guest_ask", november.pk, guest=str(people["teacher"].person_id))
    piece = next(row for row in rows(people, november) if row.section == "guest")
    assert "You were asked for a few lines" in text_of(browse("teacher").get("letter_list"))
    assert "You were asked for a few lines" not in text_of(browse("other teacher").get("letter_list"))
    assert browse("other teacher").get("guest_write", piece.pk).status_code == 404

    browse("teacher").post("guest_write", piece.pk, version=piece.version, text="From the room at four.")
    sent(people, november)

    page = text_of(browse("other teacher").get("letter_detail", november.pk))
    assert "From the room at four." in page
    assert f"{people['teacher'].person.full_name}, our guest" in page
    assert browse("teacher").get("guest_write", piece.pk).status_code == 404


def test_a_draft_put_aside_comes_back(people, browse, november):
    assert "Bring it back" in text_of(browse("editor").post("letter_hide", november.pk))
    assert browse("editor").get("letter_detail", november.pk).status_code == 404

    browse("editor").post("letter_show", november.pk)

    assert browse("editor").get("letter_detail", november.pk).status_code == 200


def test_the_preview_of_the_mail_can_do_nothing(people, browse, november):
    answer = browse("editor").get("letter_mail", november.pk)

    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    assert "We painted the door." in answer.content.decode()
    assert browse("teacher").get("letter_mail", november.pk).status_code == 403


@pytest.mark.parametrize("issues", [1, 3])
def test_the_archive_asks_the_database_as_often_for_one_issue_as_for_three(
    people, browse, issues, django_assert_num_queries
):
    for number in range(issues):
        discussion.post(people["teacher"], text=f"Win {number}", kind="celebration")
        sent(people, begun(people["editor"], title=f"Issue {number}"))

    teacher = browse("teacher")
    teacher.get("letter_list")

    with django_assert_num_queries(11):
        assert "Issue 0" in text_of(teacher.get("letter_list"))


def test_a_sent_issue_asks_as_often_for_one_piece_of_a_kind_as_for_three(people, browse):
    counts = []
    for wins in (1, 3):
        for number in range(wins):
            discussion.post(people["teacher"], text=f"Win {wins} {number}", kind="celebration")
        letter = begun(people["editor"], title=f"{wins}", since=TODAY)
        sent(people, letter)
        teacher = browse("teacher")
        teacher.get("letter_detail", letter.pk)
        with CaptureQueriesContext(connection) as asked:
            teacher.get("letter_detail", letter.pk)
        counts.append(len(asked))

    assert counts[0] == counts[1]
