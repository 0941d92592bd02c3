"""The shelf: links and files for everybody, found by driver and by words, read again at every opening."""

import datetime

import pytest

from collaborative.discussion.models import ShelfItem
from collaborative.tenancy.models import Membership
from tests.factories.discussion import sheet, shelf_item
from tests.factories.pdsa import acting_as, driver, text_of

READERS = [
    "teacher", "team leader", "senior leader", "other teacher", "family partner", "coach", "project team", "director",
    "observer",
]  # fmt: skip


@pytest.mark.capability("C279")
def test_everyone_in_the_collaborative_finds_links_and_files(browse, people):
    item = shelf_item(people["teacher"], title="A sheet", link="", upload=sheet(words=b"count here"))
    shelf_item(people["coach"], title="A link", description="Good at nap time")

    shown = {who: [line.item.title for line in browse(who).get("shelf").context["page"]] for who in people}
    opened = {who: browse(who).get("shelf_file", item.pk) for who in people}

    assert shown == dict.fromkeys(READERS, ["A link", "A sheet"]) | {"observer": ["A link"]}
    assert {who: file.content for who, file in opened.items() if file.status_code == 200} == dict.fromkeys(
        READERS[:-1], b"count here"
    )
    assert opened["observer"].status_code == 404


@pytest.mark.capability("C279")
def test_putting_something_there_says_what_it_is_good_for_and_for_which_driver(browse, people, collaborative):
    calm = driver(collaborative, short_title="Calm rooms")

    response = browse("teacher").post(
        "shelf_put", title="Breathing", description="For hard moments", link="example.org/breathe", driver=str(calm.pk)
    )
    page = browse("family partner").get("shelf")

    assert response.url == browse.url("shelf")
    with acting_as(people["teacher"]):
        item = ShelfItem.objects.get()
    assert (item.title, item.description, item.link, item.driver_id, item.file_id, item.author_id) == (
        "Breathing", "For hard moments", "https://example.org/breathe", calm.pk, None, people["teacher"].person_id,
    )  # fmt: skip
    assert "Calm rooms" in text_of(page)


@pytest.mark.capability("C279")
def test_the_shelf_is_browsed_by_driver_and_searched_by_words(browse, people, collaborative):
    calm, talk = driver(collaborative), driver(collaborative)
    shelf_item(people["teacher"], title="Breathing", driver=calm)
    shelf_item(people["teacher"], title="Ten questions", description="for a first talk", driver=talk)
    shelf_item(people["teacher"], title="A song")

    def titles(**query):
        return [line.item.title for line in browse("teacher").get("shelf", **query).context["page"]]

    assert titles() == ["A song", "Breathing", "Ten questions"]
    assert titles(driver=str(calm.pk)) == ["Breathing"]
    assert titles(words="TALK") == ["Ten questions"]
    assert titles(driver=str(calm.pk), words="talk") == []
    assert titles(driver="nonsense") == ["A song", "Breathing", "Ten questions"]


@pytest.mark.parametrize(
    ("link", "with_file", "said"),
    [
        ("", False, "Please give a link or a file"),
        ("https://example.org/", True, "Please give a link or a file"),
        ("not a link", False, "This does not look like a link yet"),
    ],
)
def test_a_form_that_comes_back_keeps_what_was_typed(browse, people, link, with_file, said):
    files = {"file": sheet()} if with_file else {}

    page = browse("teacher").post("shelf_put", title="Songs", description="Good ones", link=link, **files)

    form = page.context["form"]
    assert [form[name].value() for name in ("title", "description", "link")] == ["Songs", "Good ones", link]
    assert said in text_of(page)
    assert ("Please choose the file again" in text_of(page)) is with_file


@pytest.mark.capability("C279")
def test_who_left_the_collaborative_opens_nothing_any_more(browse, people):
    item = shelf_item(people["teacher"], link="", upload=sheet())
    before = browse("family partner").get("shelf_file", item.pk).status_code
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    Membership.objects.filter(pk=people["family partner"].pk).update(ends_on=yesterday)

    assert (before, browse.get("shelf_file", item.pk).status_code) == (200, 404)


def test_an_item_leaves_the_shelf_by_who_put_it_there_or_who_keeps_it_tidy(browse, people):
    item = shelf_item(people["teacher"], link="", upload=sheet())

    refused = browse("other teacher").post("shelf_hide", item.pk)
    hidden = browse("project team").post("shelf_hide", item.pk)
    gone = browse("teacher").get("shelf_file", item.pk)
    by_author = browse.post("shelf_show", item.pk)
    back = browse("project team").post("shelf_show", item.pk)

    assert (refused.status_code, hidden.status_code, gone.status_code) == (403, 200, 404)
    assert (by_author.status_code, back.url) == (404, browse.url("shelf"))


@pytest.mark.parametrize("items", [1, 3])
def test_the_shelf_asks_the_same_for_one_and_three(browse, people, collaborative, items, django_assert_num_queries):
    calm = driver(collaborative)
    for _number in range(items):
        shelf_item(people["teacher"], link="", upload=sheet(), driver=calm)
    browse("other teacher")

    with django_assert_num_queries(13):
        page = browse.get("shelf")

    assert len(page.context["page"].object_list) == items


def test_who_put_it_there_is_named_as_that_person_chose(browse, people):
    shelf_item(people["teacher"], title="By role")
    shown = people["coach"].person
    shown.shown_as = "first_name"
    shown.save()
    shelf_item(people["coach"], title="By name")

    def named(who):
        return [(line.item.title, line.by) for line in browse(who).get("shelf").context["page"]]

    assert named("other teacher") == [("By name", shown.first_name), ("By role", "")]
    assert named("teacher") == [("By name", shown.first_name), ("By role", people["teacher"].person.first_name)]
    assert named("observer") == [("By name", ""), ("By role", "")]
