"""A worry is told in private, the author hears first and by name, and everything that was done can be read again."""

import pytest
from django.db import connection

from collaborative.discussion.models import CareStep, Guidance, Worry
from collaborative.tenancy.models import Membership
from tests.factories.discussion import circle, post, reply, worry
from tests.factories.pdsa import acting_as, text_of


@pytest.fixture
def moderated(people):
    """Of the project team, one has shared learning in hand; somebody else of it has not."""
    Membership.objects.filter(pk=people["project team"].pk).update(responsibilities=["shared_learning"])
    return people


def rows_of(member, table):
    with acting_as(member), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM discussion_{table}")
        return cursor.fetchone()[0]


@pytest.mark.capability("C290")
def test_a_worry_is_read_by_who_told_it_and_by_the_moderator_even_in_the_database(browse, moderated):
    made = post(moderated["teacher"])
    told = browse("family partner").post("post_worry", made.pk, words="This may hurt families.")

    pages = {who: text_of(browse(who).get("worry_list")) for who in moderated if who != "observer"}
    rows = {who: (rows_of(member, "worry"), rows_of(member, "worryevent")) for who, member in moderated.items()}

    assert told.url == browse("family partner").url("post_detail", made.pk)
    readers = ["family partner", "project team"]
    assert [who for who, words in pages.items() if "This may hurt families." in words] == readers
    assert {who: counts for who, counts in rows.items() if any(counts)} == dict.fromkeys(readers, (1, 1))


def test_the_page_says_who_reads_it_and_words_of_another_place_go_along_when_told_so(browse, moderated):
    ours = circle(moderated["teacher"], moderated["coach"])
    made = post(moderated["teacher"], audience="group", circle=ours, text="ONLY-FOR-US")

    page = browse("coach").get("post_worry", made.pk)
    without = browse.post("post_worry", made.pk, words="Hm.")
    browse.post("post_worry", made.pk, words="Hm.", send_along="on")

    name = moderated["project team"].person.full_name
    assert f"Only {name} will read this." in text_of(page)
    assert list(without.context["form"].errors) == ["send_along"]
    with acting_as(moderated["project team"]):
        (told,) = Worry.objects.all()
    assert told.excerpt == "ONLY-FOR-US"
    detail = browse("project team").get("worry_detail", told.pk)
    assert (detail.context["row"], "ONLY-FOR-US" in text_of(detail)) == (None, True)


@pytest.mark.capability("C290")
def test_the_author_hears_first_then_reads_why_and_nobody_else_does(browse, moderated):
    made = post(moderated["teacher"], text="Parents who wave are on the phone")
    told = worry(made, moderated["family partner"])
    browse("project team").post("worry_write", told.pk, words="Could you say it more kindly?")

    mine = text_of(browse("teacher").get("post_detail", made.pk))
    others = text_of(browse("other teacher").get("post_detail", made.pk))
    browse("project team").post("worry_hide", told.pk, why="It hurt somebody.")
    gone = browse("other teacher").get("post_detail", made.pk).status_code
    reason = text_of(browse("teacher").get("taken_down"))
    steps = {who: rows_of(member, "carestep") for who, member in moderated.items()}
    browse("project team").post("post_bring_back", made.pk)

    assert "Could you say it more kindly?" in mine
    assert "Could you say it more kindly?" not in others
    assert (gone, "It hurt somebody." in reason) == (404, True)
    assert {who: count for who, count in steps.items() if count} == {"teacher": 2, "project team": 2}
    with acting_as(moderated["project team"]):
        assert list(CareStep.objects.order_by("done_at").values_list("kind", "words")) == [
            ("wrote", "Could you say it more kindly?"), ("hid", "It hurt somebody."), ("back", ""),
        ]  # fmt: skip
    assert moderated["family partner"].person.first_name not in mine + reason


def test_a_reply_can_worry_one_too_and_is_settled(browse, moderated):
    answer = reply(post(moderated["teacher"]), moderated["other teacher"])
    browse("family partner").post("reply_worry", answer.pk, words="Not kind.")
    with acting_as(moderated["project team"]):
        (told,) = Worry.objects.all()
    browse("project team").post("worry_settle", told.pk)

    assert "It has been looked at." in text_of(browse("family partner").get("worry_list"))


def test_nobody_without_shared_learning_in_hand_looks_after_it(browse, people):
    told = worry(post(people["teacher"]), people["family partner"])

    assert browse("project team").get("worry_detail", told.pk).status_code == 404
    assert browse("coach").get("worry_detail", told.pk).status_code == 403
    Membership.objects.filter(pk=people["project team"].pk).update(leads_collaborative=True)
    assert browse("project team").get("worry_detail", told.pk).status_code == 200


def test_a_moderator_leaves_a_worry_about_own_words_to_a_colleague(browse, moderated):
    told = worry(post(moderated["project team"]), moderated["family partner"])

    page = browse("project team").get("worry_detail", told.pk)

    assert "Please let a colleague look at this." in text_of(page)


@pytest.mark.parametrize("name", ["worry_write", "worry_hide"])
def test_nothing_is_done_without_a_word(browse, moderated, name):
    told = worry(post(moderated["teacher"]), moderated["family partner"])

    assert browse("project team").post(name, told.pk).status_code == 200
    assert rows_of(moderated["project team"], "carestep") == 0


@pytest.mark.parametrize("worries", [1, 3])
def test_the_list_of_worries_asks_the_same_for_one_and_three(browse, moderated, worries, django_assert_num_queries):
    for _number in range(worries):
        worry(post(moderated["teacher"]), moderated["family partner"])
    browse("project team")

    with django_assert_num_queries(10):
        browse.get("worry_list")


@pytest.mark.capability("C284")
def test_coaches_read_hints_where_they_write_and_the_project_team_changes_them(browse, people):
    browse("project team").post("guidance", seen=0, text="**One** thing in a post", answer_days=3, new_on_shelf=2)

    coach = browse("coach").get("post_write").content.decode()
    teacher = browse("teacher").get("post_write").content.decode()
    by_coach = browse("coach").post("guidance", seen=1, text="Mine", answer_days=3, new_on_shelf=2)

    assert "<strong>One</strong> thing in a post" in coach
    assert "thing in a post" not in teacher
    with acting_as(people["project team"]):
        assert list(Guidance.objects.values_list("text", "answer_days", "new_on_shelf")) == [
            ("**One** thing in a post", 3, 2)
        ]
    assert by_coach.status_code == 200


def test_two_who_change_the_hints_at_once_see_each_other(browse, people):
    browse("project team").post("guidance", seen=0, text="First", answer_days=2, new_on_shelf=3)

    page = browse.post("guidance", seen=0, text="Second", answer_days=2, new_on_shelf=3)
    browse.post("guidance", seen=1, text="Second", answer_days=2, new_on_shelf=3)

    assert (page.context["theirs"].text, page.context["form"]["text"].value()) == ("First", "Second")
    with acting_as(people["project team"]):
        assert list(Guidance.objects.order_by("number").values_list("text", flat=True)) == ["First", "Second"]
