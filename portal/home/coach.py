"""The home of a faculty coach: which teams have something new to show, and who could help better."""

import datetime

from django.db.models import Exists, F, OuterRef

from collaborative.discussion.tasks import own_tasks
from collaborative.tenancy.enums import TEAM_ROLES, Role
from collaborative.tenancy.models import AffinityGroup, Team
from pdsa import pages
from pdsa.enums import AnswerKind
from pdsa.models import CycleAnswer, PDSACycle

from . import parts

A_MONTH = datetime.timedelta(days=30)
NEW = datetime.timedelta(days=45)
SHOWN = 8


def coach_home(actor) -> dict:
    """New things of the assigned teams that no coach has answered yet, and how teams help each other."""
    fresh = _new_to_show(actor)
    groups = AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids)
    teams = Team.objects.visible_to(actor).filter(pk__in=actor.assigned_team_ids).select_related("center")
    return {
        "teams_with_news": len({line.cycle.team_id for line in fresh}),
        "fresh": fresh[:SHOWN],
        "has_answered": not fresh and _has_answered(actor),
        "answered_by_teams": _answered_by_teams(actor),
        "from_others": parts.newest_of_others(actor, limit=3),
        "groups": list(groups.order_by("name", "pk")),
        "teams": list(teams.order_by("center__name", "pk")),
        "posts": parts.posts_of_others(actor),
        "tasks": own_tasks(actor),
        "coming": parts.what_comes(actor, limit=4),
    }


def _new_to_show(actor):
    said = CycleAnswer.objects.filter(cycle=OuterRef("pk"), author_role=Role.FACULTY_COACH, hidden_at=None)
    cycles = PDSACycle.objects.visible_to(actor).of_teams(actor.assigned_team_ids).posted().for_lines()
    cycles = cycles.filter(shown_on__gte=actor.today - NEW).exclude(Exists(said))
    return [pages.line(cycle, actor) for cycle in cycles.newest_first()[: 3 * SHOWN]]


def _has_answered(actor):
    """Whether their teams have shown anything at all of late."""
    cycles = PDSACycle.objects.visible_to(actor).of_teams(actor.assigned_team_ids).posted()
    return cycles.filter(shown_on__gte=actor.today - NEW).exists()


def _answered_by_teams(actor):
    """How many questions and tries other teams answered in the last month: teams answer teams."""
    answers = CycleAnswer.objects.visible_to(actor).exclude(kind=AnswerKind.THANKS)
    answers = answers.filter(author_role__in=TEAM_ROLES, said_on__gte=actor.today - A_MONTH)
    return answers.exclude(author_team_id=F("team_id")).count()
