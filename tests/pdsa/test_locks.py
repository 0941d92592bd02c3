"""Who may read a try is decided in the database as well: these tests ask it directly, past every `visible_to`."""

import pytest
from django.db import IntegrityError, connection, transaction

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from pdsa import actions
from pdsa.models import CycleAnswer, PDSACycle, Photo, Ramp, TeamNeed
from tests import factories
from tests.factories.pdsa import TODAY, acting_as, cycle, group, picture

RUNGS = ("self", "group", "team", "team_staff", "all")
CycleEvent = PDSACycle.pgh_event_model


def words_seen():
    return set(PDSACycle.objects.order_by("pk").values_list("what", flat=True))


@pytest.fixture
def rungs(teacher, collaborative):
    """One try on each rung, named after it, by one teacher."""
    circle = group(collaborative, Role.TEACHER)
    for rung in RUNGS:
        cycle(teacher, what=rung, audience=rung, group=circle if rung == "group" else None)


@pytest.mark.capability("C167", "C375")
@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("teacher", {"self", "group", "team", "team_staff", "all"}),
        ("team_leader", {"team", "team_staff", "all"}),
        ("other_teacher", {"group", "all"}),
        ("coach", {"team_staff", "all"}),
    ],
)
def test_the_database_shows_each_rung_to_its_readers_alone(rungs, request, reader, expected):
    with acting_as(request.getfixturevalue(reader)) as actor:
        assert words_seen() == expected
        assert set(PDSACycle.objects.visible_to(actor).values_list("what", flat=True)) == expected


@pytest.mark.parametrize("role", [Role.SENIOR_LEADER, Role.FAMILY_PARTNER, Role.DIRECTOR, Role.OBSERVER])
def test_another_center_reads_only_what_all_teams_see(rungs, collaborative, role):
    member = factories.member(role, collaborative=collaborative, team=factories.team(collaborative))

    with acting_as(member):
        assert words_seen() == (set() if role == Role.OBSERVER else {"all"})


def test_without_a_person_nothing_is_seen_not_even_of_ones_own_organization(rungs, organization):
    with entered(Context(organization=organization.pk)):
        assert words_seen() == set()
        assert Ramp.objects.count() == 0


def test_a_ramp_tells_nothing_while_all_its_cycles_are_their_authors_own(teacher, team_leader):
    own = cycle(teacher, title="Not for anyone")

    with acting_as(team_leader):
        assert list(Ramp.objects.all()) == []
    with acting_as(teacher):
        actions.share_cycle(own, audience="team", by=teacher.person, on=TODAY)
    with acting_as(team_leader):
        assert [ramp.pk for ramp in Ramp.objects.all()] == [own.ramp_id]


@pytest.mark.capability("C380")
def test_history_follows_the_audience_of_its_moment(teacher, team_leader):
    posted = cycle(teacher, what="first words")
    with acting_as(teacher):
        actions.plan(posted, what="second words", by=teacher.person, on=TODAY)
        actions.share_cycle(posted, audience="team", by=teacher.person, on=TODAY)
        actions.plan(posted, what="third words", by=teacher.person, on=TODAY)

    with acting_as(teacher):
        own = list(CycleEvent.objects.order_by("pgh_id").values_list("what", "audience"))
    with acting_as(team_leader):
        seen = list(CycleEvent.objects.order_by("pgh_id").values_list("what", "audience"))

    assert seen == [("second words", "team"), ("third words", "team")]
    assert own == [("first words", "self"), ("second words", "self"), *seen]


def test_history_names_who_wrote(teacher, team_leader):
    posted = cycle(teacher, audience="team")

    with acting_as(team_leader):
        actions.do(posted, did="We sang.", by=team_leader.person, on=TODAY)
        last = CycleEvent.objects.order_by("-pgh_id").first()

    assert (last.pgh_context["person"], last.did) == (str(team_leader.person_id), "We sang.")


def test_nobody_but_the_author_can_take_a_try_back_to_just_me(teacher, team_leader):
    posted = cycle(teacher, audience="team")

    with acting_as(team_leader), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        PDSACycle.objects.filter(pk=posted.pk).update(audience="self")


def test_an_answer_goes_as_far_as_its_try(teacher, other_teacher, coach):
    posted = cycle(teacher, audience="all")
    with acting_as(other_teacher):
        actions.answer_cycle(posted, text="We sing too.", by=other_teacher.person, on=TODAY)
    with acting_as(coach):
        assert [answer.text for answer in CycleAnswer.objects.all()] == ["We sing too."]

    with acting_as(teacher):
        actions.share_cycle(posted, audience="self", by=teacher.person, on=TODAY)
        assert [answer.text for answer in CycleAnswer.objects.all()] == ["We sing too."]
    with acting_as(coach):
        assert list(CycleAnswer.objects.all()) == []
    with acting_as(other_teacher):
        assert [answer.text for answer in CycleAnswer.objects.all()] == ["We sing too."]


def test_needs_are_the_teams_alone(teacher, other_teacher, coach):
    with acting_as(teacher):
        actions.add_need(teacher.team, kind="cover", text="Cover on Tuesday", by=teacher.person, on=TODAY)

    for reader, expected in ((teacher, ["Cover on Tuesday"]), (other_teacher, []), (coach, [])):
        with acting_as(reader):
            assert [need.text for need in TeamNeed.objects.all()] == expected


def test_a_photo_stays_with_the_team_unless_everybody_in_it_agreed(teacher, other_teacher, team_leader):
    posted = cycle(teacher, audience="all")
    with acting_as(team_leader):
        actions.add_photo(posted, upload=picture(), by=team_leader.person, on=TODAY)
        actions.add_photo(posted, upload=picture(), everyone_agreed=True, by=team_leader.person, on=TODAY)

    for reader, expected in ((teacher, 2), (team_leader, 2), (other_teacher, 1)):
        with acting_as(reader):
            assert Photo.objects.count() == expected


VIOLATIONS = {
    "pdsacycle_names_its_group": {"audience": "group", "shown_on": TODAY},
    "pdsacycle_audience_known": {"audience": "faculty", "shown_on": TODAY},
    "cycle_closed_with_decision": {"stage": "closed"},
    "cycle_looks_back_after_start": {"starts_on": "2999-01-01"},
    "cycle_shown_has_day": {"audience": "team"},
    "cycle_says_what": {"what": ""},
}


@pytest.mark.parametrize("constraint", VIOLATIONS)
def test_what_must_never_be_false_of_a_cycle_is_refused(teacher, constraint):
    own = cycle(teacher)

    with acting_as(teacher), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PDSACycle.objects.filter(pk=own.pk).update(**VIOLATIONS[constraint])


def test_a_cycle_does_not_grow_from_itself_or_from_another_organization(teacher):
    own = cycle(teacher)

    with acting_as(teacher):
        for grown_from in (own.pk, "0199aaaa-aaaa-7aaa-aaaa-aaaaaaaaaaaa"):
            with pytest.raises(IntegrityError), transaction.atomic():
                PDSACycle.objects.filter(pk=own.pk).update(grown_from=grown_from)


def test_an_answer_without_words_is_refused(teacher):
    posted = cycle(teacher, audience="all")

    with acting_as(teacher):
        answer = actions.answer_cycle(posted, text="Words", by=teacher.person, on=TODAY)
        with pytest.raises(IntegrityError, match="answer_says_something"), transaction.atomic():
            CycleAnswer.objects.filter(pk=answer.pk).update(text="")
        with pytest.raises(IntegrityError, match="answer_replies_to_another"), transaction.atomic():
            CycleAnswer.objects.filter(pk=answer.pk).update(in_reply_to=answer.pk)


def test_history_cannot_be_rewritten_by_the_web(teacher):
    cycle(teacher)

    with acting_as(teacher), connection.cursor() as cursor:
        for statement in ("UPDATE pdsa_pdsacycleevent SET what = 'x'", "DELETE FROM pdsa_pdsacycleevent"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                cursor.execute(statement)
