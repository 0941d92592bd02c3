"""Where pages send what is being typed, and what comes back in the form it was typed into."""

import json
import time
import uuid

import pytest

from collaborative.drafts.models import Draft
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from metrics.actions import plan_collection
from metrics.models import CollectionPlan
from tests import factories
from tests.factories import metrics as making
from tests.factories.pdsa import acting_as, cycle, text_of

THING = uuid.uuid4()


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def as_teacher(client, teacher):
    return enter(client, teacher)


def enter(client, member):
    client.force_login(User.objects.get(pk=member.user_id))
    return client


def address(member, form="try", thing=THING, room="drafts"):
    return f"/{member.organization_slug}/{member.collaborative_slug}/{room}/{form}/{thing}/"


def save(client, member, words, **place):
    body = words if isinstance(words, str | bytes) else json.dumps(words)
    return client.post(address(member, **place), body, content_type="application/json")


def drafts(member):
    with acting_as(member):
        return list(Draft.objects.values_list("form", "words", "opened_version"))


def test_words_are_kept_with_the_version_the_form_was_opened_at(as_teacher, teacher):
    answer = save(as_teacher, teacher, {"what": "one song", "helpers": ["a", "b"], "version": "7"})

    assert answer.status_code == 200
    assert len(answer.json()["saved_at"]) == len("10:42")
    assert drafts(teacher) == [("try", {"what": "one song", "helpers": ["a", "b"]}, 7)]


@pytest.mark.parametrize("version", [None, "", "-1", "1.5", "drop table", "9" * 10, [1], {"a": 1}, True, "٣"])
def test_a_version_that_is_none_is_left_out(as_teacher, teacher, version):
    assert save(as_teacher, teacher, {"what": "x", "version": version}).status_code == 200

    assert drafts(teacher) == [("try", {"what": "x"}, None)]


def test_secrets_are_never_kept(as_teacher, teacher):
    save(as_teacher, teacher, {"what": "x", "csrfmiddlewaretoken": "t", "form_key": "k", "password": "p"})

    assert drafts(teacher) == [("try", {"what": "x"}, None)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{", "These words could not be read."),
        ("[1, 2]", "These words could not be read."),
        ('"words"', "These words could not be read."),
        ('{"what": "a\\u0000b"}', "These words could not be read."),
        (b"\xff\xfe", "These words could not be read."),
        (json.dumps({"what": "x" * 200_001}), "This is more text than one form can keep."),
    ],
)
def test_what_cannot_be_kept_is_explained_and_keeps_nothing(as_teacher, teacher, body, said):
    answer = save(as_teacher, teacher, body)

    assert (answer.status_code, said in answer.content.decode(), drafts(teacher)) == (400, True, [])


def test_a_form_in_place_of_words_is_refused(as_teacher, teacher):
    assert as_teacher.post(address(teacher), {"what": "x"}).status_code == 400


def test_dropping_answers_with_nothing(as_teacher, teacher):
    save(as_teacher, teacher, {"what": "x"})

    answer = as_teacher.post(address(teacher) + "drop/")

    assert (answer.status_code, answer.content, drafts(teacher)) == (204, b"", [])


def test_with_a_session_that_is_over_nothing_is_kept_and_nothing_looks_like_a_yes(as_teacher, teacher):
    session = as_teacher.session
    session["began_at"] = time.time() - 31 * 24 * 3600
    session.save()

    answer = save(as_teacher, teacher, {"what": "typed for long"})

    assert (answer.status_code, list(answer.json()), drafts(teacher)) == (401, ["sign_in"], [])


def test_the_words_are_there_again_after_signing_in(client, teacher):
    save(enter(client, teacher), teacher, {"what": "Half a song", "with_whom": "two children"}, form="try-start",
         thing=teacher.collaborative_id)  # fmt: skip
    client.logout()

    page = enter(client, teacher).get(f"/{teacher.organization_slug}/{teacher.collaborative_slug}/pdsa/start/")

    form = page.context["form"]
    assert [form[name].value() for name in ("what", "with_whom")] == ["Half a song", "two children"]


def test_another_organizations_address_keeps_nothing(as_teacher, teacher):
    elsewhere = address(teacher).replace(teacher.organization_slug, "nowhere")

    assert as_teacher.post(elsewhere, "{}", content_type="application/json").status_code == 404


@pytest.mark.capability("C167")
def test_of_two_people_on_one_try_the_second_sees_both_versions(client, teacher, team):
    leader = factories.member(Role.TEAM_LEADER, team=team)
    shared = cycle(teacher, audience="team")
    url = f"/{teacher.organization_slug}/{teacher.collaborative_slug}/pdsa/{shared.pk}/do/"
    opened = enter(client, teacher).get(url).context["form"]["opened_version"].value()
    enter(client, leader).post(url, {"opened_version": opened, "did": "The leader's words"})

    second = enter(client, teacher).post(url, {"opened_version": opened, "did": "The teacher's words"})

    assert second.status_code == 409
    assert [(row["name"], row["mine"], row["theirs"]) for row in second.context["rows"]] == [
        ("did", "The teacher's words", "The leader's words")
    ]


def test_a_plan_begun_before_somebody_saved_shows_both_and_overwrites_nobody(client, teacher, team, collaborative):
    metric = making.metric(collaborative)
    url = f"/{teacher.organization_slug}/{teacher.collaborative_slug}/metrics/{metric.pk}/plan/"
    page = enter(client, teacher).get(url)
    assert 'data-draft-version=""' in page.content.decode()
    save(client, teacher, {"who": "Rosa", "when": "Fridays"}, form="collection-plan", thing=metric.pk)
    leader = factories.member(Role.TEAM_LEADER, team=team)
    with acting_as(leader):
        plan_collection(team=team, metric=metric, by=leader.person, on=making.DAY, who="Priya", when="Mondays")

    form = enter(client, teacher).get(url).context["form"]
    sent = client.post(url, {"version": form["version"].value() or "", "who": "Rosa", "when": "Fridays"})

    assert (form["who"].value(), form["version"].value(), sent.status_code) == ("Rosa", None, 409)
    assert "Priya" in text_of(sent)
    assert sent.context["form"]["who"].value() == "Rosa"
    with acting_as(leader):
        assert CollectionPlan.objects.get().who == "Priya"
    chosen = client.post(url, {"version": sent.context["form"]["version"].value(), "who": "Rosa and Priya"})
    assert chosen.status_code == 302
    assert drafts(teacher) == []
