"""From an older collaborative come its framework, words, dates and numbers; never what people said or counted."""

import datetime

import pytest

from collaborative.discussion.models import Post
from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    GlossaryTerm,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.onboarding.models import CommitmentLetter, Expectation, PreworkAssignment, PreworkDay
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.models import AffinityGroup, House, Membership, Team
from metrics.models import Metric, MetricDriver, MetricVersion, Observation
from pdsa.models import PDSACycle
from portal.starting import sources
from tests import factories
from tests.factories import houses as made

pytestmark = [pytest.mark.django_db, pytest.mark.capability("C104")]
DAYS = [datetime.date(2028, 3, 7) + datetime.timedelta(days=days) for days in (0, 130, 230, 350)]


@pytest.fixture
def older(organization):
    return made.started()


def again(older, **values):
    return made.started(
        older=older.collaborative, template_key="", name="Second", short_name="Second", session_days=DAYS, **values
    )


def words(model, collaborative, *names, **where):
    path = {"framework": "framework__collaborative", "driver": "driver__framework__collaborative"}
    key = where.pop("by", "collaborative")
    rows = model.objects.shown().filter(**{path.get(key, key): collaborative})
    return sorted(map(str, rows.values_list(*names)))


def test_framework_glossary_numbers_and_role_groups_come_along(older):
    second = again(older)

    for model, names, by in (
        (CollaborativeChangeFramework, ("name", "note", "need_and_opportunity", "questions", "published_on"), ""),
        (Aim, ("position", "text", "measure", "target"), "framework"),
        (PrimaryDriver, ("position", "code", "short_title", "long_title", "rationale"), "framework"),
        (SecondaryDriver, ("code", "label", "statement", "plain"), "primary__framework__collaborative"),
        (StarterIdea, ("position", "role", "what", "with_whom", "how_to_tell", "secondary__code"), "driver"),
        (GlossaryTerm, ("term", "text", "also", "language"), ""),
        (Metric, ("key", "name", "why", "hope", "is_required", "position", "goal"), ""),
        (MetricVersion, ("kind", "collect", "numerator_words", "denominator_words", "counts_families", "guidance"),
         "metric__collaborative"),
        (MetricDriver, ("metric__key", "driver__code", "secondary__code"), "metric__collaborative"),
        (AffinityGroup, ("role", "name"), ""),
        (LearningSession, ("number", "name", "title", "purpose", "days"), ""),
    ):  # fmt: skip
        where = {"by": by} if by else {}
        first = words(model, older.collaborative, *names, **where)
        assert first, model
        assert words(model, second.collaborative, *names, **where) == first


def test_dates_come_along_as_distances(older):
    call = PlannedDate.objects.get(collaborative=older.collaborative, title="Pre-work day")
    PlannedDate.objects.filter(pk=call.pk).update(done_on=made.TODAY, link="https://example.org/room", is_pinned=True)

    second = again(older)

    sessions = LearningSession.objects.filter(collaborative=second.collaborative).in_order()
    assert [row.starts_on for row in sessions] == DAYS
    same = PlannedDate.objects.get(collaborative=second.collaborative, title="Pre-work day")
    assert (same.anchor_id, same.done_on, same.link, same.is_pinned) == (sessions[0].starts_id, None, "", False)
    assert same.offset_days == (call.on - made.DAYS[0]).days
    first = {row.number: row for row in ActionPeriod.objects.filter(collaborative=older.collaborative).in_order()}
    for row in ActionPeriod.objects.filter(collaborative=second.collaborative).in_order():
        assert (row.name, row.focus) == (first[row.number].name, first[row.number].focus)
        assert row.starts.offset_days == first[row.number].starts.offset_days


def test_texts_and_words_come_along_and_the_origin_is_kept(older):
    House.objects.filter(pk=older.pk).update(
        vocabulary={"center": {"en": ["program", "programs"]}}, welcome_words="Come in.", equity_words="In D5."
    )
    older.collaborative.practical_supports = "We pay for your time."
    older.collaborative.save(update_fields=["practical_supports"])

    second = again(older)

    assert (second.vocabulary, second.welcome_words, second.equity_words, second.opened_at) == (
        {"center": {"en": ["program", "programs"]}}, "Come in.", "In D5.", None,
    )  # fmt: skip
    assert second.collaborative.practical_supports == "We pay for your time."
    assert (second.origin_id, second.origin_words) == (older.collaborative_id, "Words and Stories")
    assert CollaborativeChangeFramework.objects.get(collaborative=second.collaborative).origin == "Words and Stories"
    assert second.collaborative.state == "building"


@pytest.mark.parametrize("hidden", [StarterIdea, GlossaryTerm])
def test_what_was_taken_off_a_page_stays_off(older, hidden):
    row = hidden.objects.order_by("pk").first()
    hidden.objects.filter(pk=row.pk).update(hidden_at=older.created_at)

    second = again(older)

    key = "driver__framework__collaborative" if hidden is StarterIdea else "collaborative"
    assert hidden.objects.filter(**{key: second.collaborative}).count() == (
        hidden.objects.shown().filter(**{key: older.collaborative}).count()
    )


def test_nothing_of_people_comes_along(older, organization):
    team = factories.team(older.collaborative)
    leader = factories.member("team_leader", team=team)
    AffinityGroup.objects.filter(collaborative=older.collaborative).update(coach=leader.person)
    Post.objects.create(collaborative=older.collaborative, author=leader.person, audience="all", text="Hello.")

    second = again(older)

    here = second.collaborative
    assert not Membership.objects.filter(collaborative=here).exists()
    assert not Team.objects.filter(collaborative=here).exists()
    assert not Post.objects.filter(collaborative=here).exists()
    assert not PDSACycle.objects.filter(collaborative=here).exists()
    assert not Observation.objects.filter(team__collaborative=here).exists()
    assert set(AffinityGroup.objects.filter(collaborative=here).values_list("coach", "co_lead")) == {(None, None)}


def test_an_older_one_that_was_changed_by_hand_is_read_as_it_is(older):
    LearningSession.objects.filter(collaborative=older.collaborative, number=4).update(hidden_at=older.created_at)
    PlannedDate.objects.filter(title="Hello call for all new teams").update(anchor=None, offset_days=None)

    source = sources.of_older(older.collaborative, today=made.TODAY)

    assert [session.number for session in source.plan.sessions] == [1, 2, 3]
    assert "Hello call for all new teams" not in [line.title for line in source.plan.lines]  # it was for one day alone
    assert "Pre-work day" in [line.title for line in source.plan.lines]


def test_what_was_asked_is_asked_again_with_its_days_and_nobodys_signature(older):
    second = again(older)

    for model, names in (
        (Expectation, ("role", "what", "how_much", "when", "whose_time", "cover")),
        (CommitmentLetter, ("title", "text")),
        (PreworkAssignment, ("key", "position", "title", "why", "how", "where", "leads_to", "instead_of_day")),
        (PreworkDay, ("objectives", "plan")),
    ):
        first = words(model, older.collaborative, *names)
        assert first, model
        assert words(model, second.collaborative, *names) == first
    days = {
        row.key: row.ready_by.offset_days
        for row in PreworkAssignment.objects.filter(collaborative=second.collaborative).select_related("ready_by")
    }
    assert all(-100 < days[key] < 0 for key in days)
    titles = PlannedDate.objects.shown().filter(collaborative=second.collaborative).values_list("title", flat=True)
    assert len([title for title in titles if title == "Our storyboard"]) == 1
