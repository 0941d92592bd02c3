"""The letter of commitment: read by all, signed by each for herself, kept with its words."""

import pytest

from collaborative.onboarding.models import CommitmentLetter, Signature
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.onboarding import letter

TICKED = {"agrees": "on"}


def sign(client, place, text, name):
    return client.post(f"{place}letter/sign/", {"typed_name": name, "letter": str(text.pk), **TICKED})


@pytest.mark.capability("C071")
def test_a_member_signs_with_the_own_name_and_keeps_the_very_words(sign_in, leader, manager, team, place, seen):
    text = letter(team.collaborative)
    client = sign_in(leader)

    response = sign(client, place, text, leader.person.full_name)

    assert response.status_code == 302
    with seen(team):
        signature = Signature.objects.get()
        assert (signature.letter_id, signature.author_id, signature.team_id, signature.audience) == (
            text.pk, leader.person_id, team.pk, "team_staff",
        )  # fmt: skip
    client = sign_in(manager)
    client.post(f"{place}letter/edit/", {"title": "What we promise", "text": "Other words.", "version": 0})
    copy = client.get(f"{place}letter/signatures/{signature.pk}/").content.decode()
    now = client.get(f"{place}letter/").content.decode()
    assert "We promise to listen." in copy
    assert ("Other words." in now, "We promise to listen." in now) == (True, False)


def test_nobody_signs_in_somebody_elses_name(sign_in, leader, teacher, team, place, seen):
    text = letter(team.collaborative)

    response = sign(sign_in(leader), place, text, teacher.person.full_name)

    assert response.status_code == 200
    assert response.context["form"].errors == {
        "typed_name": ["Please type your own name. Somebody else signs when they are signed in themselves."]
    }
    with seen(team):
        assert Signature.objects.count() == 0


def test_a_letter_that_changed_meanwhile_is_read_once_more(sign_in, leader, team, place, seen):
    earlier = letter(team.collaborative)
    letter(team.collaborative, number=2)

    response = sign(sign_in(leader), place, earlier, leader.person.full_name)

    assert "Please read it once more" in response.content.decode()
    with seen(team):
        assert Signature.objects.count() == 0


def test_a_signature_is_taken_back_with_a_word_and_stays_in_the_history(sign_in, leader, team, place, seen):
    text = letter(team.collaborative)
    client = sign_in(leader)
    sign(client, place, text, leader.person.full_name)
    with seen(team):
        signature = Signature.objects.get()

    client.post(f"{place}letter/signatures/{signature.pk}/take-back/", {"words": "I change jobs."})
    page = client.get(f"{place}letter/").content.decode()
    sign(client, place, text, leader.person.full_name)

    assert "You signed" not in page
    with seen(team):
        rows = list(Signature.objects.order_by("signed_at", "pk"))
        assert [row.taken_back_words for row in rows] == ["I change jobs.", ""]
        assert [row.taken_back_at is None for row in rows] == [False, True]


def test_another_teams_member_takes_no_signature_back(sign_in, leader, teacher, team, place):
    text = letter(team.collaborative)
    sign(sign_in(leader), place, text, leader.person.full_name)
    signature = sign_in(leader).get(f"{place}letter/").context["own"]

    response = sign_in(teacher).post(f"{place}letter/signatures/{signature.pk}/take-back/", {"words": ""})

    assert response.status_code == 403


def test_the_project_team_signs_through_its_senior_leader_alone(sign_in, collaborative, place, seen):
    text = letter(collaborative)
    lead = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative, leads_collaborative=True)
    other = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)

    refused = sign(sign_in(other), place, text, other.person.full_name)
    signed = sign(sign_in(lead), place, text, lead.person.full_name)

    assert (refused.status_code, signed.status_code) == (403, 302)
    with seen():
        assert [(row.team_id, row.audience) for row in Signature.objects.all()] == [(None, "all")]


def test_what_is_not_signed_is_still_to_come_and_nothing_waits_for_it(sign_in, manager, leader, team, place):
    letter(team.collaborative)

    of_team = sign_in(leader).get(f"{place}letter/").content.decode()
    of_project = sign_in(manager).get(f"{place}letter/signatures/").content.decode()

    assert "The senior leader: still to come" in of_team
    assert "Getting ready does not wait for it." in of_team
    assert "still to come" in of_project
    assert sign_in(leader).get(f"{place}prework/").status_code == 200


def test_another_team_reads_nobody_elses_signature(sign_in, leader, team, place):
    text = letter(team.collaborative)
    sign(sign_in(leader), place, text, leader.person.full_name)
    signature = sign_in(leader).get(f"{place}letter/").context["own"]
    stranger = factories.member(Role.TEACHER, team=factories.team(team.collaborative))

    assert sign_in(stranger).get(f"{place}letter/signatures/{signature.pk}/").status_code == 404


def test_versions_are_counted(sign_in, manager, collaborative, place, seen):
    client = sign_in(manager)

    for words in ("First words.", "Second words."):
        client.post(f"{place}letter/edit/", {"title": "Ours", "text": words, "version": 0})

    with seen():
        rows = CommitmentLetter.objects.order_by("number")
        assert [(row.number, row.text) for row in rows] == [(1, "First words."), (2, "Second words.")]
