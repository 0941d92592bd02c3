"""The question of the week: planned ahead, put on its Monday to whom it is for, answered like any post."""

import datetime

import pytest

from collaborative.discussion.models import Post
from collaborative.discussion.rules import monday_of
from collaborative.tenancy.models import AffinityGroup
from tests.factories.discussion import TODAY, post
from tests.factories.pdsa import acting_as, text_of

WEEK = datetime.timedelta(weeks=1)
THIS = monday_of(TODAY)


def planned(browse, week=THIS, **words):
    typed = {"title": "Which song opens your day?", "text": "Small things count.", "week": week.isoformat()}
    return browse("coach").post("weekly_plan", **{**typed, "audience": "all", **words})


@pytest.mark.capability("C283")
def test_this_weeks_question_stands_on_the_homes_and_is_answered_like_any_post(browse, people, client):
    planned(browse)
    with acting_as(people["coach"]):
        asked = Post.objects.get()

    homes = {
        who: client.get(f"/{'/'.join(browse(who).place)}/").context["question"].words
        for who in ("teacher", "family partner")
    }
    answered = browse("family partner").post("post_reply", asked.pk, text="A song")

    assert homes == dict.fromkeys(homes, "Which song opens your day?")
    assert answered.status_code == 302
    assert "This week" in text_of(browse("teacher").get("weekly_list"))


@pytest.mark.capability("C283")
def test_a_question_of_a_week_to_come_is_nobodys_but_those_who_plan_it(browse, people, client):
    planned(browse, THIS + WEEK)
    with acting_as(people["coach"]):
        asked = Post.objects.get()

    seen = {}
    for who in people:
        browse(who)
        seen[who] = (
            browse.get("post_detail", asked.pk).status_code, browse.get("post_versions", asked.pk).status_code,
            "Which song opens your day?" in browse.get("post_list").content.decode(),
            "Which song opens your day?" in browse.get("weekly_list").content.decode(),
        )  # fmt: skip
    home = client.get(f"/{'/'.join(browse('teacher').place)}/").context["question"]

    assert {who for who, found in seen.items() if found[0] == 200} == {"coach", "project team"}
    assert {who for who, found in seen.items() if any(found[2:])} == {"coach", "project team"}
    assert home is None


def test_how_a_question_was_changed_before_its_week_is_not_shown_later(browse, people, monkeypatch):
    planned(browse, THIS + WEEK, text="FIRST TRY")
    with acting_as(people["coach"]):
        asked = Post.objects.get()
    browse("coach").post("post_edit", asked.pk, title="Better", text="SECOND TRY", version=1)
    with acting_as(people["coach"]):
        edited = Post.objects.get().edited_at
    later = THIS + WEEK + datetime.timedelta(days=1)
    monkeypatch.setattr("collaborative.tenancy.entering.timezone.localdate", lambda *_: later)

    words = text_of(browse("teacher").get("post_versions", asked.pk))

    assert edited is None
    assert ("SECOND TRY" in words, "FIRST TRY" in words) == (True, False)


def test_people_are_asked_one_question_a_week(browse, people, teachers):
    planned(browse)
    twice = planned(browse, title="Another")
    own_group = planned(browse, audience=f"group:{teachers.pk}")

    assert "These people have a question for that week already." in text_of(twice)
    assert (twice.context["form"]["title"].value(), own_group.status_code) == ("Another", 302)


def test_only_coaches_and_the_project_team_plan(browse, people):
    assert {who: browse(who).get("weekly_plan").status_code for who in people} == {
        who: 200 if who in ("coach", "project team") else 403 for who in people
    }


def test_the_role_group_is_asked_its_own_question_first(browse, people, collaborative, client):
    families = AffinityGroup.objects.create(
        collaborative=collaborative, role="family_partner", name="Family partners", coach=people["coach"].person
    )
    planned(browse)
    planned(browse, title="Does your director listen?", audience=f"group:{families.pk}")

    def question(who):
        return client.get(f"/{'/'.join(browse(who).place)}/").context["question"].words

    assert question("family partner") == "Does your director listen?"
    assert question("teacher") == "Which song opens your day?"


@pytest.mark.parametrize("weeks", [1, 3])
def test_the_list_of_questions_asks_the_same_for_one_and_three(browse, people, weeks, django_assert_num_queries):
    for number in range(weeks):
        post(people["coach"], kind="weekly", week=THIS - number * WEEK, title=f"Question {number}")
    browse("teacher")

    with django_assert_num_queries(11):
        page = browse.get("weekly_list")

    assert len(page.context["page"].object_list) == weeks
