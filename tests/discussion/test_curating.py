"""The shelf kept tidy: a few new things a week, tags, what is recommended, merged, retired, translated and used."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from collaborative.discussion.models import ShelfItem, ShelfUse
from collaborative.discussion.rules import monday_of, shows_from
from tests.factories.discussion import TODAY, shelf_item
from tests.factories.pdsa import acting_as, driver, text_of

MONDAY = monday_of(TODAY)
WEEK = datetime.timedelta(weeks=1)


def titles(page):
    return [line.item.title for line in page.context["page"]]


@pytest.mark.capability("C280")
def test_beyond_a_few_new_ones_a_week_it_waits_for_the_next_or_for_the_curators_yes(browse, people):
    for number in range(4):
        browse("teacher").post("shelf_put", title=f"Song {number}", link=f"example.org/{number}")
    with acting_as(people["teacher"]):
        last = ShelfItem.objects.get(title="Song 3")

    mine, others = titles(browse.get("shelf")), titles(browse("other teacher").get("shelf"))
    by_other = browse.post("shelf_now", last.pk).status_code
    browse("project team").post("shelf_now", last.pk)

    assert last.shows_from == MONDAY + WEEK
    assert (len(mine), others) == (4, ["Song 0", "Song 1", "Song 2"])
    assert by_other == 403
    assert len(titles(browse("other teacher").get("shelf"))) == 4


@pytest.mark.parametrize(
    ("new", "day"),
    [
        ({}, TODAY),
        ({MONDAY: 2}, TODAY),
        ({MONDAY: 3}, MONDAY + WEEK),
        ({MONDAY: 3, MONDAY + WEEK: 5}, MONDAY + 2 * WEEK),
    ],
)
def test_the_next_week_with_room(new, day):
    assert shows_from(TODAY, new, 3) == day


@pytest.mark.capability("C279")
def test_the_shelf_is_filtered_by_role_age_and_language(browse, people, collaborative):
    shelf_item(people["teacher"], title="For cooks of words", roles=["teacher"], ages=["toddler"], spoken="es")
    shelf_item(people["teacher"], title="For everybody")
    shelf_item(people["teacher"], title="For families", roles=["family_partner"])

    def found(**asked):
        return titles(browse("teacher").get("shelf", **asked))

    assert found(role="teacher") == ["For cooks of words", "For everybody"]
    assert found(age="infant") == ["For everybody", "For families"]
    assert found(spoken="es") == ["For cooks of words"]
    assert found(role="nonsense", spoken="xx") == ["For cooks of words", "For everybody", "For families"]
    assert found(order="newest") == ["For families", "For everybody", "For cooks of words"]


@pytest.mark.capability("C280")
def test_the_curator_recommends_retires_and_brings_back(browse, people):
    item = shelf_item(people["teacher"])
    browse("project team").post("shelf_feature", item.pk)
    recommended = [line.item.title for line in browse("teacher").get("shelf").context["recommended"]]
    browse("project team").post("shelf_retire", item.pk)
    gone, kept = titles(browse("teacher").get("shelf")), browse("project team").get("shelf_retired").context["lines"]
    browse.post("shelf_return", item.pk)

    assert (recommended, gone, [line.item.title for line in kept]) == ([item.title], [], [item.title])
    assert titles(browse("teacher").get("shelf")) == [item.title]
    assert browse("coach").post("shelf_retire", item.pk).status_code == 403


@pytest.mark.capability("C280")
def test_two_of_the_same_become_one_and_what_teams_said_goes_along(browse, people):
    one, other = shelf_item(people["teacher"], title="Songs"), shelf_item(people["teacher"], title="Songs again")
    browse("teacher").post("shelf_used", other.pk, words="At the door")
    browse("project team").post("shelf_merge", other.pk, into=str(one.pk))

    page = browse("other teacher").get("shelf")

    assert titles(page) == ["Songs"]
    assert "Used by 1 team" in text_of(page)
    with acting_as(people["teacher"]):
        assert ShelfUse.objects.get().item_id == one.pk


@pytest.mark.capability("C279")
def test_a_team_says_that_it_used_something_once_in_its_own_words(browse, people):
    item = shelf_item(people["coach"])
    browse("teacher").post("shelf_used", item.pk, words="At the door")
    browse("team leader").post("shelf_used", item.pk, words="At nap time, too")
    browse("other teacher").post("shelf_used", item.pk)

    page = text_of(browse("family partner").get("shelf"))
    staff = browse("coach").get("shelf_used", item.pk).status_code
    browse("teacher").post("shelf_not_used", item.pk)

    assert "Used by 2 teams" in page
    assert "At nap time, too" in page
    assert "At the door" not in page
    assert staff == 403
    assert "Used by 1 team" in text_of(browse("family partner").get("shelf"))


@pytest.mark.capability("C368")
def test_a_language_version_stands_beside_its_original_and_says_how_far_it_is(browse, people, client):
    item = shelf_item(people["coach"], title="Small tries")
    address = browse("teacher").url("shelf_put") + f"?of={item.pk}"
    response = client.post(
        address, {"title": "Pruebas pequeñas", "link": "example.org/es", "spoken": "es", "translated": "machine"}
    )

    page = browse("other teacher").get("shelf")

    assert response.status_code == 302
    assert titles(page) == ["Small tries"]
    words = text_of(page)
    assert "Pruebas pequeñas" in words
    assert "Machine-made, please check" in words


def test_a_language_version_says_how_far_it_is_in_the_database_too(people):
    item = shelf_item(people["coach"])

    with acting_as(people["coach"]), pytest.raises(IntegrityError), transaction.atomic():
        ShelfItem.objects.filter(pk=item.pk).update(translated="whole")


def test_tags_are_changed_by_who_put_it_there_and_an_old_page_overwrites_nothing(browse, people, collaborative):
    calm = driver(collaborative, short_title="Calm")
    item = shelf_item(people["teacher"])
    browse("teacher").post("shelf_edit", item.pk, title="Door songs", driver=str(calm.pk), ages=["infant"], version=1)

    old = browse.post("shelf_edit", item.pk, title="Old", version=1)
    by_other = browse("other teacher").get("shelf_edit", item.pk).status_code

    with acting_as(people["teacher"]):
        item.refresh_from_db()
    assert (item.title, item.driver_id, item.ages) == ("Door songs", calm.pk, ["infant"])
    assert (old.context["theirs"].title, by_other) == ("Door songs", 403)
