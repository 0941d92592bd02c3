"""The team's own pages, taking away, and what holds for every page."""

import datetime
import re

import pytest

from collaborative.tenancy.enums import Role
from pdsa import actions
from pdsa.models import PDSACycle, Priority, TeamNeed
from tests import factories
from tests.factories import metrics as making_metrics
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, text_of


@pytest.mark.capability("C168", "C184")
def test_one_person_writes_several_down_and_names_whose_idea_each_was(browse, teacher, team_leader):
    words = {"try-TOTAL_FORMS": 4, "try-INITIAL_FORMS": 0, "audience": "team"}
    for number, (what, whose) in enumerate([("A song", "Ana, aide"), ("A chair by the door", "Our cook")]):
        words |= {f"try-{number}-what": what, f"try-{number}-whose_idea": whose, f"try-{number}-look_back_on": TUESDAY}

    response = browse.as_(teacher).post("write_for_team", **words)

    assert response.url == browse.url("cycle_list")
    with acting_as(team_leader):
        made = PDSACycle.objects.order_by("pk").values_list("what", "whose_idea", "audience")
        assert list(made) == [("A song", "Ana, aide", "team"), ("A chair by the door", "Our cook", "team")]


@pytest.mark.capability("C200")
def test_a_team_works_on_three_things_at_most(browse, teacher):
    browse.as_(teacher)
    for number in range(3):
        browse.post("priority_add", text=f"Line {number}")

    fourth = browse.post("priority_add", text="Line 4")
    with acting_as(teacher):
        first = Priority.objects.order_by("position").first()
    browse.post("priority_end", first.pk)
    fifth = browse.post("priority_add", text="Line 5")

    assert "Let one of them rest first" in text_of(fourth)
    assert fourth.context["form"]["text"].value() == "Line 4"
    assert fifth.status_code == 302
    with acting_as(teacher):
        current = Priority.objects.current().order_by("position").values_list("position", "text")
        assert list(current) == [(1, "Line 5"), (2, "Line 1"), (3, "Line 2")]


def test_a_need_is_answered_with_a_yes(browse, teacher, team):
    leader = factories.member(Role.SENIOR_LEADER, team=team)
    browse.as_(teacher).post("need_add", kind="cover", text="Cover on Tuesday, 9 to 9:30")
    with acting_as(teacher):
        [need] = TeamNeed.objects.all()

    page = browse.as_(leader).get("need_list")
    browse.post("need_answer", need.pk)

    assert "What the team needs from you" in text_of(page)
    with acting_as(teacher):
        need.refresh_from_db()
    assert (need.answered_on, need.answered_by_id) == (TODAY, leader.person_id)


def test_taking_away_offers_the_way_back(browse, teacher):
    own = cycle(teacher, what="A song")

    removed = browse.as_(teacher).post("cycle_remove", own.pk)
    page = browse.get("cycle_list", undo=f"cycle:{own.pk}")
    trash = browse.get("trash")
    gone = browse.get("cycle_detail", own.pk)
    back = browse.post("cycle_restore", own.pk)

    assert removed.url == browse.url("cycle_list") + f"?undo=cycle:{own.pk}"
    assert page.context["undo_url"] == browse.url("cycle_restore", own.pk)
    assert [row.pk for row in trash.context["cycles"]] == [own.pk]
    assert gone.status_code == 404
    assert back.url == browse.url("cycle_detail", own.pk)


def test_cycle_forget_removes_for_good(browse, teacher):
    own = cycle(teacher, what="A song")

    asked = browse.as_(teacher).get("cycle_forget", own.pk)
    response = browse.post("cycle_forget", own.pk)

    assert "Remove my words for good" in text_of(asked)
    assert response.url == browse.url("cycle_detail", own.pk)
    assert "Words removed by their author" in text_of(browse.get("cycle_detail", own.pk))


def test_a_colleague_removes_their_own_words_and_no_others(browse, teacher, team_leader):
    posted = cycle(teacher, what="A song", audience="team")
    browse.as_(team_leader).post("cycle_do", posted.pk, opened_version=posted.version, did="Marisol sang along")

    link = browse.url("cycle_forget", posted.pk)
    assert link in browse.get("cycle_detail", posted.pk).content.decode()
    browse.post("cycle_forget", posted.pk)

    with acting_as(teacher):
        posted.refresh_from_db()
    assert (posted.what, posted.did) == ("A song", "")


@pytest.mark.capability("C148")
def test_a_try_is_written_on_a_chart_at_the_time_it_was_tried(browse, teacher, collaborative):
    talks = making_metrics.metric(collaborative, name="Families we had a two-way talk with")
    own = cycle(teacher, what="A song at the door", starts_on=TODAY)

    [(name, address)] = browse.as_(teacher).get("cycle_detail", own.pk).context["charts"]
    form = browse.client.get(address).context["form"]

    assert name == talks.name
    monday = TODAY - datetime.timedelta(days=TODAY.weekday())
    assert (form["text"].value(), form["period"].value()) == ("A song at the door", monday.isoformat())


PAGES = (
    "cycle_list",
    "other_teams",
    "cycle_start",
    "write_for_team",
    "paper_form",
    "huddle_sheet",
    "priority_list",
    "need_list",
    "trash",
)
OF_A_CYCLE = (
    "cycle_detail",
    "cycle_plan",
    "cycle_do",
    "cycle_study",
    "cycle_act",
    "cycle_next",
    "cycle_share",
    "cycle_answer",
    "answer_thank",
    "cycle_ask_team",
    "cycle_photo",
    "cycle_forget",
)


def test_every_page_opens_for_its_author(browse, teacher, collaborative):
    own = cycle(teacher, audience="all", driver=driver(collaborative))
    browse.as_(teacher)

    statuses = {name: browse.get(name).status_code for name in PAGES}
    statuses |= {name: browse.get(name, own.pk).status_code for name in OF_A_CYCLE}

    assert statuses == dict.fromkeys((*PAGES, *OF_A_CYCLE), 200)


@pytest.mark.parametrize(("name", "queries"), [("cycle_list", 13), ("other_teams", 11), ("cycle_detail", 17)])
def test_pages_ask_the_database_as_often_for_one_row_as_for_three(
    browse, teacher, team_leader, other_teacher, collaborative, name, queries, django_assert_num_queries
):
    reader = {"other_teams": other_teacher}.get(name, teacher)

    def fill():
        made = cycle(team_leader, audience="all", driver=driver(collaborative))
        with acting_as(other_teacher):
            actions.answer_cycle(made, text="We sing too.", by=other_teacher.person, on=TODAY)
        return made

    first = fill()
    rest = [first.pk] if name == "cycle_detail" else []
    browse.as_(reader).get(name, *rest)
    with django_assert_num_queries(queries):
        browse.get(name, *rest)
    for _number in range(2):
        fill()
        with acting_as(other_teacher):
            actions.answer_cycle(first, text="And clap.", by=other_teacher.person, on=TODAY)
    with django_assert_num_queries(queries):
        browse.get(name, *rest)


def test_a_director_outside_the_team_finds_no_link_that_is_not_theirs(browse, teacher, team):
    shown = cycle(teacher, audience="all")
    director = factories.member(Role.DIRECTOR, collaborative=team.collaborative, team=team)

    listed = browse.as_(director).get("cycle_list")
    opened = browse.get("cycle_detail", shown.pk)

    for page in (listed, opened):
        links = re.findall(r'(?:href|action)="(/[^"#?]+pdsa/[^"#?]*)', page.content.decode())
        statuses = {link: browse.client.get(link).status_code for link in set(links)}
        assert set(statuses.values()) == {200}, statuses
    assert opened.context["may_write"] is False


def test_a_name_without_an_idea_is_asked_about_and_nothing_is_lost(browse, teacher):
    words = {"try-TOTAL_FORMS": 4, "try-INITIAL_FORMS": 0, "audience": "team"}
    words |= {"try-0-what": "A song", "try-0-look_back_on": TUESDAY, "try-1-whose_idea": "Hannah"}

    response = browse.as_(teacher).post("write_for_team", **words)

    assert response.status_code == 200
    assert "What is the idea of Hannah?" in text_of(response)
    assert response.context["formset"][0]["what"].value() == "A song"
    with acting_as(teacher):
        assert PDSACycle.objects.count() == 0
