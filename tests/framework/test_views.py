import pytest

from collaborative.framework import actions
from collaborative.framework.models import PrimaryDriver
from collaborative.framework.templates import template_data
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.framework import aim, driver, framework, idea, secondary, term
from tests.framework.shared import READERS, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", READERS)
@pytest.mark.capability("C096", "C102", "C111")
def test_framework_shows_every_role_the_whole_map(as_role, place, collaborative, role):
    actions.load_framework(
        collaborative=collaborative, data=template_data("bsc-sel"), by=None, on=collaborative.starts_on
    )

    response = as_role(role).get(f"{place}/")

    assert response.status_code == 200
    assert [driver.row.code for driver in response.context["drivers"]] == ["D1", "D2", "D3", "D4", "D5"]
    assert [len(driver.ways) for driver in response.context["drivers"]] == [6, 6, 6, 4, 8]
    assert [question["text"] for question in response.context["strip"]] == [
        "What are we trying to accomplish?",
        "How will we know a change is an improvement?",
        "What changes can we test that will lead to improvement?",
    ]
    for text in ("Teach children problem solving skills", "More rooms become places", "Family Partnership"):
        assert text in words(response)
    assert ("Change these words" in words(response)) == (role in (Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN))


def test_framework_is_not_for_applicants_and_outsiders(as_role, sign_in, place):
    assert as_role(Role.APPLICANT).get(f"{place}/").status_code == 403
    assert sign_in(factories.login_of(factories.person())).get(f"{place}/").status_code == 404


def test_framework_in_everyday_words(writer, place, collaborative):
    secondary(driver(framework(collaborative)), label="The field's words", plain="Everyday words")

    assert "The field&#x27;s words" in words(writer.get(f"{place}/"))
    everyday = words(writer.get(f"{place}/?words=everyday"))
    assert "Everyday words" in everyday and "The field&#x27;s words" not in everyday


def test_framework_before_there_is_one_says_what_will_stand_here(as_role, place):
    response = as_role(Role.TEACHER).get(f"{place}/")

    assert (response.status_code, response.context["framework"]) == (200, None)
    assert "This page is waiting for its map" in words(response)


def test_a_draft_is_seen_by_who_writes_it_and_by_nobody_else_until_published(as_role, place, collaborative):
    draft = framework(collaborative, published_on=None, name="Still a draft")

    assert "Still a draft" not in words(as_role(Role.TEACHER).get(f"{place}/"))
    assert "Still a draft" in words(as_role(Role.IMPLEMENTATION_TEAM).get(f"{place}/"))
    with entered(Context(organization=draft.organization_id)):
        under = driver(draft, code="D1")
    assert as_role(Role.TEACHER).get(f"{place}/drivers/{under.code}/").status_code == 404

    published = as_role(Role.IMPLEMENTATION_TEAM).post(f"{place}/{draft.pk}/publish/")

    assert published.status_code == 302
    assert "Still a draft" in words(as_role(Role.TEACHER).get(f"{place}/"))


def test_framework_of_another_collaborative_or_organization_never_shows(as_role, place, collaborative):
    framework(collaborative, name="Ours")
    framework(factories.collaborative(), name="Next door", number=7)

    for role in (Role.TEACHER, Role.ORGANIZATION_ADMIN):
        seen = words(as_role(role).get(f"{place}/"))
        assert "Ours" in seen and "Next door" not in seen


def test_framework_takes_the_same_number_of_queries_for_one_and_for_many(
    writer, place, collaborative, django_assert_num_queries
):
    made = framework(collaborative)
    aim(made)
    secondary(driver(made))
    writer.get(f"{place}/")
    with django_assert_num_queries(QUERIES_FRAMEWORK):
        writer.get(f"{place}/")
    with entered(Context(organization=made.organization_id)):
        for _ in range(2):
            aim(made)
            under = driver(made)
            secondary(under)
            secondary(under)
    with django_assert_num_queries(QUERIES_FRAMEWORK):
        writer.get(f"{place}/")


QUERIES_FRAMEWORK = 15  # 8 of the door, 6 of its own
QUERIES_DRIVER = 16  # 8 of the door, 8 of its own


@pytest.mark.capability("C102")
def test_driver_shows_why_the_ways_and_small_ideas(as_role, place, collaborative):
    under = driver(framework(collaborative), code="D4", short_title="Equity", rationale="It matters much.")
    secondary(under, code="D4.1", label="Look at numbers by group", plain="We look together")
    idea(under, role="family_partner", role_label="family partner", title="Whose family is on the wall?")
    mine = idea(under, role="teacher", role_label="teacher", title="Two columns")

    response = as_role(Role.TEACHER).get(f"{place}/drivers/D4/")

    for text in ("Equity", "It matters much.", "Look at numbers by group", "We look together", "Two columns"):
        assert text in words(response)
    assert [row.title for row in response.context["ideas"]] == ["Two columns", "Whose family is on the wall?"]
    assert f"/pdsa/start/?idea={mine.pk}" in words(response)


def test_driver_offers_try_this_only_to_who_may_try(as_role, place, collaborative):
    idea(driver(framework(collaborative), code="D1"))

    assert "Try this" in words(as_role(Role.FAMILY_PARTNER).get(f"{place}/drivers/D1/"))
    for role in (Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM, Role.DIRECTOR, Role.OBSERVER):
        assert "Try this" not in words(as_role(role).get(f"{place}/drivers/D1/"))


def test_driver_takes_the_same_number_of_queries_for_one_and_for_many(
    writer, place, collaborative, django_assert_num_queries
):
    made = framework(collaborative)
    under = driver(made, code="D1")
    secondary(under)
    idea(under)
    writer.get(f"{place}/drivers/D1/")
    with django_assert_num_queries(QUERIES_DRIVER):
        writer.get(f"{place}/drivers/D1/")
    with entered(Context(organization=made.organization_id)):
        for _ in range(2):
            secondary(driver(made))
            idea(under, secondary=secondary(under))
    with django_assert_num_queries(QUERIES_DRIVER):
        writer.get(f"{place}/drivers/D1/")


def test_driver_that_is_not_there_is_404(as_role, place, collaborative):
    framework(collaborative)

    assert as_role(Role.TEACHER).get(f"{place}/drivers/D9/").status_code == 404


@pytest.mark.capability("C036")
def test_glossary_by_letter_and_by_what_one_looks_for(as_role, place, collaborative):
    term(collaborative, term="Median", text="Half are above it.", also=["middle line"])
    term(collaborative, term="metric", text="Something we count.")
    term(collaborative, term="Aim", text="What we hope for.")
    client = as_role(Role.FAMILY_PARTNER)

    def letters(address):
        groups = client.get(address).context["letters"]
        return [(group["letter"], [row.term for row in group["terms"]]) for group in groups]

    assert letters(f"{place}/glossary/") == [("A", ["Aim"]), ("M", ["Median", "metric"])]
    assert letters(f"{place}/glossary/?q=MIDDLE") == [("M", ["Median"])]
    assert letters(f"{place}/glossary/?q=nothing%20like%20it") == []


def test_glossary_takes_the_same_number_of_queries_for_one_and_for_many(
    as_role, place, collaborative, django_assert_num_queries
):
    client = as_role(Role.TEACHER)
    term(collaborative)
    client.get(f"{place}/glossary/")
    with django_assert_num_queries(9):
        client.get(f"{place}/glossary/")
    with entered(Context(organization=collaborative.organization_id)):
        term(collaborative)
        term(collaborative)
    with django_assert_num_queries(9):
        client.get(f"{place}/glossary/")


def test_the_template_is_read_by_the_driver_page_too(as_role, place, collaborative):
    actions.load_framework(
        collaborative=collaborative, data=template_data("bsc-sel"), by=None, on=collaborative.starts_on
    )
    codes = list(PrimaryDriver.objects.order_by("position").values_list("code", flat=True))
    client = as_role(Role.DIRECTOR)

    assert [client.get(f"{place}/drivers/{code}/").status_code for code in codes] == [200] * 5
