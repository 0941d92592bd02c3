"""Who has what in hand, how the project team decides, what each brings, whom to ask."""

import pytest

from collaborative.introductions.models import SkillNote, StructureAnswer, SubjectContact
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.pdsa import acting_as
from tests.tenancy.entering import enter, named, reread


@pytest.mark.capability("C009", "C010")
def test_the_page_says_who_has_what_in_hand_and_what_needs_a_name(here, maria, amal):
    page = enter(amal).get(here + "people/project-team/")

    lines = {one["line"].value: one["names"] for group in page.context["groups"] for one in group}
    assert {line: names for line, names in lines.items() if names} == {
        "data_lead": ["Amal Vega"], "family_liaison": ["Maria Vega"],
    }  # fmt: skip
    assert len(page.context["unnamed"]) == 15
    assert "brick" not in page.content.decode()


@pytest.mark.capability("C009")
def test_the_project_team_names_several_people_for_a_line(here, organization, maria, amal):
    chosen = {"holders": [str(maria.pk), str(amal.pk)]}

    enter(amal).post(here + "people/project-team/in-hand/shared_learning/", chosen)

    assert reread(organization, maria).responsibilities == ["family_liaison", "shared_learning"]
    assert reread(organization, amal).responsibilities == ["data_lead", "shared_learning"]


def test_nobody_lets_themselves_in_to_private_words(here, organization, collaborative, maria, amal):
    address = here + "people/project-team/in-hand/family_liaison/"
    leader = named("Anne", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, leads_collaborative=True)

    refused = enter(amal).post(address, {"holders": [str(amal.pk)]}).status_code
    enter(leader).post(address, {"holders": [str(maria.pk), str(amal.pk)]})

    assert refused == 403
    assert reread(organization, amal).responsibilities == ["data_lead", "family_liaison"]


@pytest.mark.capability("C012")
def test_the_eight_questions_hold_the_answer_and_who_wrote_it_last(here, organization, maria, amal):
    enter(maria).post(here + "people/project-team/how/notes/", {"text": "Maria, on the shelf.", "version": ""})
    page = enter(amal).get(here + "people/project-team/how/")

    lines = {question.value: answer for question, answer in page.context["lines"]}
    assert len(lines) == 8
    assert (lines["notes"].text, lines["notes"].author_id) == ("Maria, on the shelf.", maria.person_id)
    assert {question for question, answer in lines.items() if answer is None} == set(lines) - {"notes"}


def test_the_second_to_answer_sees_both_and_chooses(here, organization, maria, amal):
    address = here + "people/project-team/how/notes/"
    enter(maria).post(address, {"text": "Maria.", "version": ""})

    beside = enter(amal).post(address, {"text": "Amal.", "version": ""})
    stands = enter(amal).post(address, {"text": "Amal and Maria.", "version": 1})

    assert beside.status_code == 409
    assert "Maria." in beside.content.decode()
    assert stands.status_code == 302
    with entered(Context(organization=organization.pk)):
        assert StructureAnswer.objects.get().text == "Amal and Maria."


@pytest.mark.capability("C011")
def test_what_one_brings_is_said_in_words_for_the_project_team_alone(here, maria, amal, keisha, rosa):
    sent = {"respect-brings": "I ask before I advise.", "content-would_like": "Toddlers."}

    enter(maria).post(here + "people/project-team/skills/mine/", sent)

    page = enter(amal).get(here + "people/project-team/skills/").content.decode()
    assert [words for words in (*sent.values(), "points") if words in page] == [*sent.values(), "points"]
    assert [enter(one).get(here + "people/project-team/skills/").status_code for one in (keisha, rosa)] == [403, 403]
    for member, seen in ((amal, 2), (maria, 2), (keisha, 0), (rosa, 0)):
        with acting_as(member):
            assert SkillNote.objects.count() == seen


def test_words_about_a_skill_that_are_emptied_are_gone(here, maria):
    client = enter(maria)
    client.post(here + "people/project-team/skills/mine/", {"respect-brings": "I ask."})

    client.post(here + "people/project-team/skills/mine/", {"respect-brings": ""})

    with acting_as(maria):
        assert SkillNote.objects.count() == 0


@pytest.mark.capability("C013")
def test_everybody_reads_whom_to_ask_with_the_number_and_somebody_who_left_is_nobody(
    here, organization, collaborative, team, maria, amal, rosa
):
    client = enter(amal)
    client.post(here + "people/ask/subjects/", {"data": str(amal.person_id), "family": str(maria.person_id)})
    client.post(here + "people/ask/centers/", {str(team.pk): str(maria.person_id)})

    before = enter(rosa).get(here + "people/ask/")
    with entered(Context(organization=organization.pk)):
        maria.hidden_at = "2026-01-01T12:00:00Z"
        maria.save(update_fields=["hidden_at"])
    after = enter(rosa).get(here + "people/ask/")

    named_before = [card.name if card else "" for _label, card in before.context["contacts"]]
    assert named_before == ["Amal Vega", "", "", "Maria Vega", "", ""]
    assert [card.name if card else "" for _label, card in after.context["contacts"]] == ["Amal Vega", *[""] * 5]
    [(shown, point, is_mine)] = before.context["page"].object_list
    assert (shown.pk, point.name, is_mine) == (team.pk, "Maria Vega", True)
    assert 'href="tel:555-Maria"' in before.content.decode()
    assert after.context["page"].object_list[0][1] is None


@pytest.mark.capability("C013")
def test_where_nobody_is_named_the_one_who_has_it_in_hand_is_whom_to_ask(here, collaborative, team, rosa):
    nora, omar = (
        factories.member(
            Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=[duty],
            person=factories.person(first_name=name),
        ).person
        for name, duty in (("Nora", "technology"), ("Omar", "relationship_manager"))
    )  # fmt: skip

    page = enter(rosa).get(here + "people/ask/")

    asked = {str(label): card and card.person_id for label, card in page.context["contacts"]}
    assert asked["This place here, phones and tablets"] == nora.pk
    assert asked["Trying something (small tests of change)"] is None
    assert page.context["page"].object_list[0][1].person_id == omar.pk


def test_only_staff_names_whom_to_ask(here, organization, rosa, keisha, amal):
    answers = [enter(one).post(here + "people/ask/subjects/", {"data": ""}).status_code for one in (rosa, keisha)]

    assert answers == [403, 403]
    with entered(Context(organization=organization.pk)):
        assert SubjectContact.objects.count() == 0


@pytest.mark.capability("C013")
def test_the_foot_of_every_page_names_the_centers_own_point_person(here, organization, team, maria, amal, rosa, denise):
    def foot(member):
        return enter(member).get(here + "people/").context["frame"].point_person.name

    before = foot(rosa)
    enter(amal).post(here + "people/ask/centers/", {str(team.pk): str(amal.person_id)})

    assert (before, foot(rosa), foot(denise)) == ("Maria Vega", "Amal Vega", "Maria Vega")


@pytest.mark.parametrize("centers", [1, 3])
def test_whom_to_ask_takes_the_same_queries_for_more_centers(
    here, collaborative, rosa, amal, centers, django_assert_num_queries
):
    for _number in range(centers):
        factories.team(collaborative, point_person=amal.person)
    client = enter(rosa)
    client.get(here + "people/ask/")

    with django_assert_num_queries(13):
        client.get(here + "people/ask/")


@pytest.mark.capability("C025")
def test_coaches_say_what_they_bring_and_what_is_still_to_be_found_is_for_staff(here, keisha, amal, rosa):
    enter(keisha).post(here + "people/faculty/mine/", {"family": "I was the mother in the hallway."})

    staff, teacher = (enter(one).get(here + "people/faculty/") for one in (amal, rosa))

    [(label, [row])] = teacher.context["held"]
    assert (str(label), row.words, row.author_id) == ("Family", "I was the mother in the hallway.", keisha.person_id)
    assert teacher.context["sought"] == []
    assert "Racial equity" in staff.context["sought"] and "Family" not in staff.context["sought"]
    assert enter(rosa).get(here + "people/faculty/mine/").status_code == 403
