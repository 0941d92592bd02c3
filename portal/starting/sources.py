"""What a collaborative is started from: a template, or an older collaborative of the same organization.

From an older one come its framework, glossary, numbers, dates as distances, role groups, words and texts. Never what
people said, tried, scored or counted, never a file, and nobody's name.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from collaborative.framework.models import (
    Aim,
    CollaborativeChangeFramework,
    GlossaryTerm,
    PrimaryDriver,
    SecondaryDriver,
    StarterIdea,
)
from collaborative.framework.rules import (
    DriverTemplate,
    FrameworkTemplate,
    IdeaTemplate,
    SecondaryTemplate,
    TermTemplate,
    read_framework,
)
from collaborative.framework.templates import template_data, template_phrases
from collaborative.onboarding.rules import AskedTemplate, read_asked
from collaborative.schedule.enums import LINES
from collaborative.schedule.models import ActionPeriod, LearningSession, PlannedDate
from collaborative.tenancy.models import AffinityGroup, Collaborative, House
from collaborative.wording.enums import Standing
from collaborative.wording.models import Phrase
from metrics.catalogue import metrics_in
from metrics.models import MetricDriver

from .asked_before import asked_in, days_of
from .rules import LineTemplate, PeriodTemplate, PlanTemplate, SessionTemplate, read_plan

DAYS_OF_A_MONTH = 30.44
ABOUT = ("content_area", "content_model", "lead_organization", "place", "meeting", "practical_supports")
TEXTS = ("vocabulary", "holidays", "invitation_words", "welcome_words", "promise_words", "equity_words")
OF_DEFINITION = (
    "kind", "collect", "numerator_words", "denominator_words", "counts_families", "unit", "per", "lowest", "highest",
    "fewest", "operational_definition", "guidance",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Everything a new collaborative is made of; `origin`: the older one, where it is one."""

    template_key: str
    origin_words: str
    plan: PlanTemplate
    framework: FrameworkTemplate
    asked: AskedTemplate
    house: dict = field(default_factory=dict)
    origin: Collaborative | None = None
    framework_origin: str = ""
    phrases: tuple = ()  # (standing, language, {a line: how that language says it})


def of_template(key) -> Source:
    """Raises UnknownTemplate, TemplateProblem."""
    data = template_data(key)
    about = data["template"]
    return Source(
        template_key=key,
        origin_words=_("%(name)s, version %(version)s") % {"name": about["name"], "version": about["version"]},
        plan=read_plan(data),
        framework=read_framework(data),
        asked=read_asked(data),
        framework_origin=about["name"],
        phrases=tuple((Standing.TEMPLATE, *one) for one in template_phrases(key).items()),
    )


def of_older(collaborative, *, today) -> Source:
    """A collaborative as one to start from, as it stands today."""
    house = House.objects.shown().filter(collaborative=collaborative).first()
    sessions = list(LearningSession.objects.shown().filter(collaborative=collaborative).in_order())
    framework = _framework_in_force(collaborative)
    return Source(
        template_key=collaborative.template_key,
        origin_words=collaborative.name[:200],
        plan=PlanTemplate(
            about={name: getattr(collaborative, name) for name in ("name", "short_name", *ABOUT)},
            sessions=_sessions(sessions),
            periods=_periods(collaborative, sessions),
            lines=_lines(collaborative, sessions),
            groups=tuple(
                AffinityGroup.objects.shown().filter(collaborative=collaborative).order_by("pk").values("role", "name")
            ),
            metrics=_metrics(collaborative, today),
        ),
        framework=_framework(framework, collaborative),
        asked=asked_in(collaborative, sessions),
        house={name: getattr(house, name) for name in TEXTS} if house else {},
        origin=collaborative,
        framework_origin=collaborative.name,
        phrases=_phrases(collaborative),
    )


def _phrases(collaborative):
    found = {}
    for row in Phrase.objects.shown().filter(collaborative=collaborative).order_by("pk"):
        found.setdefault((row.standing, row.language), {})[row.source] = row.words
    return tuple((*which, phrases) for which, phrases in found.items())


def _framework_in_force(collaborative):
    rows = CollaborativeChangeFramework.objects.shown().filter(collaborative=collaborative).order_by("-number", "pk")
    return rows.filter(published_on__isnull=False).first() or rows.first()


def _key(session):
    return f"ls{session.number}"


def _sessions(sessions):
    return tuple(
        SessionTemplate(
            key=_key(row),
            number=row.number,
            name=row.name,
            title=row.title,
            months=round((row.starts_on - sessions[0].starts_on).days / DAYS_OF_A_MONTH),
            days=row.days,
            purpose=row.purpose,
        )
        for row in sessions
    )


def _distance(day, anchor, sessions):
    """A day as a distance from the session it hangs on, else from the one nearest to it."""
    by_date = {row.starts_id: row for row in sessions}
    session = by_date.get(anchor) or min(sessions, key=lambda row: abs((day - row.starts_on).days))
    return _key(session), (day - session.starts_on).days


def _periods(collaborative, sessions):
    rows = ActionPeriod.objects.shown().filter(collaborative=collaborative).in_order()
    return tuple(
        PeriodTemplate(
            number=row.number,
            name=row.name,
            starts=_distance(row.starts_on, row.starts.anchor_id, sessions),
            ends=_distance(row.ends_on, row.ends.anchor_id, sessions),
            focus=row.focus,
            in_days=True,
        )
        for row in rows
    )


def _lines(collaborative, sessions):
    rows = PlannedDate.objects.shown().filter(collaborative=collaborative, kind__in=LINES).order_by("on", "pk")
    rows = rows.filter(anchor__isnull=False).exclude(pk__in=days_of(collaborative))  # others were for that day alone
    found = []
    for row in rows:
        anchor, offset = _distance(row.on, row.anchor_id, sessions)
        found.append(LineTemplate(title=row.title, anchor=anchor, offset_days=offset, note=row.note, kind=row.kind))
    return tuple(found)


def _metrics(collaborative, today):
    metrics = metrics_in(collaborative.pk, today=today)
    speaks = {}
    rows = MetricDriver.objects.shown().filter(metric__in=metrics).select_related("driver", "secondary").order_by("pk")
    for row in rows:
        speaks.setdefault(row.metric_id, []).append((row.secondary or row.driver).code)
    return tuple(
        {
            "key": metric.key,
            "name": metric.name,
            "why": metric.why,
            "hope": metric.hope,
            "is_required": metric.is_required,
            **{name: getattr(metric.definition, name) for name in OF_DEFINITION},
            "drivers": tuple(speaks.get(metric.pk, ())),
        }
        for metric in metrics
    )


def _framework(framework, collaborative):
    aims = Aim.objects.shown().filter(framework=framework).order_by("position", "pk")
    return FrameworkTemplate(
        name=framework.name,
        note=framework.note,
        need_and_opportunity=framework.need_and_opportunity,
        questions=tuple(framework.questions),
        aims=tuple(aims.values("text", "measure", "target")),
        drivers=_drivers(framework),
        ideas=_ideas(framework),
        terms=tuple(
            TermTemplate(row.term, row.text, tuple(row.also), row.language)
            for row in GlossaryTerm.objects.shown().filter(collaborative=collaborative).order_by("language", "term")
        ),
    )


def _drivers(framework):
    under = {}
    ways = SecondaryDriver.objects.shown().filter(primary__framework=framework).order_by("position", "pk")
    for row in ways:
        way = SecondaryTemplate(row.code, row.label, row.statement, row.plain)
        under.setdefault(row.primary_id, []).append(way)
    return tuple(
        DriverTemplate(row.code, row.short_title, row.long_title, row.rationale, tuple(under.get(row.pk, ())))
        for row in PrimaryDriver.objects.shown().filter(framework=framework).order_by("position", "pk")
    )


def _ideas(framework):
    rows = StarterIdea.objects.shown().filter(driver__framework=framework).select_related("driver", "secondary")
    return tuple(
        IdeaTemplate(
            driver=row.driver.code,
            secondary=row.secondary.code if row.secondary else "",
            role=row.role,
            role_label=row.role_label,
            title=row.title,
            what=row.what,
            with_whom=row.with_whom,
            how_to_tell=row.how_to_tell,
        )
        for row in rows.order_by("position", "pk")
    )
