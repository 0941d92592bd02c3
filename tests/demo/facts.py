"""What the demo holds on a day, as plain values; the build itself is taken back."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection, models, transaction

from collaborative.discussion.models import Post, PostReply, ShelfItem
from collaborative.isolation.context import Context, entered
from collaborative.schedule.models import LearningSession, PlannedDate
from collaborative.tenancy.models import Collaborative, Team
from metrics.catalogue import metrics_in
from metrics.chart_page import chart_of
from metrics.labels import HOPED
from metrics.models import Observation
from metrics.rules.headline import headline
from metrics.series import series_of
from pdsa.models import CycleAnswer, PDSACycle
from portal.demo.building import build_demo
from portal.notices.models import FriendlyCall

COLLABORATIVE = ("slug", "state", "starts_on")
CYCLE = (
    "collaborative__slug", "team__center__slug", "ramp_id", "what", "stage", "decision", "audience", "language",
    "compared", "for_whom", "begun_on", "starts_on", "look_back_on",
)  # fmt: skip
COUNTED = (
    "team__collaborative__slug", "team__center__slug", "definition__metric__key", "collect", "period_start",
    "numerator", "denominator", "value", "not_this_time", "rooms_covered", "team__center__rooms",
)  # fmt: skip
NO_WORDS = ("email", "slug", "key", "to", "message_id", "content_type", "time_zone", "url", "link", "color", "name_key")


@dataclass
class Facts:
    """`words`: every text of every table; `charts`: the sentence's kind and the recorded points of each chart."""

    today: datetime.date
    organizations: tuple = ()
    collaboratives: list = field(default_factory=list)
    teams: list = field(default_factory=list)
    cycles: list = field(default_factory=list)
    answers: list = field(default_factory=list)
    counted: list = field(default_factory=list)
    charts: dict = field(default_factory=dict)
    posts: list = field(default_factory=list)
    shelf: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    sessions: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    history: list = field(default_factory=list)
    words: set = field(default_factory=set)

    def monday(self):
        return self.today - datetime.timedelta(days=self.today.weekday())


def facts_of(today) -> Facts:
    """Build the demo as of a day, read it, and take it back."""
    facts = Facts(today)
    with transaction.atomic():
        built = build_demo(today)
        facts.organizations = tuple(built.organizations)
        for organization_id in built.organizations.values():
            with entered(Context(organization=organization_id)):
                _read(facts)
        transaction.set_rollback(True)
    return facts


def _read(facts):
    facts.collaboratives += Collaborative.objects.order_by("slug").values_list(*COLLABORATIVE)
    facts.teams += Team.objects.order_by("pk").values_list("collaborative__slug", "center__slug", "name")
    facts.cycles += PDSACycle.objects.order_by("pk").values_list(*CYCLE, named=True)
    answers = CycleAnswer.objects.order_by("pk")
    facts.answers += answers.values_list("cycle__what", "author_team_id", "cycle__team_id", "kind", "text", "said_on")
    facts.counted += Observation.objects.order_by("pk").values_list(*COUNTED, named=True)
    posts = Post.objects.order_by("pk")
    facts.posts += posts.values_list("collaborative__slug", "kind", "audience", "text", "posted_at", named=True)
    facts.words |= set(PostReply.objects.values_list("text", flat=True))
    facts.shelf += ShelfItem.objects.order_by("title", "pk").values_list("title", "file_id")
    facts.calls += FriendlyCall.objects.order_by("pk").values_list("why", "done_by_id", named=True)
    facts.sessions += LearningSession.objects.values_list("collaborative__slug", "number")
    facts.dates += PlannedDate.objects.order_by("pk").values_list("title", "on")
    _read_charts(facts)
    _read_words(facts)
    _read_history(facts)


def _read_charts(facts):
    for collaborative in Collaborative.objects.order_by("pk"):
        teams = list(Team.objects.filter(collaborative=collaborative).select_related("center"))
        centers = {team.pk: team.center.slug for team in teams}
        metrics = metrics_in(collaborative.pk, today=facts.today)
        found = series_of(None, metrics=metrics, teams=list(centers), last=None, today=facts.today)
        for (team, _metric), series in found.items():
            chart = chart_of(series)
            said = headline(chart, HOPED[series.metric.hope])
            recorded = sum(value is not None for value in series.values)
            facts.charts[collaborative.slug, centers[team], series.metric.key] = (str(said.kind), recorded)


def _read_words(facts):
    for model in apps.get_models():
        names = [column.name for column in model._meta.concrete_fields if _holds_words(column)]
        if names and any(column.name == "organization_id" for column in model._meta.concrete_fields):
            for row in model.objects.values_list(*names):
                facts.words |= {text for text in row if text}


def _holds_words(column):
    is_text = isinstance(column, models.CharField | models.TextField)
    return is_text and not column.choices and column.name not in NO_WORDS


def _read_history(facts):
    """The days on which the history says that tries were begun, and how many events each has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgh_obj_id, min(pgh_created_at)::date FROM pdsa_pdsacycleevent GROUP BY 1 ORDER BY 1")
        first = dict(cursor.fetchall())
    facts.history += [
        (first[key], begun_on) for key, begun_on in PDSACycle.objects.order_by("pk").values_list("pk", "begun_on")
    ]


def ramps_of(facts) -> dict:
    """How many cycles each ramp has."""
    ramps = defaultdict(int)
    for cycle in facts.cycles:
        ramps[cycle.ramp_id] += 1
    return ramps
