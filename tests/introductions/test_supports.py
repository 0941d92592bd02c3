"""What is promised, what was given to whom, who would like a hand: and who may read it."""

import pytest

from collaborative.introductions.models import Comfort, Promise, SupportGiven, WelcomeCall
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories import introductions as making
from tests.factories.pdsa import acting_as
from tests.tenancy.entering import enter, named, reread


@pytest.fixture
def lynn(collaborative):
    return named("Lynn", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=["project_manager"])


@pytest.fixture
def tech(collaborative):
    return named("Theo", Role.IMPLEMENTATION_TEAM, collaborative=collaborative, responsibilities=["technology"])


@pytest.mark.capability("C032")
def test_the_invitation_says_what_is_promised_and_nothing_else(here, organization, collaborative, amal, maria, rosa):
    collaborative.practical_supports = "Child care at every session."
    collaborative.save()
    client = enter(amal)
    sent = {"kind": "pay", "text": "We pay for each hour.", "ask": str(maria.person_id), "how": "A text."}

    client.post(here + "supports/promise/", sent)
    both = reread(organization, collaborative).practical_supports
    with entered(Context(organization=organization.pk)):
        earlier = Promise.objects.get(kind="other")
    client.post(f"{here}supports/promise/{earlier.pk}/hide/")
    page = enter(rosa).get(here + "supports/")

    assert both == "Child care at every session.\nWe pay for each hour."
    assert reread(organization, collaborative).practical_supports == "We pay for each hour."
    [(row, card)] = page.context["lines"]
    assert (row.text, row.how, card.name) == ("We pay for each hour.", "A text.", "Maria Vega")
    assert enter(rosa).get(here + "supports/promise/").status_code == 403


def test_what_is_taken_back_can_be_promised_again(here, organization, collaborative, amal):
    row = making.promise(amal)
    client = enter(amal)

    client.post(f"{here}supports/promise/{row.pk}/hide/")
    without = reread(organization, collaborative).practical_supports
    client.post(f"{here}supports/promise/{row.pk}/show/")

    assert (without, reread(organization, collaborative).practical_supports) == ("", "We pay for your time.")


@pytest.mark.capability("C032")
def test_the_ledger_is_for_the_person_the_liaison_and_the_project_manager_alone(
    here, team, collaborative, maria, lynn, amal, keisha, rosa, denise
):
    making.given(maria, denise, what="A ride both ways")
    director = named("Gwen", Role.DIRECTOR, collaborative=collaborative, center=team.center)
    leader = named("Priya", Role.TEAM_LEADER, team=team)
    readers = {"maria": maria, "lynn": lynn, "denise": denise}
    others = {"amal": amal, "keisha": keisha, "rosa": rosa, "leader": leader, "director": director}

    pages = {name: enter(one).get(here + "supports/given/") for name, one in {**readers, **others}.items()}

    assert {name for name, page in pages.items() if b"A ride both ways" in page.content} == set(readers)
    assert {name for name, page in pages.items() if page.status_code == 403} == {"director"}
    for name, one in {**readers, **others}.items():
        with acting_as(one):
            assert (name, SupportGiven.objects.count()) == (name, 1 if name in readers else 0)
            assert (name, SupportGiven.pgh_event_model.objects.count()) == (name, 1 if name in readers else 0)


def test_only_who_keeps_the_ledger_writes_in_it(here, maria, amal, denise):
    sent = {"person": str(denise.person_id), "kind": "pay", "what": "Two hours", "given_on": "2026-05-01",
            "given_by": str(maria.person_id), "amount": "48.00", "version": ""}  # fmt: skip

    answers = [enter(one).post(here + "supports/given/add/", sent).status_code for one in (denise, amal, maria)]

    assert answers == [403, 403, 302]
    with acting_as(denise):
        [row] = SupportGiven.objects.all()
    assert (row.what, str(row.amount), str(row.given_on), row.given_by_id) == (
        "Two hours", "48.00", "2026-05-01", maria.person_id,
    )  # fmt: skip


@pytest.mark.capability("C031")
def test_who_would_like_a_hand_is_read_by_that_person_and_the_helpers_alone(
    here, maria, tech, lynn, amal, keisha, rosa, denise
):
    sent = {"with_technology": "beside_me", "with_numbers": "", "device": "A flip phone", "reach_by": "call",
            "words": "", "version": ""}  # fmt: skip
    enter(denise).post(here + "people/me/comfort/", sent)

    lists = {"maria": maria, "theo": tech, "lynn": lynn, "amal": amal, "keisha": keisha, "rosa": rosa}
    pages = {name: enter(one).get(here + "people/comfort/") for name, one in lists.items()}

    assert {name: page.status_code for name, page in pages.items()} == {
        "maria": 200, "theo": 200, "lynn": 403, "amal": 403, "keisha": 403, "rosa": 403,
    }  # fmt: skip
    [(row, card)] = pages["theo"].context["page"].object_list
    assert (row.device, row.get_with_technology_display(), card.name) == (
        "A flip phone", "Please sit beside me", "Denise Vega",
    )  # fmt: skip
    assert enter(denise).get(here + "people/me/comfort/").context["form"].initial["device"] == "A flip phone"
    for name, one in {**lists, "denise": denise}.items():
        with acting_as(one):
            assert (name, Comfort.objects.count()) == (name, 1 if name in ("maria", "theo", "denise") else 0)


@pytest.mark.capability("C031")
def test_the_page_names_who_will_read_it_and_words_can_be_taken_back(here, maria, denise):
    making.comfort(denise)
    client = enter(denise)

    before = client.get(here + "people/me/comfort/")
    client.post(here + "people/me/comfort/take-back/")

    assert before.context["helpers"] == ["Maria Vega"]
    assert client.get(here + "people/me/comfort/").context["own"] is None
    assert enter(maria).get(here + "people/comfort/").context["page"].object_list == []
    with acting_as(denise):
        assert list(Comfort.objects.values_list("device", "with_technology")) == [("", "")]


@pytest.mark.capability("C075", "C076")
def test_first_calls_are_planned_written_down_and_read_by_the_project_team_alone(
    here, team, maria, amal, keisha, rosa, denise
):
    client = enter(maria)
    plan = {"caller": str(maria.person_id), "called": str(denise.person_id), "on": "2026-05-01", "version": ""}
    client.post(f"{here}people/welcome-calls/teams/{team.pk}/", plan)
    with acting_as(maria):
        [planned] = WelcomeCall.objects.all()
    said = {**plan, "has_been": "on", "questions": "Is Spanish fine? Yes.", "promised": "A card", "version": 1}
    client.post(f"{here}people/welcome-calls/{planned.pk}/", said)

    pages = [enter(one).get(here + "people/welcome-calls/") for one in (amal, keisha, rosa, denise)]

    assert [page.status_code for page in pages] == [200, 403, 403, 403]
    [(shown, [call])] = pages[0].context["page"].object_list
    assert (shown.pk, call.caller_id, call.called_id, call.has_been) == (
        team.pk, maria.person_id, denise.person_id, True,
    )  # fmt: skip
    assert (call.questions, call.promised) == ("Is Spanish fine? Yes.", "A card")
    for one, seen in ((amal, 1), (keisha, 0), (rosa, 0), (denise, 0)):
        with acting_as(one):
            assert WelcomeCall.objects.count() == seen


@pytest.mark.parametrize("centers", [1, 3])
def test_first_calls_take_the_same_queries_for_more_centers(
    here, collaborative, amal, centers, django_assert_num_queries
):
    for _number in range(centers):
        making.call(amal, factories.team(collaborative))
    client = enter(amal)
    client.get(here + "people/welcome-calls/")

    with django_assert_num_queries(11):
        client.get(here + "people/welcome-calls/")


@pytest.mark.capability("C077")
def test_the_welcome_packet_gathers_what_a_team_needs(here, organization, team, amal, maria, rosa):
    making.promise(amal, text="We pay for your time.")
    enter(amal).post(here + "people/ask/centers/", {str(team.pk): str(maria.person_id)})

    page = enter(rosa).get(f"{here}teams/{team.pk}/packet/")

    shown = page.context
    assert [card.name for card in shown["project_team"]] == ["Amal Vega", "Maria Vega"]
    assert shown["point"].name == "Maria Vega"
    assert [row.text for row in shown["promises"]] == ["We pay for your time."]
    text = page.content.decode()
    ways = [
        "people/me/photo/",
        f"teams/{team.pk}/edit/",
        "people/introductions/mine/",
        "storyboards/ours/",
        "agreement/",
    ]
    assert [way for way in ways if f'href="{here}{way}"' not in text] == []
