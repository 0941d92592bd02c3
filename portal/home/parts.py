"""The parts homes are made of: what we are trying, what others say, numbers, dates. One or two queries each."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils.translation import gettext as _

from collaborative.discussion.enums import PostKind
from collaborative.discussion.lines import line_of
from collaborative.discussion.models import Post
from collaborative.discussion.rules import monday_of
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import TEAM_ROLES, Role
from metrics.entry import WEEKS_BACK
from metrics.pages import card_of, dots_of, is_all_in
from metrics.series import LAST, alike, first_start, rows_of, series_of
from pdsa import pages, wording
from pdsa.enums import AnswerKind
from pdsa.models import CycleAnswer, PDSACycle, Priority, TeamNeed

FEW = 5
OTHERS = 2
STILL_TO_COME = 3  # lines
FOUR_WEEKS = 28
WEEK = 7


@dataclass(frozen=True)
class Heard:
    """Something somebody said, short enough for a card: the words, who and on what, and where it leads."""

    words: str
    language: str
    by: str
    url: str
    on: object


@dataclass(frozen=True)
class Counting:
    """A number and its last periods: in, not this time, or still to come."""

    metric: object
    dots: list


def address(actor, name, *rest) -> str:
    """The address of a page in this collaborative."""
    return reverse(name, args=[actor.organization_slug, actor.collaborative_slug, *rest])


def priorities(actor, team_ids) -> list:
    """What teams are working on this period, up to three lines each."""
    return list(Priority.objects.visible_to(actor).filter(team_id__in=team_ids).current().for_page())


def trying(actor, team_ids, limit=FEW) -> list:
    """What teams are trying now: one's own first, then what is ready to look back."""
    cycles = PDSACycle.objects.visible_to(actor).of_teams(team_ids).running().for_lines()
    own_first = cycles.in_board_order(actor.today, first_of=actor.person_id)
    return [pages.line(cycle, actor) for cycle in own_first[:limit]]


def shown_by(actor, team_ids, limit=FEW) -> list:
    """What teams are trying now and show to all, the newest first."""
    cycles = PDSACycle.objects.visible_to(actor).of_teams(team_ids).shown_to_all().running().for_lines()
    return [pages.line(cycle, actor) for cycle in cycles.newest_first()[:limit]]


def learned_by(actor, team_ids, limit=FEW) -> list:
    """What teams decided on and show to all, the newest first; what was let go is as proud as the rest."""
    cycles = PDSACycle.objects.visible_to(actor).of_teams(team_ids).shown_to_all().closed().for_lines()
    return [pages.line(cycle, actor) for cycle in cycles.order_by("-decided_on", "-pk")[:limit]]


def newest_of_others(actor, limit=OTHERS) -> list:
    """The newest tries shown to all by teams one is neither in nor walks with."""
    near = [*actor.own_team_ids, *actor.assigned_team_ids]
    cycles = PDSACycle.objects.visible_to(actor).shown_to_all().exclude(team_id__in=near)
    cycles = cycles.of_teams_here(actor).for_lines()
    return [pages.line(cycle, actor) for cycle in cycles.newest_first()[:limit]]


def answers_to(actor, team_ids, limit=OTHERS) -> tuple[list[Heard], list[Heard]]:
    """What other teams and what coaches said to these teams' tries, newest first: (from teams, from coaches)."""
    answers = (
        CycleAnswer.objects.visible_to(actor)
        .filter(team_id__in=team_ids, forgotten_at=None)
        .exclude(kind=AnswerKind.THANKS)
    )
    newest = list(answers.exclude(author_id=actor.person_id).for_lines().order_by("-said_on", "-pk")[: 8 * limit])
    teams = [one for one in newest if one.author_role in TEAM_ROLES and one.author_team_id not in team_ids]
    coaches = [one for one in newest if one.author_role == Role.FACULTY_COACH]
    return [_heard(actor, one) for one in teams[:limit]], [_heard(actor, one) for one in coaches[:1]]


def _heard(actor, answer) -> Heard:
    name = wording.shown_name(answer, actor, own_team=answer.author_team_id in actor.member_team_ids)
    words = answer.text or " ".join(part for part in (answer.admire, answer.ask) if part)
    if answer.author_team_id:
        by = _("%(name)s at %(center)s, on “%(title)s”") % {
            "name": name, "center": answer.author_team.center.name, "title": answer.cycle.name,
        }  # fmt: skip
    else:
        by = _("%(name)s, on “%(title)s”") % {"name": name, "title": answer.cycle.name}
    url = address(actor, "pdsa:cycle_detail", answer.cycle_id) + f"#said-{answer.pk}"
    return Heard(words, answer.language, by, url, answer.said_on)


def posts_of_others(actor, limit=OTHERS) -> list[Heard]:
    """The newest posts of other people, as cards show them."""
    return _newest_posts(actor, Post.objects.visible_to(actor), limit)


def _newest_posts(actor, posts, limit):
    posts = posts.put(actor.today).exclude(author_id=actor.person_id).select_related("author", "team__center")
    return [_of_post(actor, line_of(post, actor)) for post in posts.order_by("-posted_at", "-pk")[:limit]]


def _of_post(actor, line):
    post = line.words
    words = post.title or post.text
    return Heard(words, post.language, line.by, line.url, post.posted_at.date())


def newest_first(*heard, limit=OTHERS) -> list[Heard]:
    """The newest of several lists."""
    return sorted((one for some in heard for one in some), key=lambda one: one.on, reverse=True)[:limit]


def question_and_posts(actor, limit=OTHERS) -> tuple[Heard | None, list[Heard]]:
    """(this week's question, that of one's role group before that of everybody, or None; the newest posts of people in
    other teams), in one query."""
    asked = Q(kind=PostKind.WEEKLY, week=monday_of(actor.today))
    others = Q(team__isnull=False) & ~Q(team_id__in=actor.own_team_ids) & ~Q(author_id=actor.person_id)
    posts = Post.objects.here(actor).put(actor.today).filter(asked | others)
    posts = posts.annotate(place=Case(When(asked, group__isnull=False, then=0), When(asked, then=1), default=2))
    rows = list(posts.select_related("author", "team__center").order_by("place", "-posted_at", "-pk")[: limit + FEW])
    heard = [(post.place, _of_post(actor, line_of(post, actor))) for post in rows]
    question = next((one for place, one in heard if place < 2), None)
    return question, [one for place, one in heard if place == 2][:limit]


def question_for_family(actor) -> Heard | None:
    """The newest question put to everyone or to the family partners, no older than four weeks."""
    posts = Post.objects.visible_to(actor).filter(kind=PostKind.QUESTION, audience__in=["all", "group"])
    posts = posts.filter(posted_at__date__gte=actor.today - timedelta(days=FOUR_WEEKS))
    posts = posts.exclude(author_id=actor.person_id).select_related("author", "team__center")
    found = posts.order_by("-posted_at", "-pk").first()
    return _of_post(actor, line_of(found, actor)) if found else None


def what_comes(actor, days=FOUR_WEEKS, limit=FEW) -> list:
    """The next dates everybody comes to or prepares for."""
    dates = PlannedDate.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    return list(dates.coming(actor.today, days).select_related("has_in_hand")[:limit])


def needs(actor, team_ids) -> list:
    """What the team needs from its senior leader."""
    return list(TeamNeed.objects.visible_to(actor).filter(team_id__in=team_ids).open().for_page())


def still_to_come(actor, team_id, metrics, limit=STILL_TO_COME) -> list[Counting]:
    """The first numbers of which a period is still to come, with their dots."""
    found = series_of(actor, metrics=metrics, teams=[team_id], last=WEEKS_BACK)
    waiting = [series for series in found.values() if not is_all_in(series, actor.today)]
    return [Counting(series.metric, dots_of(series, actor.today)) for series in waiting[:limit]]


def chart_in_turn(actor, team_id, metrics) -> object:
    """The card of the number whose turn it is this week, of those counted in the last half year: one after the other.

    A number's own sentence and chart need all of its past; of the others no more is read than that they were counted.
    """
    turn = in_turn(actor, [team_id], metrics)
    if turn is None:
        return None
    whole = series_of(actor, metrics=[turn], teams=[team_id], last=None)
    return card_of(turn, whole[team_id, turn.pk], actor.today)


def in_turn(actor, team_ids, metrics) -> object:
    """The number whose turn it is this week, of those these teams counted in the last half year; None without any."""
    rows = rows_of(actor, metrics, team_ids, first_start(metrics, LAST, actor.today)).filter(not_this_time="")
    counted = set(rows.order_by("definition_id").values_list("definition_id", flat=True).distinct())
    in_question = [one for one in metrics if counted & {version.pk for version in alike(one)}]
    return in_question[actor.today.isocalendar().week % len(in_question)] if in_question else None
