"""What we count and how: to read, to print and, for the project team, to write."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Collaborative
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words

from .. import actions, catalogue, explained, fitting, labels
from ..forms import DefinitionForm, RedefinitionForm
from . import finding

OF_METRIC = ("name", "why", "hope", "is_required", "goal", "goal_set_by")
OF_DEFINITION = (
    "kind",
    "numerator_words",
    "denominator_words",
    "counts_families",
    "unit",
    "per",
    "lowest",
    "highest",
    "fewest",
    "collect",
    "operational_definition",
    "guidance",
)


@collaborative_page("metric", "read")
def definition_list(request):
    """What we count and how, all metrics on one page that prints well."""
    actor = request.actor
    metrics = catalogue.metrics_of(actor)
    drivers = catalogue.drivers_of(actor, metrics)
    for metric in metrics:
        metric.speaks_for = drivers[metric.pk]
        metric.month_rule, metric.agreed = explained.month_rule(metric.definition), fitting.agreed(metric.definition)
        metric.goal_said = labels.goal_words(metric.definition.kind, metric.goal) if metric.goal is not None else ""
    words = {"metrics": metrics, "may_define": can(actor, "write", "metric")}
    return render(request, "metrics/definition_list.html", words)


@collaborative_page("metric", "write", methods=("GET", "POST"))
def metric_define(request):
    """Define a new metric."""
    actor = request.actor
    form = DefinitionForm(request.POST or None, initial={"is_required": True})
    if form.is_valid():
        data = form.cleaned_data
        metrics = catalogue.metrics_of(actor)
        try:
            metric = actions.define_metric(
                collaborative=Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id),
                key=slugify(data["name"])[:60] or f"metric-{len(metrics) + 1}",
                position=len(metrics) + 1,
                by=finding.me(actor),
                on=actor.today,
                **data,
            )
        except actions.AlreadyDefined:
            form.add_error("name", _("There is a metric with this name. Please give this one another."))
        else:
            messages.success(request, _("%(name)s is there for all centers now.") % {"name": in_own_words(metric.name)})
            return finding.go_to(request, "definition_list")
    return render(request, "metrics/metric_define.html", {"form": form, "form_key": new_form_key()})


@collaborative_page("metric", "write", methods=("GET", "POST"))
def definition_change(request, metric_id):
    """Better words for a definition, or another meaning from a day on."""
    actor = request.actor
    metric = finding.metric_or_404(actor, metric_id)
    definition = metric.definitions[-1]
    form = RedefinitionForm(request.POST or None, definition=definition, initial=_now(metric, definition))
    words, status = {"form": form, "metric": metric, "definition": definition}, 200
    if form.is_valid():
        try:
            _change(definition, form.cleaned_data, by=finding.me(actor), on=actor.today)
        except actions.AlreadyDefined:
            form.add_error("starts_on", _("Another definition begins on that day. Please pick another day."))
        except ChangedMeanwhile as other:
            words["theirs"], status = other.current, 409
            form.data = form.data.copy()
            form.data["version"], form.data["metric_version"] = _versions(actor, metric_id)
        else:
            messages.success(request, _("The definition is saved."))
            return finding.go_to(request, "definition_list")
    return render(request, "metrics/definition_change.html", {**words, "form_key": new_form_key()}, status=status)


def _now(metric, definition):
    own = {name: getattr(metric, name) for name in OF_METRIC}
    said = {name: getattr(definition, name) for name in OF_DEFINITION}
    return {**own, **said, "version": definition.version, "metric_version": metric.version}


def _versions(actor, metric_id):
    metric = finding.metric_or_404(actor, metric_id)
    return metric.definitions[-1].version, metric.version


def _change(definition, data, *, by, on):
    metric_words = {name: data[name] for name in OF_METRIC}
    if data["goal"] is None:
        metric_words |= {"goal_set_by": "", "goal_set_on": None}
    elif (data["goal"], data["goal_set_by"]) != (definition.metric.goal, definition.metric.goal_set_by):
        metric_words["goal_set_on"] = on
    words = {name: data[name] for name in OF_DEFINITION} | {"change_note": data["change_note"]}
    common = {"metric_version": data["metric_version"], "metric_words": metric_words, "by": by, "on": on}
    if data["meaning"] == RedefinitionForm.OTHER:
        actions.redefine_metric(definition, words=words, starts_on=data["starts_on"], **common)
    else:
        actions.reword_metric(definition, version=data["version"], words=words, **common)
