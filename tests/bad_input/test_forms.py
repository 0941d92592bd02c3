"""Every form of the application, sent as no person would: a clear answer, never a 500, and nothing typed is lost."""

from functools import partial

import pytest

from collaborative.tenancy.enums import Role
from tests.bad_input import crawl, sending, values
from tests.bad_input.test_files import LISTS, WITH_FILES

# Each role tries its own part of the forms, so that processes can share them.
EVERY_ROLE = pytest.mark.parametrize("role", crawl.ROLES)


@EVERY_ROLE
def test_every_form_is_answered_clearly_whatever_is_sent(world, client, role):
    found = crawl.forms(crawl.sign_in(client, world, role), world, role)
    person = world.people["A", role].person

    with_files = {name for name, form in found.items() if form.has_files}
    assert with_files == {Role.TEACHER: WITH_FILES, Role.IMPLEMENTATION_TEAM: LISTS}.get(role, set())
    assert crawl.targets(role) - found.keys() - set(crawl.BY_SCRIPT) == set()
    assert {
        "badly filled in": wrong_answers(client, world, found, values.a_few),
        "by turns": [
            line for turn, form in enumerate(found.values()) for line in ways(client, world, person)[turn % 3](form)
        ],
    } == {"badly filled in": [], "by turns": []}


def ways(client, world, person):
    """What happens to a form that was filled in well; every form meets each of them in the slow tests."""
    return (
        sending.signed_out,
        partial(sending.without_token, client),
        lambda form: sending.tapped_twice(client, world, form, person),
    )


@pytest.mark.slow
@EVERY_ROLE
def test_every_field_of_every_form_is_answered_clearly_whatever_is_sent(world, client, role):
    found = crawl.forms(crawl.sign_in(client, world, role), world, role)

    assert wrong_answers(client, world, found, lambda all_of_them, key: all_of_them) == []
    person = world.people["A", role].person
    assert [line for form in found.values() for way in ways(client, world, person) for line in way(form)] == []


def wrong_answers(client, world, found, chosen):
    """What is wrong with the answers to each field of each form, filled in badly."""
    foreign = crawl.foreign_ids(world)
    wrong = []
    for name, form in sorted(found.items()):
        for one in form.each_kind():
            key = f"{name} {one.pattern}"
            for what, value in chosen(list(values.bad_values(one, foreign).items()), key):
                wrong += sending.unclear(client, form, f"{key}: {what}", form.answers_but(one.name, value), one.name)
    return wrong
