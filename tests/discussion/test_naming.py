"""Who may see a post, asked for others; and whom a first name means."""

import pytest

from collaborative.discussion.audiences import Place
from collaborative.discussion.models import Mention, Post
from collaborative.discussion.naming import named
from collaborative.discussion.readers import readers_of
from collaborative.discussion.rules import named_in, names_of, who_is_meant
from collaborative.tenancy.models import Person
from tests.factories.discussion import TODAY, circle, post, reply
from tests.factories.pdsa import acting_as, text_of


@pytest.fixture
def names(people):
    """Everybody shows a first name to other teams, but the family partner, who is shown by role."""
    called = {"teacher": "Rosa", "other teacher": "Tom", "family partner": "Denise", "team leader": "Maria",
              "project team": "Maria", "coach": "Theo", "senior leader": "Ana"}  # fmt: skip
    for who, name in called.items():
        shown = "role" if who == "family partner" else "first_name"
        Person.objects.filter(pk=people[who].person_id).update(first_name=name, shown_as=shown)
    return people


@pytest.mark.capability("C277")
@pytest.mark.parametrize("audience", ["all", "team", "group", "faculty", "circle"])
def test_who_may_see_a_post_is_the_same_asked_for_others_and_at_the_door(people, teachers, audience):
    writer = people["coach" if audience == "faculty" else "teacher"]
    in_it = circle(people["teacher"], people["family partner"]) if audience == "circle" else None
    made = post(
        writer,
        audience="group" if audience == "circle" else audience,
        group=teachers if audience == "group" else None,
        circle=in_it,
    )

    at_the_door = set()
    for who, member in people.items():
        with acting_as(member) as actor:
            at_the_door |= {who} if Post.objects.here(actor).filter(pk=made.pk).exists() else set()
    with acting_as(writer):
        told = {row.person_id for row in readers_of(made, on=TODAY)}

    assert {who for who, member in people.items() if member.person_id in told} == at_the_door
    assert len(at_the_door) >= 2


def who_is(actor_of, place, **typed):
    with acting_as(actor_of) as actor:
        return named(actor, place, **typed)


def all_teams(member):
    return Place(member.collaborative_id, member.team_id, "all")


@pytest.mark.capability("C277")
def test_a_name_means_the_one_reader_who_has_it_and_several_are_asked_about(names):
    teacher = names["teacher"]

    tom = who_is(teacher, all_teams(teacher), text="Thank you @tom, and @Nobody, and me@example.org")
    maria = who_is(teacher, all_teams(teacher), names="Maria")
    chosen = who_is(teacher, all_teams(teacher), names="Maria", chosen=[names["project team"].person_id])

    assert (tom.people, tom.question) == ([names["other teacher"].person_id], "")
    assert {person for person, _label in maria.unclear} == {
        names["team leader"].person_id, names["project team"].person_id,
    }  # fmt: skip
    assert "More than one person has this name." in maria.question
    assert (chosen.people, chosen.question) == ([names["project team"].person_id], "")


def test_nobody_is_named_who_cannot_read_it(names):
    teacher = names["teacher"]
    own_team = Place(teacher.collaborative_id, teacher.team_id, "team")

    outside = who_is(teacher, own_team, names="Tom", text="@Tom")
    ticked = who_is(teacher, own_team, chosen=[names["other teacher"].person_id])

    assert (outside.people, outside.nobody) == ([], ["Tom"])
    assert ticked.people == []


def test_who_is_shown_by_role_is_not_found_by_name_from_another_team(names):
    from_another_team = who_is(names["teacher"], all_teams(names["teacher"]), names="Denise")
    from_staff = who_is(names["coach"], all_teams(names["coach"]), names="Denise")

    assert (from_another_team.people, from_another_team.nobody) == ([], ["Denise"])
    assert from_staff.people == [names["family partner"].person_id]


@pytest.mark.capability("C277")
def test_naming_in_a_post_asks_back_keeps_the_words_and_then_tells(browse, names):
    asked = browse("teacher").post("post_write", text="Hello @Maria and @Tom", audience="all")
    offered = asked.context["form"].fields["people"].choices
    told = browse.post(
        "post_write", text="Hello @Maria and @Tom", audience="all", people=[str(names["project team"].person_id)]
    )

    assert (asked.status_code, asked.context["form"]["text"].value()) == (200, "Hello @Maria and @Tom")
    assert len(offered) == 2
    assert told.status_code == 302
    with acting_as(names["teacher"]):
        assert set(Mention.objects.values_list("person_id", flat=True)) == {
            names["project team"].person_id, names["other teacher"].person_id,
        }  # fmt: skip
    found = browse("other teacher").get("post_list", show="named")
    assert [line.words.text for line in found.context["lines"]] == ["Hello @Maria and @Tom"]
    assert browse("family partner").get("post_list", show="named").context["lines"] == []


def test_a_name_in_the_box_that_is_nobodys_is_said(browse, names):
    page = browse("teacher").post("post_write", text="Hello", audience="all", names="Zoe")

    assert "Nobody called Zoe can read this" in text_of(page)


def test_those_who_wrote_in_a_thread_can_be_ticked(browse, names):
    made = post(names["teacher"])
    reply(made, names["family partner"])

    page = browse("other teacher").get("post_detail", made.pk)
    offered = dict(page.context["form"].fields["people"].choices)
    browse.post("post_reply", made.pk, text="See above", people=[str(names["family partner"].person_id)])

    assert offered[str(names["family partner"].person_id)] == "Denise"  # they are on one team
    with acting_as(names["teacher"]):
        assert list(Mention.objects.values_list("person_id", flat=True)) == [names["family partner"].person_id]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Rosa and @Soo-jin, mail me@example.org", ["Rosa", "Soo-jin"]),
        ("@@Rosa (@Inés) @Rosa", ["Inés", "Rosa"]),
        ("no @ here", []),
    ],
)
def test_names_are_read_out_of_a_text(text, found):
    assert named_in(text) == found


def test_names_in_a_box_stand_with_commas_or_and_between_them():
    assert names_of("Rosa, @Tom and Ana Lucía; Inés y Luz") == ["Rosa", "Tom", "Ana Lucía", "Inés", "Luz"]


def test_who_is_meant():
    readers = [("Rosa", 1), ("Maria", 2), ("maria", 3)]

    assert who_is_meant(["rosa"], readers) == ([1], {})
    assert who_is_meant(["Maria", "Zoe"], readers) == ([], {"Maria": [2, 3], "Zoe": []})
    assert who_is_meant(["Maria"], readers, [3]) == ([3], {})
