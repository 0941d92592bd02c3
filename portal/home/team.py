"""The homes of people in a team: teachers and team leaders, family partners, senior leaders, and directors outside."""

from collaborative.discussion.tasks import own_tasks
from collaborative.onboarding.pages import getting_ready
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Collaborative, Team
from metrics.catalogue import metrics_of

from . import parts


def team_home(actor) -> dict:
    """What can we try by next Tuesday?"""
    team_ids, metrics = actor.own_team_ids, metrics_of(actor)
    from_teams, from_coach = parts.answers_to(actor, team_ids)
    question, posts = parts.question_and_posts(actor)
    return {
        "ready": getting_ready(actor),
        "team": Team.objects.visible_to(actor).select_related("center", "collaborative").get(pk=team_ids[0]),
        "priorities": parts.priorities(actor, team_ids),
        "trying": parts.trying(actor, team_ids),
        "from_teams": parts.newest_first(from_teams, posts),
        "from_coach": from_coach,
        "question": question,
        "tasks": own_tasks(actor),
        "still_to_come": parts.still_to_come(actor, team_ids[0], metrics),
        "chart": parts.chart_in_turn(actor, team_ids[0], metrics),
        "coming": parts.what_comes(actor, limit=3),
        "needs": parts.needs(actor, team_ids) if actor.has_role(Role.SENIOR_LEADER) else [],
        "is_team_leader": actor.has_role(Role.TEAM_LEADER),
        "is_senior_leader": actor.has_role(Role.SENIOR_LEADER),
    }


def family_home(actor) -> dict:
    """What we are trying in plain words, one question, dates with their supports, and the role group."""
    team_ids = actor.own_team_ids
    collaborative = Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id)
    groups = AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).select_related("coach", "co_lead")
    from_teams, _from_coach = parts.answers_to(actor, team_ids)
    weekly, posts = parts.question_and_posts(actor)
    question = weekly or parts.question_for_family(actor)
    posts = [post for post in posts if post != question]
    return {
        "ready": getting_ready(actor),
        "trying": parts.trying(actor, team_ids, limit=3),
        "question": question,
        "from_teams": parts.newest_first(from_teams, posts),
        "tasks": own_tasks(actor),
        "coming": parts.what_comes(actor, limit=4),
        "supports": [line for line in collaborative.practical_supports.splitlines() if line],
        "groups": list(groups.order_by("name", "pk")),
        "chart": parts.chart_in_turn(actor, team_ids[0], metrics_of(actor)),
    }


def director_home(actor) -> dict:
    """What the team of the director's center chose to show to all, and what is planned."""
    team = _team(actor)
    return {"team": team, **_shown(actor, team), "coming": parts.what_comes(actor, limit=3)}


def story(actor) -> dict | None:
    """A team's page to print and hand on: only what is shown to all stands on it. None for who has no team here."""
    team = _team(actor)
    return team and {"team": team, **_shown(actor, team), "learned": parts.learned_by(actor, [team.pk])}


def _team(actor):
    teams = Team.objects.visible_to(actor).select_related("center").filter(pk__in=actor.own_team_ids[:1])
    return teams.first() if actor.own_team_ids else None


def _shown(actor, team):
    if team is None:
        return {}
    return {
        "priorities": parts.priorities(actor, [team.pk]),
        "trying": parts.shown_by(actor, [team.pk]),
        "chart": parts.chart_in_turn(actor, team.pk, metrics_of(actor)),
    }
