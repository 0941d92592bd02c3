import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction

from collaborative.framework import actions
from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    GlossaryTerm,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.framework.rules import TemplateProblem
from collaborative.framework.templates import template_data
from collaborative.isolation.context import Context, entered
from collaborative.isolation.locking import ChangedMeanwhile
from tests import factories
from tests.factories.framework import aim, driver, framework, idea, secondary, term

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 24)


def load(collaborative, **values):
    return actions.load_framework(
        **{"collaborative": collaborative, "data": template_data("bsc-sel"), "by": None, "on": TODAY, **values}
    )


@pytest.mark.capability("C096", "C099", "C100", "C101", "C104")
def test_load_framework_writes_the_whole_template(collaborative):
    made = load(collaborative, origin="A template")

    made.refresh_from_db()
    assert (made.number, made.published_on, made.origin, len(made.questions)) == (1, TODAY, "A template", 3)
    drivers = PrimaryDriver.objects.filter(framework=made).order_by("position")
    counts = [SecondaryDriver.objects.filter(primary=row).count() for row in drivers]
    assert ([row.code for row in drivers], counts) == (["D1", "D2", "D3", "D4", "D5"], [6, 6, 6, 4, 8])
    assert Aim.objects.filter(framework=made).count() == 3
    assert StarterIdea.objects.filter(driver__framework=made).count() == 25
    assert GlossaryTerm.objects.filter(collaborative=collaborative).count() == 108


def test_load_framework_keeps_words_and_places(collaborative):
    made = load(collaborative)

    way = SecondaryDriver.objects.select_related("primary").get(primary__framework=made, code="D4.1")
    assert (way.primary.code, way.position, way.label) == (
        "D4", 1, "Have and use a system to collect and review data by race/ethnicity, language, gender, and ability",
    )  # fmt: skip
    first = StarterIdea.objects.select_related("driver", "secondary").order_by("position").first()
    assert (first.driver.code, first.secondary.code, first.role, first.title) == (
        "D1", "D1.2", "teacher", "A song for the next thing",
    )  # fmt: skip
    term = GlossaryTerm.objects.get(term="Run chart")
    assert (term.text, term.also) == (
        "Dots over time with a line through the middle, so you can see if something changed.", ["run charts"],
    )  # fmt: skip


def test_load_framework_without_a_day_stays_a_draft_until_published(collaborative):
    made = load(collaborative, on=None)
    assert made.published_on is None

    actions.publish_framework(made, by=None, on=TODAY)

    made.refresh_from_db()
    assert made.published_on == TODAY


def test_load_framework_a_second_time_is_the_next_version_and_keeps_the_words_it_has(collaborative):
    load(collaborative)
    GlossaryTerm.objects.filter(term="Run chart").update(text="Our own words.")

    second = load(collaborative)

    assert second.number == 2
    assert GlossaryTerm.objects.count() == 108
    assert GlossaryTerm.objects.get(term="Run chart").text == "Our own words."


def test_load_framework_of_a_bad_template_writes_nothing(collaborative):
    data = {**template_data("bsc-sel"), "glossary": "none"}

    with pytest.raises(TemplateProblem):
        load(collaborative, data=data)

    assert CollaborativeChangeFramework.objects.count() == 0


@pytest.mark.parametrize(
    ("make", "action", "words"),
    [
        (lambda c: framework(c), actions.edit_framework, {"name": "New", "need_and_opportunity": "Because."}),
        (lambda c: aim(framework(c)), actions.edit_aim, {"text": "New", "target": "half"}),
        (lambda c: driver(framework(c)), actions.edit_driver, {"short_title": "New", "rationale": "Because."}),
        (lambda c: secondary(driver(framework(c))), actions.edit_secondary, {"label": "New", "plain": "Simple"}),
        (lambda c: idea(driver(framework(c))), actions.edit_idea, {"title": "New", "what": "Try this"}),
        (lambda c: term(c), actions.edit_term, {"text": "New"}),
    ],
)
@pytest.mark.capability("C015")
def test_every_edit_is_kept_in_the_history_and_the_second_writer_is_told(collaborative, make, action, words):
    row = make(collaborative)

    action(row, version=1, by=None, **words)

    assert {name: getattr(row, name) for name in words} == words
    assert list(row.events.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "update"]
    with pytest.raises(ChangedMeanwhile):
        action(row, version=1, by=None, **words)


def test_add_idea_comes_after_the_others(collaborative):
    under = driver(framework(collaborative))
    idea(under, position=4)

    made = actions.add_idea(under, by=None, role_label="cook", title="Soup", what="Let two children stir")

    assert (made.position, made.title, made.driver_id) == (5, "Soup", under.pk)


def test_hide_idea_and_show_idea(collaborative):
    who = factories.person()
    row = idea(driver(framework(collaborative)))

    actions.hide_idea(row, by=who)
    row.refresh_from_db()
    assert row.hidden_at is not None and row.hidden_by_id == who.pk
    actions.show_idea(row, by=who)
    row.refresh_from_db()
    assert (row.hidden_at, row.hidden_by_id) == (None, None)


@pytest.mark.parametrize(
    "twice",
    [
        lambda c: [framework(c, number=1) for _ in range(2)],
        lambda c: [driver(of, code="D1") for of in [framework(c)] * 2],
        lambda c: [secondary(of, code="D1.1") for of in [driver(framework(c))] * 2],
        lambda c: [term(c, term="Aim") for _ in range(2)],
    ],
)
def test_codes_and_words_stand_once(collaborative, twice):
    with pytest.raises(IntegrityError), transaction.atomic():
        twice(collaborative)


def test_rows_of_another_organization_cannot_be_pointed_at(collaborative):
    other = uuid.uuid4()
    with entered(Context(organization=other)):
        factories.organization(id=other)
        theirs = framework(factories.collaborative())

    with pytest.raises(IntegrityError), transaction.atomic():
        Aim.objects.create(framework_id=theirs.pk, position=1, text="Reaching over")
