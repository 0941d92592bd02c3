"""What we count, and how."""

from django.utils.translation import gettext_lazy

from collaborative.ui.own_words import in_own_words
from metrics.models import MetricVersion

from ..enums import Group
from ..vectors import FoundBy, beside
from .base import Kind, Shown, side_by_side

TEXT = ("why", "numerator_words", "denominator_words", "operational_definition", "guidance")


def _show(told, _key, here):
    text = side_by_side(*[in_own_words(told[name]) for name in TEXT])
    return Shown(in_own_words(told["name"]), here.url("metrics:definition_list") + f"#{told['key']}", text)


KINDS = (
    Kind(
        "metric", Group.NUMBERS, gettext_lazy("What we count"), "metric",
        rows=lambda here: MetricVersion.objects.visible_to(here.actor).filter(pk__in=here.definitions),
        show=_show, key_path="metric_id", vector=lambda here: beside(FoundBy("metric"), FoundBy()),
        said=("metric__name", "metric__why", "numerator_words", "denominator_words"),
        told={"name": "metric__name", "key": "metric__key", "why": "metric__why",
              **{name: name for name in TEXT if name != "why"}},
    ),
)  # fmt: skip
