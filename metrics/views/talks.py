"""Ten minutes with a chart, kept: what the team saw and what it will try."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.drafts.actions import drop_draft, words_of
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..models import ChartTalk
from ..plan_forms import TalkForm
from . import finding

TALK = "chart-talk"  # a form whose unsaved words are kept


@collaborative_page("number", "write", methods=("GET", "POST"))
def talk_add(request, metric_id):
    """Write down what we said when we looked at our chart together."""
    actor, metric = request.actor, finding.metric_or_404(request.actor, metric_id)
    team = finding.team_that_counts(actor)
    draft = {"form": TALK, "thing_id": metric.pk, "by": actor.person_id}
    initial = {"held_on": actor.today, **words_of(**draft)}
    form = TalkForm(request.POST or None, today=actor.today, initial=initial)
    if form.is_valid():
        me = finding.me(actor)
        actions.write_talk(team=team, metric=metric, by=me, on=actor.today, **form.cleaned_data)
        drop_draft(**draft)
        messages.success(request, _("It is kept under your chart."))
        return redirect(f"{finding.address(request, 'metric_chart', metric.pk)}#talks")
    return render(request, "metrics/talk_add.html", {"form": form, "metric": metric, "form_key": new_form_key()})


@collaborative_page("number", "write", methods=("POST",))
def talk_hide(request, talk_id):
    """Put one of our talks away."""
    actor = request.actor
    talk = get_object_or_404(ChartTalk.objects.within(actor, "write"), pk=talk_id)
    actions.hide_talk(talk, by=finding.me(actor), on=actor.today)
    chart = finding.address(request, "metric_chart", talk.metric_id)
    return redirect(f"{chart}?{urlencode({'hidden_talk': talk.pk})}#talks")


@collaborative_page("number", "write", methods=("POST",))
def talk_show(request, talk_id):
    """Bring one of our talks back."""
    actor = request.actor
    talk = ChartTalk.objects.filter(organization_id=actor.organization_id, pk=talk_id).first()
    if talk is None or not can(actor, "write", "number", talk):
        raise Http404
    actions.show_talk(talk, by=finding.me(actor), on=actor.today)
    return redirect(f"{finding.address(request, 'metric_chart', talk.metric_id)}#talks")
