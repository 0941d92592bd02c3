"""The first lock alone gives each role what is hers; without its scope, each queryset is noticed."""

import pytest
from django.db.models import Q

from tests.conftest import OWNER
from tests.proofs.opened import opened, unlocked
from tests.proofs.reach import has_narrower_scope, scoped_models, shown_though_hidden, strays

# A leader's own notes: the world's are those of a teacher, who has none, so nobody is given them either way.
NOBODY_READS_THEM_HERE = {"VoicesQuerySet"}


@pytest.fixture
def first_lock_alone(open_world):
    """The world as the tables' owner sees it, whom the second lock does not hold."""
    with opened(*unlocked(), role=OWNER):
        yield open_world


def by_queryset():
    """{queryset class: the tables that are read with it}."""
    found = {}
    for model in scoped_models():
        found.setdefault(type(model._default_manager.all()), []).append(model)
    return found


def widened(queryset, actor, membership, scope):
    """Every scope but `none` as far as the whole collaborative."""
    return queryset.everything_in(membership) if str(scope) != "none" else Q(pk__in=[])


MUTANTS = {
    "unscoped": ("reach", lambda queryset, actor, verb: Q()),
    "with every scope widened": ("scope_condition", widened),
}


@pytest.mark.capability("C001", "C375")
def test_the_first_lock_alone_gives_each_role_what_is_written_by_hand(first_lock_alone):
    assert list(strays(first_lock_alone)) == []
    assert list(shown_though_hidden(first_lock_alone)) == []


@pytest.mark.slow
def test_every_scope_taken_away_is_noticed(first_lock_alone, monkeypatch):
    unnoticed = []
    for (queryset, models), (what, (method, mutant)) in [
        (one, other) for one in by_queryset().items() for other in MUTANTS.items()
    ]:
        if what != "unscoped" and not any(map(has_narrower_scope, models)):
            continue
        with monkeypatch.context() as patch:
            patch.setattr(queryset, method, mutant)
            if next(strays(first_lock_alone, models), None) is None:
                unnoticed.append((queryset.__name__, what))

    assert len(by_queryset()) > 25
    assert unnoticed == []


def test_rows_put_away_are_noticed_when_a_queryset_shows_them(first_lock_alone, monkeypatch):
    unnoticed = []
    for queryset, models in by_queryset().items():
        with monkeypatch.context() as patch:
            patch.setattr(queryset, "shown", lambda rows: rows.all())
            if list(shown_though_hidden(first_lock_alone, models)) != [model._meta.label for model in models]:
                unnoticed.append(queryset.__name__)

    assert set(unnoticed) == NOBODY_READS_THEM_HERE
