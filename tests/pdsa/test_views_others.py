"""Who sees a try, what other teams say to it, and photos."""

import pytest

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import SharingAgreement
from pdsa.models import AskedTeam, CycleAnswer, Photo
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, group, picture, text_of


@pytest.mark.capability("C176")
def test_cycle_share_offers_all_teams_first_and_begins_near_while_nothing_is_agreed(browse, teacher, collaborative):
    own = cycle(teacher)
    circle = group(collaborative, Role.TEACHER)

    page = browse.as_(teacher).get("cycle_share", own.pk)
    browse.post("cycle_share", own.pk, audience="group", shown_as="first_name")

    assert page.context["form"]["audience"].value() == "team_staff"
    assert [value for value, _label in page.context["form"].fields["audience"].choices] == [
        "all",
        "team_staff",
        "team",
        "group",
        "self",
    ]
    with acting_as(teacher):
        own.refresh_from_db()
        teacher.person.refresh_from_db()
    assert (own.audience, own.group_id, own.shown_as, teacher.person.shown_as) == (
        "group",
        circle.pk,
        "first_name",
        "first_name",
    )


def test_only_whoever_leads_a_try_shares_it(browse, teacher, team_leader, coach):
    posted = cycle(teacher, audience="team_staff")

    assert browse.as_(team_leader).get("cycle_share", posted.pk).status_code == 403
    assert browse.as_(coach).get("cycle_share", posted.pk).status_code == 403


def test_a_possible_childs_name_is_asked_about_before_others_read_it(browse, teacher):
    own = cycle(teacher, what="See if Marisol points to a face")

    before = browse.as_(teacher).get("cycle_share", own.pk)
    first = browse.post("cycle_share", own.pk, audience="team")
    second = browse.post("cycle_share", own.pk, audience="team", no_child_named="on")

    assert "Marisol: is this a child's name?" in text_of(before).replace("&#x27;", "'")
    assert (first.status_code, first.context["form"].names) == (200, ("Marisol",))
    assert second.status_code == 302


def test_words_for_oneself_are_not_asked_about(browse, teacher):
    own = cycle(teacher)

    response = browse.as_(teacher).post("cycle_do", own.pk, opened_version=1, did="Marisol points to a face")

    assert response.status_code == 302


@pytest.mark.capability("C179")
def test_another_team_answers_and_is_thanked(browse, teacher, other_teacher):
    posted = cycle(teacher, audience="all")

    answered = browse.as_(other_teacher).post("cycle_answer", posted.pk, text="Ours hangs lower.", kind="answer")
    with acting_as(teacher):
        [answer] = CycleAnswer.objects.all()
    browse.as_(teacher).post("answer_thank", posted.pk, text="Thank you, we will try.", in_reply_to=str(answer.pk))
    page = browse.get("cycle_detail", posted.pk)

    assert answered.url == browse.url("cycle_detail", posted.pk) + f"?said={answer.pk}#said-{answer.pk}"
    [said] = page.context["answers"]
    assert (said.who, said.where, [reply.answer.text for reply in said.replies]) == (
        "Teacher",
        other_teacher.team.center.name,
        ["Thank you, we will try."],
    )


def test_one_prompt_is_enough_for_a_coach_and_none_is_not(browse, teacher, coach):
    posted = cycle(teacher, audience="all")

    page = browse.as_(coach).get("cycle_detail", posted.pk)
    nothing = browse.post("cycle_answer", posted.pk, admire=" ")
    one = browse.post("cycle_answer", posted.pk, ask="What did you notice first?")

    assert text_of(page).index("Ask another team to answer") < text_of(page).index("What do you admire?")
    assert nothing.context["form"].errors == {
        "admire": ["Write a few words under any one of the questions, and then send them."]
    }
    assert one.status_code == 302


def test_cycle_ask_team_offers_who_tries_something_like_it(browse, teacher, other_teacher, coach, collaborative):
    same = driver(collaborative)
    posted = cycle(teacher, audience="all", driver=same)
    alike = cycle(other_teacher, audience="all", driver=same)

    page = browse.as_(coach).get("cycle_ask_team", posted.pk)
    browse.post("cycle_ask_team", posted.pk, team=other_teacher.team_id, words_for_them="How did you begin?")
    browse.post("cycle_ask_team", posted.pk, team=other_teacher.team_id)

    assert [line.cycle.pk for line in page.context["similar"]] == [alike.pk]
    with acting_as(teacher):
        [asked] = AskedTeam.objects.all()
        assert (asked.asked_id, asked.words, asked.answered_on) == (other_teacher.team_id, "How did you begin?", None)
    browse.as_(other_teacher).post("cycle_answer", posted.pk, text="With one child.")
    with acting_as(teacher):
        asked.refresh_from_db()
    assert asked.answered_on == TODAY


def test_a_team_that_opened_a_try_is_told_without_names(browse, teacher, other_teacher, coach):
    posted = cycle(teacher, audience="all")
    browse.as_(other_teacher).get("cycle_detail", posted.pk)
    browse.as_(other_teacher).get("cycle_detail", posted.pk)
    browse.as_(coach).get("cycle_detail", posted.pk)

    page = text_of(browse.as_(teacher).get("cycle_detail", posted.pk))

    assert "Your coach has read this." in page
    assert "One other team opened it." in page


@pytest.mark.capability("C169")
def test_a_photo_of_the_paper_form_is_a_test_in_itself(browse, teacher, other_teacher, collaborative):
    posted = cycle(teacher, audience="all")

    browse.as_(teacher).post("cycle_photo", posted.pk, photo=picture(), description="Our form")
    with acting_as(teacher):
        [photo] = Photo.objects.all()
    shown = browse.get("photo", photo.pk)
    decided = browse.post("cycle_act", posted.pk, opened_version=1, decision="repeat")

    assert shown["Content-Type"] == "image/jpeg"
    assert b"WHERE-IT-WAS-TAKEN" not in shown.content
    assert b"Exif" not in shown.content
    assert decided.status_code == 302
    assert browse.as_(other_teacher).get("photo", photo.pk).status_code == 404


def test_a_photo_goes_further_only_by_agreement_and_with_everybodys_yes(browse, teacher, other_teacher, collaborative):
    posted = cycle(teacher, audience="all")
    assert "everyone_agreed" not in browse.as_(teacher).get("cycle_photo", posted.pk).context["form"].fields
    with acting_as(teacher):
        SharingAgreement.objects.create(
            collaborative=collaborative, photos_to_all=True, agreed_on=TODAY, look_again_on=TUESDAY
        )

    browse.post("cycle_photo", posted.pk, photo=picture(), everyone_agreed="on")
    with acting_as(teacher):
        [photo] = Photo.objects.all()

    assert browse.as_(other_teacher).get("photo", photo.pk).status_code == 200


def test_a_file_that_is_no_photo_is_explained(browse, teacher):
    own = cycle(teacher)
    broken = picture()
    broken.file.truncate(20)
    broken.size = 20

    response = browse.as_(teacher).post("cycle_photo", own.pk, photo=broken, description="Our form")

    assert "cannot be opened" in text_of(response)
    assert response.context["form"]["description"].value() == "Our form"
