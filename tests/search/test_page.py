"""The page: safe, the same queries whatever is found, and words of help where nothing is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from portal.search.finding import sought
from portal.search.kinds import Here
from portal.search.marking import marked
from portal.search.rules import typed
from tests import factories
from tests.factories import discussion, pdsa

OWN, DOOR = 6, 8  # queries of the page, and most of the door and the frame


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


def test_what_people_typed_stays_what_they_typed(look, teacher):
    discussion.post(teacher, title="<b>Zebra</b> & co", text="A <i>zebra</i> \x02here\x03.")

    page = look(teacher, words="zebra").content.decode()

    assert "&lt;b&gt;<mark>Zebra</mark>&lt;/b&gt; &amp; co" in page
    assert "<i>" not in page
    assert page.count("<mark>") == page.count("</mark>") == 2
    assert "\x02" not in page


def test_what_one_looks_for_is_shown_as_typed(look, teacher):
    page = look(teacher, words='"><script>x</script>').content.decode()

    assert "<script>x" not in page


@pytest.mark.capability("C282")
def test_the_same_queries_for_one_row_and_for_three(look, teacher, django_assert_num_queries):
    discussion.post(teacher, title="Zebra")
    look(teacher, words="zebra")
    counted = []
    for _more in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            look(teacher, words="zebra")
        counted.append(len(queries))
        discussion.post(teacher, title="Zebra again")
        pdsa.cycle(teacher, title="Zebra", what="In the yard")

    assert counted[0] == counted[1]


def test_nothing_found_says_so_and_what_one_could_try(look, teacher):
    page = pdsa.text_of(look(teacher, words="purple elephants", when="month"))

    assert "Nothing was found for “purple elephants”." in page
    assert "One alone: purple elephants" in page
    assert "Look through everything, of any time and from everybody" in page
    assert "ask in Learn together" in page


def test_nothing_of_a_kind_leads_to_everything(look, teacher):
    discussion.post(teacher, title="Zebra")

    page = pdsa.text_of(look(teacher, words="zebra", kind="dates"))

    assert "Nothing of this kind. There is something elsewhere: show everything" in page


def test_pages_follow_each_other_and_the_last_is_the_last(look, teacher):
    for number in range(17):
        discussion.post(teacher, title=f"Zebra {number}")

    pages = [look(teacher, words="zebra", page=number).context["answer"].page for number in ("1", "2", "99", "x")]

    assert [page.number for page in pages] == [1, 2, 2, 1]
    first, second = ({hit.url for hit in page.object_list} for page in pages[:2])
    assert (len(first), len(second), first & second) == (15, 2, set())


def test_the_search_is_found_on_every_page(client, teacher):
    client.force_login(User.objects.get(pk=teacher.user_id))
    place = f"/{teacher.organization_slug}/{teacher.collaborative_slug}/"

    page = client.get(place).content.decode()

    assert f'<form class="rail-search" action="{place}search/" role="search">' in page
    assert f'<a class="top-search" href="{place}search/">' in page


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=120))
def test_anything_can_be_looked_for(teacher, text):
    with pdsa.acting_as(teacher) as actor:
        asked = sought(Here(actor), typed(text))
        if asked.query:
            assert len(marked([(text, "words")], asked.query)) == 1
