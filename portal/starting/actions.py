"""Starting a collaborative from a template: every room gets its part, in one transaction."""

import holidays
from django.db import transaction

from collaborative.framework.actions import load_framework
from collaborative.framework.models import PrimaryDriver, SecondaryDriver
from collaborative.framework.rules import SOURCE_LANGUAGE
from collaborative.isolation.context import current_organization_id
from collaborative.onboarding.actions.asking import lay_out
from collaborative.schedule.actions import plan_line, plan_period, plan_session
from collaborative.tenancy.actions.houses import make_house
from collaborative.tenancy.actions.memberships import create_affinity_group, give_membership
from collaborative.tenancy.actions.organizations import create_collaborative
from collaborative.tenancy.enums import CollaborativeState, Responsibility, Role
from collaborative.tenancy.models import Organization, Person
from collaborative.wording.actions import take_in
from metrics.actions import define_metric

from . import rules, sources


@transaction.atomic
def start_collaborative(*, name, session_days, by, on, template_key="", older=None, short_name="", slug=""):
    """A collaborative of the current organization, not open yet, with all that its template or an older one gives it.

    `session_days`: the day of each learning session, in order. `older`: a collaborative of this organization to take
    in place of a template. `by`: a Person, who joins the project team, or None for a command. Raises UnknownTemplate,
    TemplateProblem, DaysOutOfOrder, SlugTaken; then nothing is written.
    """
    source = sources.of_older(older, today=on) if older else sources.of_template(template_key)
    plan = source.plan
    rules.check_order(session_days)
    days = dict(zip((session.key for session in plan.sessions), session_days, strict=True))
    collaborative = _create(source, days, {"name": name, "short_name": short_name, "slug": slug}, by, on)
    framework = load_framework(
        collaborative=collaborative, template=source.framework, by=by, on=on, origin=source.framework_origin[:160]
    )
    _plan_dates(collaborative, plan, days, by)
    for group in plan.groups:
        create_affinity_group(collaborative=collaborative, by=by, on=on, **group)
    _define_metrics(collaborative, framework, plan, by, on)
    days_off = _public_holidays(days.values())
    lay_out(collaborative, asked=source.asked, by=by, on=on, days_off=days_off)
    _make_house(collaborative, source, by, on)
    for standing, language, phrases in source.phrases:
        take_in(collaborative=collaborative, language=language, phrases=phrases, standing=standing, by=None)
    if by is not None:
        _join_project_team(by, collaborative, on)
    return collaborative


def _make_house(collaborative, source, by, on):
    organization = Organization.objects.get(pk=current_organization_id())
    at_home = "-".join(part for part in (organization.country, organization.subdivision) if part)
    words = {"holidays": at_home, **source.house}
    make_house(collaborative, origin=source.origin, origin_words=source.origin_words, by=by, on=on, **words)


def _create(source, days, names, by, on):
    plan = source.plan
    first, last = min(plan.periods, key=_number), max(plan.periods, key=_number)
    (start_key, starts), _end = rules.bounds(first, days)
    _start, (end_key, ends) = rules.bounds(last, days)
    about = {**plan.about, **{field: value for field, value in names.items() if value}}
    return create_collaborative(
        starts_on=rules.after(days[start_key], starts),
        ends_on=rules.after(days[end_key], ends),
        template_key=source.template_key,
        state=CollaborativeState.BUILDING,
        by=by,
        on=on,
        **about,
    )


def _number(period):
    return period.number


def _plan_dates(collaborative, plan, days, by):
    """Sessions on their days; periods and lines hang on the sessions and move along with them."""
    anchors = {}
    for session in plan.sessions:
        made = plan_session(
            collaborative=collaborative,
            number=session.number,
            name=session.name,
            title=session.title,
            purpose=session.purpose,
            days=session.days,
            on=days[session.key],
            by=by,
        )
        anchors[session.key] = made.starts
    for period in plan.periods:
        (start_key, starts), (end_key, ends) = rules.bounds(period, days)
        plan_period(
            collaborative=collaborative,
            number=period.number,
            name=period.name,
            focus=period.focus,
            starts=(anchors[start_key], starts),
            ends=(anchors[end_key], ends),
            by=by,
        )
    days_off = _public_holidays(days.values())
    for line in plan.lines:
        plan_line(
            collaborative=collaborative,
            title=line.title,
            note=line.note,
            anchor=anchors[line.anchor],
            kind=line.kind,
            offset_days=rules.offset_off_holidays(days[line.anchor], line.offset_days, days_off),
            by=by,
        )


def _public_holidays(days):
    """Public holidays around `days` where the organization is; none for a place nobody knows."""
    organization = Organization.objects.get(pk=current_organization_id())
    years = range(min(days).year - 1, max(days).year + 2)
    try:
        return holidays.country_holidays(organization.country, subdiv=organization.subdivision or None, years=years)
    except NotImplementedError:
        return {}


def _define_metrics(collaborative, framework, plan, by, on):
    drivers = {row.code: row for row in PrimaryDriver.objects.filter(framework=framework)}
    drivers |= {row.code: row for row in SecondaryDriver.objects.filter(primary__framework=framework)}
    for position, metric in enumerate(plan.metrics, start=1):
        define_metric(
            **{**metric, "drivers": [drivers[code] for code in metric["drivers"]]},
            collaborative=collaborative,
            position=position,
            by=Person(language=SOURCE_LANGUAGE),  # a template is written in one language, whoever starts from it
            on=on,
        )


def _join_project_team(person, collaborative, on):
    """Whoever starts it can open it: the starter is on its project team from the first day."""
    give_membership(
        person,
        Role.IMPLEMENTATION_TEAM,
        collaborative=collaborative,
        on=on,
        responsibilities=[Responsibility.PROJECT_MANAGER],
    )
