"""Data plans before the first counts, what centers count already, and what teams said about a chart."""

import datetime

from metrics.actions.plans import add_source, plan_collection
from metrics.actions.words import write_talk
from metrics.catalogue import metrics_in
from metrics.models import CollectionPlan

WORDS = ("who", "stand_in", "when", "where", "how", "who_types", "when_together", "tried")


def build_sources(built, sources):
    for data in sources:
        add_source(
            team=built.teams[data["collaborative"], data["center"]],
            name=data["name"],
            metric=_metric(built, data) if data["metric"] else None,
            kept_by=data["kept_by"],
            how_often=data["how_often"],
            note=data["note"],
            by=built.people[data["by"]],
            on=built.today,
        )


def build_plans(built, plans):
    for data in plans:
        team, metric = built.teams[data["collaborative"], data["center"]], _metric(built, data)
        begun = CollectionPlan.objects.shown().filter(team=team, metric=metric).first()
        plan_collection(
            team=team,
            metric=metric,
            version=begun.version if begun else None,
            starts_on=built.monday(-data["starts_weeks_from_now"]),
            by=built.people[data["by"]],
            on=built.today,
            **{name: data[name] for name in WORDS},
        )


def build_talks(built, talks, dates):
    for data in talks:
        held_on = built.monday(data["weeks_ago"]) + datetime.timedelta(days=1)
        talk = write_talk(
            team=built.teams[data["collaborative"], data["center"]],
            metric=_metric(built, data),
            held_on=held_on,
            by=built.people[data["by"]],
            on=built.today,
            **{name: data[name] for name in ("who", "saw", "for_whom", "next_step")},
        )
        dates.of(talk, held_on)


def _metric(built, data):
    known = metrics_in(built.collaboratives[data["collaborative"]].pk, today=built.today)
    return next(one for one in known if one.key == data["metric"].replace("_", "-"))
