"""What the doors of this room share: who asks, where, and how a form is saved or comes back."""

from contextlib import suppress
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from collaborative.drafts.typed import DraftOf
from collaborative.framework.templates import UnknownTemplate, template_data, template_keys
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.schedule.models import ActionPeriod, LearningSession
from collaborative.tenancy.models import Collaborative, Organization, Person, Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import rules
from ..enums import PreworkDayPlan
from ..models import PreworkDay

__all__ = ["DraftOf"]
CONFLICT = 409
PAGE = 40  # rows a page


def room_url(actor, name, *rest):
    return reverse(f"onboarding:{name}", args=[actor.organization_slug, actor.collaborative_slug, *rest])


def to(request, name, *rest, query=""):
    """On to a page of this room."""
    return HttpResponseRedirect(room_url(request.actor, name, *rest) + query)


def show(request, template, context, status=200):
    return render(request, f"onboarding/{template}.html", {"form_key": new_form_key(), **context}, status=status)


def me(actor):
    """The person who is asking, to act as `by=`."""
    return Person.objects.get(pk=actor.person_id)


def collaborative_of(actor):
    return Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id)


def own_team(actor):
    """The team one writes for. A person without one may not."""
    team = Team.objects.visible_to(actor).filter(pk=actor.team_id).select_related("center").first()
    if team is None:
        raise PermissionDenied
    return team


def here(actor, rows):
    """Those of the collaborative the address names."""
    return rows.filter(collaborative_id=actor.collaborative_id)


def one(actor, rows, pk):
    return get_object_or_404(here(actor, rows), pk=pk)


def staff_of(actor):
    """(id, name) of the project team and the coaches: whom teams may ask."""
    people = Person.objects.visible_to(actor).filter(
        memberships__collaborative_id=actor.collaborative_id,
        memberships__role__in=("implementation_team", "faculty_coach"),
        memberships__hidden_at=None,
    )
    return [(str(one.pk), one.full_name) for one in people.distinct().order_by("first_name", "family_name", "pk")]


def template_of(collaborative):
    """The data of the template this collaborative was made from; of the first one where it names none."""
    try:
        return template_data(collaborative.template_key)
    except UnknownTemplate:
        return template_data(template_keys()[0])


def course_of(actor):
    """(sessions, periods) of the collaborative, in order."""
    sessions = list(here(actor, LearningSession.objects.visible_to(actor)).in_order())
    return sessions, list(here(actor, ActionPeriod.objects.visible_to(actor)).in_order())


def day_is_held(actor):
    """Whether a pre-work day is held, or may still be: its objectives are no assignments then."""
    day = here(actor, PreworkDay.objects.visible_to(actor)).order_by("pk").first()
    return day is None or day.plan != PreworkDayPlan.NOT_HELD


def zone_of(actor):
    """(the reader's time zone, the organization's): one's own where one chose one, else where the organization is."""
    home = Organization.objects.values_list("time_zone", flat=True).get(pk=actor.organization_id)
    return actor.person["time_zone"] or home, home


def in_zone(zone):
    """Times on the page are those of `zone`."""
    timezone.activate(ZoneInfo(zone))


def place_words(zone):
    """ "New York", of America/New_York."""
    return zone.rpartition("/")[2].replace("_", " ")


# Where a team does what is asked, the nearest page first; a room that is not there yet is passed over.
PAGES = {
    "people": ("tenancy:who_is_who",),
    "team": ("tenancy:team_edit",),
    "profile": ("introductions:introduction_write", "tenancy:profile_edit"),
    "storyboard": ("introductions:board_edit",),
    "data_plan": ("metrics:data_plan", "metrics:metric_list"),
    "numbers": ("metrics:observation_enter",),
    "priorities": ("pdsa:priority_list",),
    "talk": ("discussion:post_list",),
}


def where_to(actor, leads_to):
    """The address at which a team does what an assignment asks; empty where that room is not here."""
    rest = [actor.team_id] if leads_to == "team" else []
    for name in PAGES.get(leads_to, ()):
        with suppress(NoReverseMatch):
            return reverse(name, args=[actor.organization_slug, actor.collaborative_slug, *rest])
    return ""


def save_or_show(request, template, form, save, *, done, draft=None, version=0, read_again=None, **context):
    """Carry out `save(words)` and go on to `done`; else show the form with what was typed and what to do next.

    `read_again()` gives (version, what the record says now) when somebody else saved first.
    """
    context, status = {"form": form, "version": version, "draft": draft, **context}, 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                save({name: value for name, value in form.cleaned_data.items() if name != "version"})
        except ChangedMeanwhile:
            context["version"], now = read_again()
            context["changed"] = differences(form, now)
            status = CONFLICT
        else:
            if not form.errors:
                if draft:
                    draft.drop()
                return HttpResponseRedirect(done)
    return show(request, template, context, status)


def differences(form, now):
    """[(label, what it says now)] where it differs from what this person typed."""
    typed = form.cleaned_data
    return [
        (form.fields[name].label, value)
        for name, value in now.items()
        if name in form.fields and str(typed.get(name) or "") != str(value or "")
    ]


def phase_of(actor, collaborative):
    """(all phases, the one we are in)."""
    phases = rules.read_phases(template_of(collaborative))
    sessions, periods = course_of(actor)
    return phases, rules.phase_now(phases, sessions, periods, actor.today)
