"""The evidence under the four questions of the balcony: lines with links to where more is said. No counts, no ranks."""

from django.db.models import F
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from collaborative.discussion.models import Post
from collaborative.tenancy.enums import TEAM_ROLES
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words
from metrics.arrays import values_of
from metrics.enums import Collect
from metrics.rules.batch import run_charts
from metrics.rules.batch_values import clear_shifts
from metrics.series import LAST
from pdsa.models import CycleAnswer

from .parts import address

A_FEW, SOME, MANY = 3, 6, 40
HALF_A_YEAR = {Collect.WEEK: 26, Collect.MONTH: 6}  # periods


def of_tests(actor, running, drivers) -> list[SafeString]:
    """What was begun last, and the drivers under which nobody shows a try now."""
    lines = [format_html(_("Newest: {tries}."), tries=_named(actor, running))] if running else []
    quiet = [in_own_words(driver.short_title) for driver in drivers if not driver.is_tried]
    if quiet and len(quiet) == len(drivers):
        return [*lines, format_html("{}", _("Nobody shows a try under a driver just now."))]
    if quiet:
        said = _("Nobody shows a try now under {drivers}. The next call of a role group is a good place to ask why.")
        lines.append(format_html(said, drivers=listed(quiet)))
    elif drivers:
        lines.append(format_html("{}", _("Every driver has a try that somebody shows now.")))
    return lines


def of_numbers(actor, metrics, teams) -> list[SafeString]:
    """Where a line moved clearly in the last half year, either way, told alike, the way it moved last."""
    if not metrics or not teams:
        return []
    table = values_of(actor, metrics=metrics, teams=[team.pk for team in teams], last=LAST)
    charts = run_charts(table.values, phases=table.phases)
    moved = _moved_lately(table, charts, {metric.pk: metric.definition.collect for metric in metrics})
    lines = [line for metric in metrics if (line := _of_number(actor, metric, teams, moved))]
    return lines[:2] or [
        format_html("{}", _("No line moved clearly in the last half year. That is worth knowing, too."))
    ]


def _of_number(actor, metric, teams, moved):
    """One metric: the centers where it went higher and those where it went lower, as far as there are any."""
    higher, lower = ([team for team in teams if moved.get((team.pk, metric.pk), 0) * sign > 0] for sign in (1, -1))
    if not higher and not lower:
        return None
    told = {
        "metric": _link(address(actor, "metrics:metric_centers", metric.pk), in_own_words(metric.name)),
        "higher": _centers(actor, metric, higher),
        "lower": _centers(actor, metric, lower),
    }
    if higher and lower:
        said = _("{metric}: the line went higher at {higher}, and lower at {lower}. What was different?")
    elif higher:
        said = _("{metric}: the line went higher at {higher}. What was different?")
    else:
        said = _("{metric}: the line went lower at {lower}. What was different?")
    return format_html(said, **told)


def _centers(actor, metric, teams):
    """The first few centers by name, each with a link to its chart."""
    links = [_link(address(actor, "metrics:team_chart", one.pk, metric.pk), one.center.name) for one in teams[:SOME]]
    return _row(links if len(teams) <= SOME else [*links, _("others")])


def _moved_lately(table, charts, collected) -> dict:
    """Whose line has a clear shift that reaches into the last half year: (team id, metric id) to 1 up, -1 down."""
    clear, last, shifts = clear_shifts(charts), table.values.shape[1] - 1, charts.shifts
    columns = (shifts.series[clear], shifts.end[clear], shifts.direction[clear])
    newest = {}
    for series, end, direction in sorted(zip(*(column.tolist() for column in columns), strict=True)):
        key = table.keys[series]
        if last - end < HALF_A_YEAR[collected[key[1]]]:
            newest[key] = direction
    return newest


def of_methods(actor, grown, let_go) -> list[SafeString]:
    """What was grown and what was let go, told alike."""
    lines = []
    if grown:
        lines.append(format_html(_("Grown: {tries}."), tries=_named(actor, grown)))
    if let_go:
        lines.append(format_html(_("Let go, with what was learned: {tries}."), tries=_named(actor, let_go)))
    return lines


def of_teams(actor, *, since) -> list[SafeString]:
    """Which teams answered each other since that day, and what still waits for an answer."""
    answers = CycleAnswer.objects.visible_to(actor).filter(
        author_role__in=TEAM_ROLES, author_team__isnull=False, said_on__gte=since
    )
    newest = answers.exclude(author_team=F("team")).order_by("-said_on", "-pk")
    centers = newest.values_list("author_team__center__name", "team__center__name")[:MANY]
    pairs = [_("%(one)s answered %(other)s") % {"one": one, "other": other} for one, other in dict.fromkeys(centers)]
    lines = [format_html("{}.", listed(pairs[:A_FEW]))] if pairs else []
    waiting = Post.objects.visible_to(actor).unanswered().order_by("-posted_at", "-pk").first()
    if waiting:
        link = _link(address(actor, "discussion:post_detail", waiting.pk), str(waiting))
        lines.append(format_html(_("Still waiting for an answer: “{post}”"), post=link))
    return lines


def _named(actor, told):
    """The first few tries by name, each with its center and a link."""
    links = [(one, _link(address(actor, "pdsa:cycle_detail", one.pk), one.name)) for one in told[:A_FEW]]
    return _row(format_html(_("“{title}” ({center})"), title=link, center=one.center) for one, link in links)


def _link(url, words):
    return format_html('<a href="{}">{}</a>', url, words)


def _row(links):
    """Links in a row, as `listed` sets them."""
    return mark_safe(listed(format_html("{}", one) for one in links))
