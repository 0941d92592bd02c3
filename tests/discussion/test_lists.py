"""The list of posts: what it shows of what one asks for, a page after the other, and what still waits."""

import datetime

import pytest
from django.utils import timezone

from collaborative.discussion.models import Post
from collaborative.discussion.rules import working_days_waited
from collaborative.schedule.models import Closure
from tests.factories.discussion import TODAY, circle, post, reply
from tests.factories.pdsa import acting_as, cycle, driver, text_of
from tests.factories.schedule import planned_date

DAY = datetime.timedelta(days=1)


def shown(page):
    return [line.words.title for line in page.context["lines"]]


def aged(made, member, days):
    """The post as if it had been written that many days ago."""
    moment = timezone.now() - days * DAY
    with acting_as(member):
        Post.objects.filter(pk=made.pk).update(posted_at=moment, active_at=moment)


@pytest.mark.capability("C277")
def test_what_was_said_last_stands_first_and_pages_neither_overlap_nor_lose_any(browse, people, monkeypatch):
    monkeypatch.setattr("collaborative.discussion.views.lists.PER_PAGE", 4)
    teacher = people["teacher"]
    made = [post(teacher, title=f"Post {number}") for number in range(10)]
    moment = timezone.now() - 3 * DAY
    with acting_as(teacher):  # all said in the same moment: the key decides
        Post.objects.update(active_at=moment)
    reply(made[0], people["coach"])

    found, address = [], {}
    for _page in range(4):
        page = browse("other teacher").get("post_list", **address)
        found.append(shown(page))
        if not page.context["older"]:
            break
        address = {"before": page.context["older"].split("before=")[1].replace("%3A", ":").replace("%2B", "+")}

    assert found[0][0] == "Post 0"
    assert [len(titles) for titles in found] == [4, 4, 2]
    assert sorted(title for titles in found for title in titles) == sorted(f"Post {number}" for number in range(10))


@pytest.mark.parametrize("before", ["nonsense", "2026-01-01_x", "2026-01-01T00:00:00_x", "_", "2026-13-01T00:00:00Z_1"])
def test_a_place_in_the_list_that_is_none_begins_at_the_top(browse, people, before):
    post(people["teacher"], title="One")

    assert shown(browse("teacher").get("post_list", before=before)) == ["One"]


@pytest.mark.capability("C277")
def test_the_list_is_narrowed_by_kind_driver_place_and_person(browse, people, teachers, collaborative):
    calm = driver(collaborative, short_title="Calm")
    ours = circle(people["teacher"])
    post(people["teacher"], title="Question", kind="question", driver=calm)
    post(people["teacher"], title="In the group", audience="group", group=teachers)
    post(people["teacher"], title="In our circle", audience="group", circle=ours)
    post(people["teacher"], title="Team", audience="team")
    post(people["coach"], title="Theirs")

    def titles(**asked):
        return sorted(shown(browse("teacher").get("post_list", **asked)))

    assert titles(show="question") == ["Question"]
    assert titles(driver=str(calm.pk)) == ["Question"]
    assert titles(to=f"group:{teachers.pk}") == ["In the group"]
    assert titles(to=f"circle:{ours.pk}") == ["In our circle"]
    assert titles(to="team") == ["Team"]
    assert titles(show="mine") == ["In our circle", "In the group", "Question", "Team"]
    assert len(titles(show="nonsense", to="group:nonsense", driver="x", date="y")) == 5


@pytest.mark.capability("C277")
def test_a_post_speaks_of_a_try_and_each_is_seen_by_its_own_audience(browse, people):
    hers = cycle(people["teacher"], what="SING-AT-THE-DOOR", audience="team")
    browse("teacher").post("post_write", text="What do you think?", audience="all", **{"try": str(hers.pk)})
    with acting_as(people["teacher"]):
        made = Post.objects.get()

    mine = text_of(browse("team leader").get("post_detail", made.pk))
    others = browse("other teacher").get("post_detail", made.pk)
    narrowed = browse("team leader").get("post_list", **{"try": str(hers.pk)})

    assert made.try_id == hers.pk
    assert "SING-AT-THE-DOOR" in mine
    assert (others.status_code, "SING-AT-THE-DOOR" in text_of(others)) == (200, False)
    assert len(narrowed.context["lines"]) == 1
    assert browse("other teacher").get("post_list", **{"try": str(hers.pk)}).context["asked"].about is None


def test_nobody_hangs_a_post_on_a_try_they_may_not_see(browse, people):
    hers = cycle(people["teacher"])

    browse("other teacher").post("post_write", text="Hm", audience="all", **{"try": str(hers.pk)})

    with acting_as(people["other teacher"]):
        assert Post.objects.get().try_id is None


def test_the_page_of_a_try_shows_the_talk_about_it_to_who_may_read_that(browse, people, client):
    shown_to_all = cycle(people["teacher"], audience="all")
    post(people["teacher"], title="Only for us", audience="team", try_id=shown_to_all.pk)
    post(people["teacher"], title="For everybody", try_id=shown_to_all.pk)

    def talk(who):
        place = "/".join(browse(who).place)
        return {str(made) for made, _url in client.get(f"/{place}/pdsa/{shown_to_all.pk}/").context["threads"]}

    assert talk("team leader") == {"Only for us", "For everybody"}
    assert talk("other teacher") == {"For everybody"}


def test_a_post_speaks_of_a_date_and_is_found_from_it(browse, people, collaborative, client):
    meeting = planned_date(collaborative, title="Evening with families", on=TODAY + 3 * DAY)
    browse("teacher").post("post_write", text="Who cooks?", audience="all", planned_date=str(meeting.pk))

    page = browse("coach").get("post_list", date=str(meeting.pk))
    dates = client.get(f"/{'/'.join(browse.place)}/schedule/").content.decode()

    assert [line.words.text for line in page.context["lines"]] == ["Who cooks?"]
    assert "Evening with families" in text_of(page)
    assert f"?date={meeting.pk}" in dates


@pytest.mark.capability("C278")
def test_what_waits_stands_with_its_age_in_words_and_another_team_first(browse, people, collaborative, monkeypatch):
    monkeypatch.setattr("collaborative.discussion.waiting.holidays_of", lambda *_: frozenset())
    calm = driver(collaborative, short_title="Calm")
    cycle(people["other teacher"], what="A corner with a sand timer", audience="all", driver=calm)
    old = post(people["teacher"], title="OLD", kind="question", driver=calm)
    post(people["teacher"], title="JUST ASKED", kind="question")
    post(people["teacher"], title="JOY", kind="celebration")
    answered = post(people["teacher"], title="ANSWERED", kind="question")
    reply(answered, people["coach"])
    only_oneself = post(people["family partner"], title="ONLY ONESELF", kind="question")
    reply(only_oneself, people["family partner"])
    aged(old, people["teacher"], 8)

    page = browse("project team").get("waiting")

    ripe, fresh = ([entry.line.words.title for entry in page.context[part]] for part in ("ripe", "fresh"))
    (entry,) = page.context["ripe"]
    assert (ripe, sorted(fresh)) == (["OLD"], ["JUST ASKED", "ONLY ONESELF"])
    assert [near.title for near in entry.near] == ["A corner with a sand timer"]
    assert entry.waited.endswith("working days ago")
    words = text_of(page)
    assert words.index("Another team may know") < words.index("Answer it yourself")
    assert browse("teacher").get("waiting").status_code == 403


@pytest.mark.capability("C278")
def test_asking_another_team_begins_an_answer_that_names_who_leads_it(browse, people):
    made = post(people["other teacher"], kind="question")

    page = browse("project team").get("post_detail", made.pk, ask=str(people["teacher"].team_id))

    form, leader = page.context["form"], people["team leader"]
    assert form["people"].value() == [str(leader.person_id)]
    assert form["text"].value() == (
        f"{leader.team.center.name} is trying something near this. Would you tell us what you found?"
    )


def test_days_a_center_is_closed_do_not_count_as_waiting(browse, people, monkeypatch):
    monkeypatch.setattr("collaborative.discussion.waiting.holidays_of", lambda *_: frozenset())
    made = post(people["teacher"], title="OLD", kind="question")
    aged(made, people["teacher"], 8)
    Closure.objects.create(
        center_id=people["teacher"].team.center_id, starts_on=TODAY - 10 * DAY, ends_on=TODAY, why="Snow"
    )

    page = browse("project team").get("waiting")

    assert (page.context["ripe"], [entry.waited for entry in page.context["fresh"]]) == ([], [""])


MONDAY = datetime.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("since", "today", "silent", "days"),
    [
        (MONDAY, MONDAY, set(), 0),
        (MONDAY, MONDAY + 2 * DAY, set(), 2),
        (MONDAY + 4 * DAY, MONDAY + 7 * DAY, set(), 1),
        (MONDAY, MONDAY + 4 * DAY, {MONDAY + 2 * DAY}, 3),
        (MONDAY - 365 * DAY, MONDAY, set(), 42),
    ],
)
def test_working_days_are_counted(since, today, silent, days):
    assert working_days_waited(since, today, silent) == days


@pytest.mark.parametrize("posts", [1, 3])
def test_what_waits_asks_the_same_for_one_and_three(browse, people, collaborative, posts, django_assert_num_queries):
    calm = driver(collaborative, short_title="Calm")
    for _number in range(posts):
        post(people["teacher"], kind="question", driver=calm)
    browse("project team")

    with django_assert_num_queries(16):
        browse.get("waiting")


@pytest.mark.capability("C291")
def test_coaches_and_the_project_team_write_what_was_heard_on_a_call(browse, people):
    browse("coach").post("post_write", title="Three themes", text="Doors", audience="all", kind="themes")
    by_teacher = browse("teacher").post("post_write", text="Doors", audience="all", kind="themes")

    assert shown(browse("family partner").get("post_list", show="themes")) == ["Three themes"]
    assert list(by_teacher.context["form"].errors) == ["kind"]


@pytest.mark.capability("C289")
def test_a_celebration_says_who_made_it_happen_and_for_which_driver(browse, people, collaborative):
    calm = driver(collaborative, short_title="Calm rooms")
    browse("teacher").post(
        "post_write", text="He greets everybody", audience="all", kind="celebration", who="Our bus driver",
        driver=str(calm.pk),
    )  # fmt: skip

    words = text_of(browse("family partner").get("post_list", show="celebration"))

    assert "Thanks to Our bus driver" in words
    assert "Speaks of Calm rooms" in words


def test_words_in_another_language_are_offered_as_written(browse, people):
    browse("teacher").post("post_write", text="Cantamos en la puerta", audience="all", language="es")

    page = browse("coach").get("post_list")

    assert "Written in Spanish" in text_of(page)
    assert 'lang="es"' in page.content.decode()
