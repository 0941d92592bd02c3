"""The pages of trying something, as the people who use them meet them."""

import pytest

from collaborative.drafts.actions import keep_draft
from collaborative.framework.models import SecondaryDriver
from pdsa import actions
from pdsa.models import PDSACycle
from tests.factories.pdsa import TODAY, TUESDAY, acting_as, cycle, driver, idea, text_of


@pytest.mark.capability("C167", "C168")
def test_cycle_start_takes_two_answers_and_shows_it_to_nobody(browse, teacher, team_leader):
    response = browse.as_(teacher).post("cycle_start", what="Two mornings with a song", look_back_on=TUESDAY)

    with acting_as(teacher):
        [made] = PDSACycle.objects.all()
        assert response.url == browse.url("cycle_detail", made.pk)
        assert (made.what, made.audience, made.author_role, made.stage) == (
            "Two mornings with a song",
            "self",
            "teacher",
            "plan",
        )
    assert browse.as_(team_leader).get("cycle_detail", made.pk).status_code == 404


def test_cycle_start_proposes_next_tuesday(browse, teacher):
    form = browse.as_(teacher).get("cycle_start").context["form"]

    assert form["look_back_on"].value().weekday() == 1
    assert 2 <= (form["look_back_on"].value() - TODAY).days <= 8


def test_cycle_start_keeps_everything_typed_when_something_is_not_right(browse, teacher):
    response = browse.as_(teacher).post("cycle_start", what="A song", where="At the door", look_back_on="nonsense")

    assert response.status_code == 200
    assert {name: response.context["form"][name].value() for name in ("what", "where", "look_back_on")} == {
        "what": "A song",
        "where": "At the door",
        "look_back_on": "nonsense",
    }


@pytest.mark.capability("C170")
def test_cycle_start_asks_once_for_the_tuesday_version(browse, teacher):
    big = {"what": "A new song for every room", "look_back_on": TUESDAY}

    first = browse.as_(teacher).post("cycle_start", **big)
    second = browse.post("cycle_start", **big, size_asked="on")

    assert "What would the Tuesday version be?" in text_of(first)
    assert 'name="size_asked" value="on"' in first.content.decode()
    assert second.status_code == 302


def test_cycle_start_shows_the_ideas_of_the_driver_and_fills_the_form_with_one(browse, teacher, collaborative):
    other, chosen = driver(collaborative), driver(collaborative)
    ideas = [idea(chosen, position=number, what=f"Idea {number}") for number in range(1, 6)]
    elsewhere = [idea(other)]

    listed = browse.as_(teacher).get("cycle_start", driver=chosen.pk)
    taken = browse.get("cycle_start", idea=ideas[2].pk)

    shelves = [(shelf.driver, shelf.ideas, shelf.is_open) for shelf in listed.context["shelves"]]
    assert shelves == [(other, elsewhere, False), (chosen, ideas, True)]
    assert taken.context["form"]["what"].value() == "Idea 3"
    assert taken.context["form"]["driver"].value() == str(chosen.pk)


def test_cycle_start_sent_twice_makes_one_row(browse, teacher):
    words = {"what": "A song", "look_back_on": TUESDAY, "form_key": "0199aaaa-aaaa-7aaa-aaaa-aaaaaaaaaaaa"}

    first = browse.as_(teacher).post("cycle_start", **words)
    second = browse.post("cycle_start", **words)

    assert first.url == second.url
    with acting_as(teacher):
        assert PDSACycle.objects.count() == 1


def test_cycle_start_gives_back_what_was_being_typed(browse, teacher, collaborative):
    with acting_as(teacher):
        keep_draft(form="try-start", thing_id=collaborative.pk, words={"what": "Half a tho"}, by=teacher.person_id)

    form = browse.as_(teacher).get("cycle_start").context["form"]
    browse.post("cycle_start", what="Half a thought", look_back_on=TUESDAY)

    assert form["what"].value() == "Half a tho"
    assert browse.get("cycle_start").context["form"]["what"].value() is None


@pytest.mark.capability("C175")
def test_cycle_list_is_grouped_by_stage_and_filtered_by_driver_and_person(browse, teacher, team_leader, collaborative):
    chosen = driver(collaborative)
    ready = cycle(teacher, what="Ready", look_back_on=TODAY, driver=chosen)
    planned = cycle(teacher, what="Planned")
    done = cycle(team_leader, what="Let go", audience="team")
    with acting_as(team_leader):
        actions.act(done, decision="let_go", decision_reason="Too loud.", by=team_leader.person, on=TODAY)

    board = browse.as_(teacher).get("cycle_list").context["board"]
    by_driver = browse.get("cycle_list", driver=chosen.pk).context["board"]
    by_person = browse.get("cycle_list", person=team_leader.person_id).context["board"]

    def shape(board):
        return [(str(heading), [line.cycle.pk for line in lines]) for heading, lines in board]

    assert shape(board) == [
        ("Ready to look back", [ready.pk]),
        ("Planned and being tried", [planned.pk]),
        ("What we learned from", [done.pk]),
    ]
    assert shape(by_driver) == [("Ready to look back", [ready.pk])]
    assert shape(by_person) == [("What we learned from", [done.pk])]


def test_other_teams_shows_posted_tries_by_center(browse, teacher, other_teacher, coach):
    cycle(teacher, what="Not shown")
    cycle(teacher, what="In our team", audience="team")
    shown = cycle(teacher, what="For all", audience="all")

    for member in (other_teacher, coach):
        lines = browse.as_(member).get("other_teams").context["lines"]
        assert [(line.cycle.pk, line.center, line.who) for line in lines] == [
            (shown.pk, teacher.team.center.name, "Teacher")
        ]
    assert browse.as_(teacher).get("other_teams").context["lines"] == []


@pytest.mark.capability("C172", "C173")
def test_a_cycle_goes_from_plan_to_the_next_cycle(browse, teacher):
    begun = cycle(teacher, prediction="All will sing")
    browse.as_(teacher)
    browse.post("cycle_do", begun.pk, opened_version=1, did="We sang", saw="Two sang along")
    study = browse.get("cycle_study", begun.pk)
    browse.post("cycle_study", begun.pk, opened_version=2, compared="Fewer than we thought", for_whom="Not yet for two")
    decided = browse.post("cycle_act", begun.pk, opened_version=3, decision="change", next_step="Sing slower")
    offered = browse.get("cycle_next", begun.pk)
    browse.post("cycle_next", begun.pk, what="Sing slower", look_back_on=TUESDAY)

    assert "All will sing" in text_of(study)
    assert "Two sang along" in text_of(study)
    assert decided.url == browse.url("cycle_next", begun.pk)
    assert offered.context["form"]["what"].value() == f"{begun.what}\nSing slower"
    with acting_as(teacher):
        first, second = PDSACycle.objects.order_by("pk").numbered()
    assert (first.stage, first.decision, first.decided_on) == ("closed", "change", TODAY)
    assert (second.ramp_id, second.grown_from_id, second.number, second.audience) == (
        begun.ramp_id,
        first.pk,
        2,
        "self",
    )


def test_letting_go_leads_back_to_the_try_and_asks_how_one_is_shown(browse, teacher):
    begun = cycle(teacher, audience="all")

    asked = browse.as_(teacher).get("cycle_act", begun.pk)
    response = browse.post(
        "cycle_act", begun.pk, opened_version=1, decision="let_go", decision_reason="Too loud", shown_as="first_name"
    )

    assert "shown_as" in asked.context["form"].fields
    assert response.url == browse.url("cycle_detail", begun.pk)
    assert "worth as much as any other" in text_of(browse.get("cycle_detail", begun.pk))
    with acting_as(teacher):
        begun.refresh_from_db()
    assert (begun.decision, begun.shown_as, begun.audience) == ("let_go", "first_name", "all")


def test_deciding_without_any_finding_says_what_to_do_first(browse, teacher):
    begun = cycle(teacher)

    response = browse.as_(teacher).post("cycle_act", begun.pk, opened_version=1, decision="grow", next_step="Two rooms")

    assert response.status_code == 200
    assert "Write one line about what happened first" in text_of(response)
    assert response.context["form"]["next_step"].value() == "Two rooms"


def test_the_second_of_two_writers_sees_both_versions_and_chooses(browse, teacher, team_leader):
    shared = cycle(teacher, audience="team")
    browse.as_(team_leader).post("cycle_do", shared.pk, opened_version=1, did="Hers")

    response = browse.as_(teacher).post("cycle_do", shared.pk, opened_version=1, did="Mine", saw="And more")

    assert response.status_code == 409
    assert "Hers" in text_of(response)
    assert "Mine" in text_of(response)
    with acting_as(teacher):
        shared.refresh_from_db()
    assert (shared.did, shared.version) == ("Hers", 2)
    chosen = browse.post("cycle_do", shared.pk, opened_version=shared.version, did="Mine and hers", saw="And more")
    assert chosen.status_code == 302


def test_a_draft_begun_before_somebody_saved_does_not_overwrite(browse, teacher, team_leader):
    shared = cycle(teacher, audience="team")
    with acting_as(teacher):
        keep_draft(
            form="try-do", thing_id=shared.pk, words={"did": "Mine", "opened_version": "1"}, by=teacher.person_id
        )
    browse.as_(team_leader).post("cycle_do", shared.pk, opened_version=1, did="Hers")

    form = browse.as_(teacher).get("cycle_do", shared.pk).context["form"]

    assert (form["did"].value(), form["opened_version"].value()) == ("Mine", "1")
    assert browse.get("cycle_do", shared.pk, saved="1").context["form"]["did"].value() == "Hers"


def test_a_list_has_one_line_a_ramp_and_one_for_each_cycle_let_go(browse, teacher):
    first = cycle(teacher, what="First", audience="team")
    with acting_as(teacher):
        actions.act(first, decision="let_go", decision_reason="Too loud", by=teacher.person, on=TODAY)
        second = actions.start_next(first, what="Second", look_back_on=TODAY, by=teacher.person, on=TODAY)
        actions.study(second, compared="As we thought", by=teacher.person, on=TODAY)
        actions.act(second, decision="grow", by=teacher.person, on=TODAY)
        third = actions.start_next(second, what="Third", look_back_on=TODAY, by=teacher.person, on=TODAY)
        actions.study(third, compared="As we thought", by=teacher.person, on=TODAY)

    board = browse.as_(teacher).get("cycle_list").context["board"]

    assert [(str(heading), [line.name for line in lines]) for heading, lines in board] == [
        ("Looked back. What next?", ["Third"]),
        ("What we learned from", ["First"]),
    ]


def test_the_staircase_keeps_every_cycle_and_says_where_it_grew_from(browse, teacher):
    first = cycle(teacher, what="First", audience="team")
    with acting_as(teacher):
        actions.act(first, decision="let_go", decision_reason="Too loud", by=teacher.person, on=TODAY)
        actions.start_next(first, what="Second", look_back_on=TODAY, by=teacher.person, on=TODAY)
        third = actions.start_next(first, what="Third", look_back_on=TODAY, by=teacher.person, on=TODAY)

    steps = browse.as_(teacher).get("cycle_detail", third.pk).context["steps"]

    assert [(step.eyebrow, step.name, step.kind, step.says, bool(step.url)) for step in steps] == [
        ("Cycle 1", "First", "let-go", "Let it go", True),
        ("Cycle 2", "Second", "next", "Planned", True),
        ("Cycle 3, grown from cycle 1", "Third", "next", "Planned", False),
    ]


@pytest.mark.capability("C171")
def test_a_try_hangs_on_a_driver_and_on_what_the_team_works_on(browse, teacher, collaborative):
    chosen = driver(collaborative)
    exact = SecondaryDriver.objects.create(primary=chosen, position=1, code="D1.1", label="Warm hellos")
    with acting_as(teacher):
        line = actions.set_priority(teacher.team, text="Arrivals", by=teacher.person, on=TODAY)
    own = cycle(teacher)

    words = {"what": own.what, "look_back_on": TUESDAY, "opened_version": 1}
    browse.as_(teacher).post("cycle_plan", own.pk, **words, secondary=exact.pk, priority=line.pk)

    with acting_as(teacher):
        own.refresh_from_db()
    assert (own.driver_id, own.secondary_id, own.priority_id) == (chosen.pk, exact.pk, line.pk)
    page = text_of(browse.get("cycle_detail", own.pk))
    assert "Warm hellos" in page
    assert "Arrivals" in page
