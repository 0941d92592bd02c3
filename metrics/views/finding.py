"""What every door here looks up first: the team, the metric, the person. What one may not see is a 404."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from collaborative.tenancy.actors import TeamRow, can
from collaborative.tenancy.models import Person, Team

from .. import catalogue


def address(request, name, *args):
    """The address of a page of this room in the collaborative one is in."""
    actor = request.actor
    return reverse(f"metrics:{name}", args=[actor.organization_slug, actor.collaborative_slug, *args])


def go_to(request, name, *args):
    return redirect(address(request, name, *args))


def way_out(request, name, *args, team=None):
    """The address of a file to take along, for who may (for this team's, where one is given); nothing for others."""
    row = TeamRow.of(team) if team else None
    return address(request, name, *args) if can(request.actor, "export", "number", row) else ""


def teams_to_take_out(actor):
    """The teams whose numbers the actor may take along: by role alone, not by what teams agreed to show each other."""
    return [team for team in teams_within_reach(actor) if can(actor, "export", "number", TeamRow.of(team))]


def own_team(actor):
    """The team this person counts with or, for a director, whose center it is; None for staff."""
    ids = actor.own_team_ids
    return _teams(actor).filter(pk=ids[0]).first() if ids else None


def team_that_counts(actor):
    """The person's own team, as far as they may put in numbers for it."""
    team = own_team(actor)
    if team is None:
        raise Http404
    return team


def team_within_reach(actor, team_id):
    """A team whose numbers the actor may read by name."""
    team = _teams(actor).filter(pk=team_id).first() if team_id in actor.number_team_ids else None
    if team is None:
        raise Http404
    return team


def teams_within_reach(actor):
    """All teams whose numbers the actor may read by name, in the order of their centers' names.

    Those of centers that left among them: what they counted before is part of earlier periods.
    """
    teams = _teams(actor).filter(pk__in=actor.number_team_ids)
    columns = ("organization_id", "collaborative_id", "name", "center__name")
    return list(teams.only(*columns).order_by("center__name", "pk"))


def teams_that_count(actor):
    """Those of them that take part today, for what is read of today."""
    return [team for team in teams_within_reach(actor) if team.pk not in actor.left_team_ids]


def _teams(actor):
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    return teams.select_related("center").order_by("pk")


def metric_or_404(actor, metric_id):
    metric = catalogue.metric_of(actor, metric_id)
    if metric is None:
        raise Http404
    return metric


def me(actor):
    """The acting person as a row."""
    return Person.objects.visible_to(actor).get(pk=actor.person_id)


def just_hidden(request, name):
    """What was just taken off the page, to offer the way back; None otherwise."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None
