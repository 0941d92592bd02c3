"""What a center's data plan holds: each number with its plan, its first counts, and what is counted already."""

from dataclasses import dataclass

from django.db.models import Count, Min, Q

from collaborative.ui.own_words import in_own_words

from .choosing import chosen_by
from .models import CollectionPlan, DataSource, Metric, Observation


@dataclass(frozen=True)
class PlannedNumber:
    """A number the team counts, its plan if there is one, and the first counts as far as they are in."""

    metric: Metric
    plan: CollectionPlan | None
    first_counts: int
    first_on: object = None

    @property
    def needs_a_name(self) -> bool:
        return not (self.plan and self.plan.who)


def plan_of(actor, team, metric) -> CollectionPlan | None:
    plans = CollectionPlan.objects.visible_to(actor).filter(team_id=team.pk, metric_id=metric.pk)
    return plans.order_by("pk").first()


def data_plan(actor, team, metrics) -> list[PlannedNumber]:
    """The numbers the team has chosen, in their order."""
    counted, _others = chosen_by(actor, team.pk, metrics)
    plans = {row.metric_id: row for row in CollectionPlan.objects.visible_to(actor).filter(team_id=team.pk)}
    first = _first_counts(actor, team)
    return [PlannedNumber(metric, plans.get(metric.pk), *first.get(metric.pk, (0, None))) for metric in counted]


def _first_counts(actor, team):
    """{metric: (how many periods are in, the first of them)}; a "not this time" is no count."""
    rows = (
        Observation.objects.visible_to(actor)
        .filter(team_id=team.pk)
        .filter(Q(numerator__isnull=False) | Q(value__isnull=False))
        .values("definition__metric_id")
        .annotate(periods=Count("period_start", distinct=True), first=Min("period_start"))
        .order_by("definition__metric_id")
    )
    return {row["definition__metric_id"]: (row["periods"], row["first"]) for row in rows}


def sources_of(actor, team) -> list[DataSource]:
    """What the center counts already, in the order it was written down."""
    rows = DataSource.objects.visible_to(actor).filter(team_id=team.pk).select_related("metric")
    return list(rows.order_by("created_at", "pk"))


@dataclass(frozen=True)
class CenterPlan:
    """One center on the project team's page: who has the numbers in hand, and which of them still need a name."""

    team: object
    data_people: tuple[str, ...]
    named: tuple[str, ...]
    to_name: tuple[str, ...]


def center_plans(actor, teams, metrics, data_people) -> list[CenterPlan]:
    """`data_people`: {team: names of its data point people}. As many queries for one center as for 160."""
    ids = [team.pk for team in teams]
    named = set(
        CollectionPlan.objects.visible_to(actor)
        .filter(team_id__in=ids)
        .exclude(who="")
        .values_list("team_id", "metric_id")
    )
    return [
        CenterPlan(
            team,
            tuple(data_people.get(team.pk, ())),
            tuple(in_own_words(metric.name) for metric in metrics if (team.pk, metric.pk) in named),
            tuple(in_own_words(metric.name) for metric in metrics if (team.pk, metric.pk) not in named),
        )
        for team in teams
    ]
