"""Learning sessions and the periods between them."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page

from .. import actions
from ..forms import PeriodForm, SessionForm
from ..models import ActionPeriod, LearningSession, PlannedDate
from .saving import collaborative_of, page_url, person_of, save_or_show


@collaborative_page("schedule", "write", methods=("GET", "POST"))
def session_add(request):
    """One more learning session."""
    actor = request.actor
    number = actions.next_session_number(actor.collaborative_id)
    name = _("Learning Session %(number)s") % {"number": number}
    form = SessionForm(request.POST or None, initial={"name": name})

    def save(words):
        actions.plan_session(collaborative=collaborative_of(request), number=number, by=person_of(request), **words)

    return save_or_show(request, "schedule/session_add.html", form, save)


@collaborative_page("schedule", "write", methods=("GET", "POST"))
def session_edit(request, session_id):
    """Change a session or its day; what hangs on the day moves along."""
    actor, session = request.actor, _session(request, session_id)
    form = SessionForm(request.POST or None, initial=_session_words(session))
    along = PlannedDate.objects.visible_to(actor).announced().filter(anchor=session.starts_id, is_pinned=False)

    def save(words):
        actions.edit_session(session, version=form.cleaned_data["version"], by=person_of(request), **words)

    def read_again():
        current = _session(request, session_id)
        return actions.version_of(current), _session_words(current)

    return save_or_show(
        request,
        "schedule/session_edit.html",
        form,
        save,
        version=actions.version_of(session),
        read_again=read_again,
        session=session,
        today=actor.today,
        along=list(along.filter(done_on=None).order_by("on", "pk")),
    )


@collaborative_page("schedule", "write", methods=("POST",))
def session_hide(request, session_id):
    """Take a session away; the next page offers it back."""
    session = _session(request, session_id)
    actions.hide_session(session, by=person_of(request))
    return HttpResponseRedirect(f"{page_url(request)}?session={session.pk}")


@collaborative_page("schedule", "write", methods=("POST",))
def session_show(request, session_id):
    """Bring a session back."""
    hidden = _here(request, LearningSession.objects.hidden_for(request.actor))
    actions.show_session(get_object_or_404(hidden, pk=session_id), by=person_of(request))
    return HttpResponseRedirect(page_url(request))


@collaborative_page("schedule", "write", methods=("GET", "POST"))
def period_edit(request, period_id):
    """Change a period's words or days."""
    period = _period(request, period_id)
    form = PeriodForm(request.POST or None, initial=_period_words(period))

    def save(words):
        actions.edit_period(period, version=form.cleaned_data["version"], by=person_of(request), **words)

    def read_again():
        current = _period(request, period_id)
        return actions.version_of(current), _period_words(current)

    return save_or_show(
        request,
        "schedule/period_edit.html",
        form,
        save,
        version=actions.version_of(period),
        read_again=read_again,
        period=period,
    )


def _here(request, rows):
    return rows.filter(collaborative_id=request.actor.collaborative_id)


def _session(request, session_id):
    rows = _here(request, LearningSession.objects.within(request.actor, "write"))
    return get_object_or_404(rows.in_order(), pk=session_id)


def _period(request, period_id):
    rows = _here(request, ActionPeriod.objects.within(request.actor, "write"))
    return get_object_or_404(rows.in_order(), pk=period_id)


def _session_words(session):
    own = {name: getattr(session, name) for name in ("name", "title", "days", "place", "purpose")}
    return own | {name: getattr(session.starts, name) for name in ("on", "at", "link", "questions")}


def _period_words(period):
    return {name: getattr(period, name) for name in ("name", "focus", "starts_on", "ends_on")}
