"""What stands on people's homes: decided tries, words of others, counted weeks, calls and dates."""

import datetime

from django.urls import reverse
from django.utils import timezone

from collaborative.isolation.context import Context, current_organization_id, entered
from collaborative.people.models import User
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup
from metrics import periods
from pdsa import actions
from portal.notices.models import FriendlyCall
from tests import factories
from tests.factories import metrics
from tests.factories.pdsa import acting_as, cycle

TODAY = timezone.localdate()
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)


def team_at(collaborative, center_name):
    """A team that is called by its center's name."""
    return factories.team(collaborative, name="", center=factories.center(name=center_name))


def named(role, first_name, **values):
    """A member with a first name and no other."""
    person = factories.person(first_name=first_name, family_name="", **values.pop("details", {}))
    return factories.member(role, person=person, **values)


def decided(membership, decision, **values):
    """A try shown to all that a team has decided on, with its reason."""
    made = cycle(membership, **{"audience": "all", **values})
    with acting_as(membership):
        how = {"by": membership.person, "on": TODAY}
        actions.study(made, compared="It fits with what we thought", **how)
        actions.act(made, decision=decision, decision_reason="We saw enough", **how)
    return made


def answer(cycle_, membership, **words):
    """What a member said to somebody's try."""
    with acting_as(membership):
        return actions.answer_cycle(cycle_, by=membership.person, on=words.pop("on", TODAY), **words)


def counted(team, metric, counts, *, of=46):
    """The last full weeks of a team hold these counts, the newest last; None where nothing was put in."""
    last = periods.starts_before("week", periods.start_of("week", TODAY), 1)
    weeks = periods.last_starts("week", last, len(counts))
    numbers = Context(organization=current_organization_id(), teams=(team.pk,), number_teams=(team.pk,))
    with entered(numbers):
        definition, by = metrics.definition(metric), factories.person()
        for start, count in zip(weeks, counts, strict=True):
            if count is not None:
                metrics.observation(team, definition, start, by=by, on=TODAY, numerator=count, denominator=of)


def metric(collaborative, name, **values):
    """A number that has been counted for more than a year."""
    return metrics.metric(collaborative, name=name, on=TODAY - 60 * WEEK, **values)


def call(by, team, **values):
    """A line on the list of friendly calls, as somebody of the project team puts it there."""
    with acting_as(by):
        return FriendlyCall.objects.create(
            **{"collaborative": team.collaborative, "team": team, "why": "A new team leader.", "since": TODAY, **values}
        )


def circle(collaborative, role, name, **values):
    """A role group."""
    return AffinityGroup.objects.create(collaborative=collaborative, role=role, name=name, **values)


def coach_of(team, first_name="Keisha", **values):
    """A faculty coach who walks with a team."""
    coach = named(Role.FACULTY_COACH, first_name, collaborative=team.collaborative, **values)
    factories.assignment(coach.person, team)
    return coach


def home_of(client, membership, **query):
    """The first page of a member, as the client gets it."""
    client.force_login(User.objects.get(pk=membership.user_id))
    place = [membership.organization_slug, membership.collaborative_slug]
    return client.get(reverse("home:home", args=place), query)
