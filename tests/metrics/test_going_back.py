"""Going back to a page saved before and saving again: the number is corrected, never doubled, never lost."""

import pytest

from collaborative.tenancy.enums import Role
from metrics import periods
from metrics.models import Observation
from tests import factories
from tests.factories import metrics as making
from tests.metrics.reading import words


@pytest.fixture
def talks(maple):
    return making.metric(maple.collaborative, name="Two-way talks", key="talks")


@pytest.fixture
def send(client, sign_in, maple, talks, today):
    """`send(person, numerator)`: the page as it was first opened comes back with this number."""
    week = periods.to_count_now("week", today)

    def sending(person, numerator, version=0):
        sign_in(person)
        prefix = f"{making.definition(talks).pk.hex}-all"
        data = {"numerator": numerator, "denominator": 46, "version": version}
        data |= {"rooms": ["Ladybugs", "Sunflowers", "Explorers"]}
        sent = {f"{prefix}-{name}": value for name, value in data.items()}
        return client.post(f"{maple.url}enter/?period={week}", sent)

    return sending


def stored(maple, reach):
    with reach(maple.team):
        return list(Observation.objects.values_list("numerator", "version"))


def test_saving_again_corrects_ones_own_number(send, client, maple, reach):
    first, second = send(maple.leader, 34), send(maple.leader, 31)

    assert (first.status_code, second.status_code, second.url) == (302, 302, maple.url)
    assert stored(maple, reach) == [(31, 2)]
    assert "Thank you, it is in." in words(client.get(maple.url))


def test_the_third_time_too(send, maple, reach):
    for numerator in (34, 31, 29):
        send(maple.leader, numerator)

    assert stored(maple, reach) == [(29, 3)]


def test_the_same_again_is_one_number_and_says_so(send, client, maple, reach):
    send(maple.leader, 34)
    client.get(maple.url)

    again = send(maple.leader, 34)

    assert (again.status_code, again.url, stored(maple, reach)) == (302, maple.url, [(34, 1)])
    assert "Thank you, it is in already. Nothing else changed." in words(client.get(maple.url))


def test_an_older_number_of_ones_own_is_asked_about(send, maple, reach):
    send(maple.leader, 34)
    send(maple.leader, 31, version=1)

    asked = send(maple.leader, 34)

    page = words(asked)
    assert asked.status_code == 409
    assert "You put this in since you opened this page:" in page
    assert "31 of 46, 67%" in page
    assert stored(maple, reach) == [(31, 2)]
    send(maple.leader, 34, version=2)
    assert stored(maple, reach) == [(34, 3)]


def test_what_somebody_else_wrote_in_between_is_never_overwritten(send, maple, reach):
    teacher = factories.member(Role.TEACHER, team=maple.team).person
    send(maple.leader, 34)
    send(teacher, 33, version=1)

    asked = send(maple.leader, 31)

    assert asked.status_code == 409
    assert "Somebody on your team put this in while you were writing:" in words(asked)
    assert stored(maple, reach) == [(33, 2)]


def test_what_needs_a_look_is_named_at_the_top_with_a_way_to_it(send, talks, maple):
    page = words(send(maple.leader, 50))

    anchor = f"{making.definition(talks).pk.hex}-all"
    top = page.split('id="look-again"')[1].split("</div>")[0]
    assert top.startswith(' tabindex="-1" data-focus-first')
    assert f'<a href="#{anchor}">Two-way talks</a>' in top
    assert f'<fieldset id="{anchor}"' in page
