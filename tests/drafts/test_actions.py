"""What is being typed belongs to who types it, in the database too."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from collaborative.drafts.actions import draft_of, drop_draft, keep_draft, words_of
from collaborative.drafts.models import Draft
from collaborative.isolation.context import Context, current, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.pdsa import acting_as

THING = uuid.uuid4()


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


def keep(member, words, **values):
    return keep_draft(form="try", thing_id=THING, words=words, by=member.person_id, **values)


def test_the_latest_words_replace_the_earlier_and_the_version_they_were_begun_at_stays(teacher):
    with acting_as(teacher):
        first = keep(teacher, {"what": "one"}, opened_version=3)
        second = keep(teacher, {"what": "one song"}, opened_version=5)

        assert (second.pk, second.words, second.version, second.opened_version) == (
            first.pk, {"what": "one song"}, 2, 3,
        )  # fmt: skip
        assert words_of(form="try", thing_id=THING, by=teacher.person_id) == {"what": "one song"}


def test_a_draft_without_a_version_takes_the_first_one_it_is_told(teacher):
    with acting_as(teacher):
        keep(teacher, {"what": "one"})
        keep(teacher, {"what": "two"}, opened_version=4)

        assert draft_of(form="try", thing_id=THING, by=teacher.person_id).opened_version == 4


def test_dropping_leaves_nothing_and_dropping_nothing_is_fine(teacher):
    with acting_as(teacher):
        keep(teacher, {"what": "one"})
        for _time in range(2):
            drop_draft(form="try", thing_id=THING, by=teacher.person_id)

        assert (Draft.objects.count(), words_of(form="try", thing_id=THING, by=teacher.person_id)) == (0, {})


def test_one_draft_a_person_form_and_thing(teacher):
    with acting_as(teacher):
        keep(teacher, {})
        with pytest.raises(IntegrityError), transaction.atomic():
            Draft.objects.create(author_id=teacher.person_id, form="try", thing_id=THING)


def test_of_very_many_drafts_the_one_untouched_for_longest_makes_room(teacher, monkeypatch):
    monkeypatch.setattr("collaborative.drafts.actions.MOST", 3)
    things = [uuid.uuid4() for _number in range(5)]
    with acting_as(teacher):
        for thing_id in things[:3]:
            keep_draft(form="try", thing_id=thing_id, words={"what": "typed"}, by=teacher.person_id)
        keep_draft(form="try", thing_id=things[0], words={"what": "typed on"}, by=teacher.person_id)
        for thing_id in things[3:]:
            keep_draft(form="try", thing_id=thing_id, words={"what": "typed"}, by=teacher.person_id)

        kept = set(Draft.objects.values_list("thing_id", flat=True))
    assert kept == {things[0], things[3], things[4]}


def test_nobody_elses_drafts_make_room(teacher, team, monkeypatch):
    monkeypatch.setattr("collaborative.drafts.actions.MOST", 1)
    other = factories.member(Role.TEACHER, team=team)
    with acting_as(other):
        keep(other, {"what": "hers"})
    with acting_as(teacher):
        keep(teacher, {"what": "one"})
        keep_draft(form="other", thing_id=THING, words={"what": "two"}, by=teacher.person_id)

    with acting_as(other):
        assert words_of(form="try", thing_id=THING, by=other.person_id) == {"what": "hers"}


@pytest.mark.capability("C375")
@pytest.mark.parametrize(
    "role",
    [Role.TEAM_LEADER, Role.SENIOR_LEADER, Role.FACULTY_COACH, Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN],
)
def test_nobody_else_reads_changes_or_drops_a_draft(teacher, team, role):
    with acting_as(teacher):
        kept = keep(teacher, {"what": "mine alone"})
    other = factories.member(role, team=team, collaborative=team.collaborative)

    with acting_as(other):
        seen = list(Draft.objects.all())
        changed = Draft.objects.filter(pk=kept.pk).update(words={})
        dropped = Draft.objects.filter(pk=kept.pk).delete()[0]

    assert (seen, changed, dropped) == ([], 0, 0)
    with acting_as(teacher):
        assert words_of(form="try", thing_id=THING, by=teacher.person_id) == {"what": "mine alone"}


def test_without_a_person_there_are_no_drafts(teacher):
    with acting_as(teacher):
        keep(teacher, {"what": "mine alone"})

    with entered(Context(organization=current().organization)):
        assert Draft.objects.count() == 0
