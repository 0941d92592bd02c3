"""The middle of all centers: what people read who may not see single centers, and what stands behind one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from collaborative.ui.own_words import in_own_words
from metrics.drawing import Picture, Svg, draw_both, small_multiple
from metrics.headlines import chart_words
from metrics.rules.run_chart import run_chart

from . import labels, periods
from .models import Metric, MiddleLine
from .pages import scale_of
from .series import LAST


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of all centers in each of the last periods, where enough centers stand behind it.

    `starts`: first days of the periods, oldest first; `values`: one for each, None where there is none; `said`: the
    newest in one sentence, "" where there is none at all.
    """

    metric: Metric
    starts: Sequence[date]
    values: Sequence[float | None]
    said: str
    today: date

    def small(self) -> Svg | None:
        """A small chart without an axis; None where there is nothing to show."""
        if not self.said:
            return None
        scale = scale_of(self.metric.definition.kind, self.values)
        return small_multiple(self.values, None, [False] * len(self.values), scale=scale, label=self.said)

    def chart(self) -> Svg | None:
        """A chart with its axis and its own middle line; no stretch is marked: the centers behind it change."""
        return draw_both(self._picture()) if self.said else None

    def _picture(self):
        kind, collect = self.metric.definition.kind, self.metric.definition.collect
        rows = [row for row, value in enumerate(self.values) if value is not None]
        shown = slice(rows[0], rows[-1] + 1)
        starts = self.starts[shown]
        return Picture(
            chart=replace(run_chart(self.values[shown]), shifts=(), trends=()),
            title=_("%(metric)s, the middle of all centers") % {"metric": in_own_words(self.metric.name)},
            labels=[labels.axis_label(collect, start) for start in starts],
            periods=[labels.period_title(collect, start, today=self.today) for start in starts],
            unit=labels.unit_of(kind),
            ident=f"middle-{self.metric.key}",
            words=chart_words(),
        )


def middle_of_all(actor, metric, *, last=LAST) -> Middle:
    """The middle of all centers over the last periods of one metric."""
    return middles_of_all(actor, [metric], last=last)[0]


def middles_of_all(actor, metrics, *, last=LAST) -> list[Middle]:
    """`middle_of_all` of each of these metrics, read in one query."""
    starts = [periods.last_starts(metric.definition.collect, actor.today, last) for metric in metrics]
    rows = MiddleLine.objects.visible_to(actor).filter(metric__in=metrics)
    rows = rows.filter(period_start__gte=min((own[0] for own in starts), default=actor.today))
    found = {(row.metric_id, row.period_start): row for row in rows.order_by("period_start", "pk")}
    return [
        _middle(metric, own, [found.get((metric.pk, start)) for start in own], actor.today)
        for metric, own in zip(metrics, starts, strict=True)
    ]


def _middle(metric, starts, rows, today):
    latest = next((row for row in reversed(rows) if row is not None), None)
    values = [None if row is None else row.value for row in rows]
    return Middle(metric, starts, values, "" if latest is None else _said(metric, latest, today), today)


def _said(metric, latest, today):
    when = labels.period_name(metric.definition.collect, latest.period_start, today=today)
    return _("In %(when)s the middle of %(centers)s centers was %(value)s.") % {
        "when": when,
        "centers": latest.centers,
        "value": labels.value_words(metric.definition.kind, latest.value),
    }
