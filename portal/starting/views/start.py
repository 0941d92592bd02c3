"""The page where an organization's admins and project teams start a collaborative, and bring one back."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from collaborative.framework.models import CollaborativeChangeFramework
from collaborative.framework.templates import template_choices, template_data, template_keys
from collaborative.schedule.models import LearningSession
from collaborative.tenancy.actions import houses
from collaborative.tenancy.actions.organizations import SlugTaken
from collaborative.tenancy.doors import organization_page
from collaborative.tenancy.enums import Role, Verb
from collaborative.tenancy.models import Collaborative, Person
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.tenancy.slugs import RESERVED_COLLABORATIVES

from .. import actions, rules, sources
from ..forms import FirstDayForm, StartForm

OLDER_SHOWN = 20


@organization_page("collaborative", "write", methods=("GET", "POST"))
def collaborative_start(request):
    """Start a collaborative from a template or an older one; `?first=` proposes the days of its sessions."""
    older, key = _older(request), _template_key(request)
    plan = (sources.of_older(older, today=request.actor.today) if older else sources.of_template(key)).plan
    first = FirstDayForm(request.GET if "first" in request.GET else None)
    day = first.cleaned_data["first"] if first.is_valid() else rules.first_day_to_propose(request.actor.today)
    begins = _begins(plan, day)
    form = StartForm(request.POST or None, sessions=plan.sessions, initial=_proposed(plan, day, older))
    if request.method == "POST" and form.is_valid():
        made = _start(request, key, older, form)
        if made:
            return redirect("starting:house", request.actor.organization_slug, made.slug)
    return render(
        request,
        "starting/collaborative_start.html",
        {
            "form": form,
            "first": first if first.is_bound else FirstDayForm(initial={"first": day}),
            "templates": [(value, name, not older and value == key) for value, name in template_choices()],
            "template_key": key,
            "older": older,
            "began": begins if begins and begins < request.actor.today else None,
            "older_ones": _older_ones(request.actor),
            "put_away": _put_away(request.actor),
            "about": template_data(key)["template"],
            "form_key": new_form_key(),
        },
    )


@organization_page("collaborative", "write", methods=("POST",))
def collaborative_bring_back(request, collaborative_id):
    """A house that was put away is back as it was."""
    actor = request.actor
    row = get_object_or_404(_put_away(actor, limit=None), pk=collaborative_id)
    try:
        houses.bring_back(row, by=Person.objects.get(pk=actor.person_id), on=actor.today)
    except SlugTaken:
        messages.info(request, _("Another collaborative has its address now. Rename that one first."))
        return redirect("starting:collaborative_start", actor.organization_slug)
    messages.success(request, _("It is back as it was."))
    return redirect("starting:house", actor.organization_slug, row.slug)


def _template_key(request):
    asked = request.POST.get("template") or request.GET.get("template")
    keys = template_keys()
    return asked if asked in keys else keys[0]


def _older(request):
    """The collaborative one asked to start from, of those one may; None for a template."""
    asked = request.POST.get("older") or request.GET.get("older")
    try:
        return _older_ones(request.actor, limit=None).filter(pk=UUID(asked)).first() if asked else None
    except ValueError:
        return None


def _older_ones(actor, limit=OLDER_SHOWN):
    """Collaboratives whose project team or admin one is, with a framework and sessions to take over."""
    rows = Collaborative.objects.within(actor, Verb.WRITE).filter(
        Exists(CollaborativeChangeFramework.objects.shown().filter(collaborative_id=OuterRef("pk"))),
        Exists(LearningSession.objects.shown().filter(collaborative_id=OuterRef("pk"))),
    )
    rows = rows.order_by("-starts_on", "pk")
    return rows if limit is None else list(rows[:limit])


def _put_away(actor, limit=OLDER_SHOWN):
    """Houses that were put away: an admin brings any of them back, others their own."""
    rows = Collaborative.objects.filter(organization_id=actor.organization_id, hidden_at__isnull=False)
    if not actor.has_role(Role.ORGANIZATION_ADMIN):
        rows = rows.filter(hidden_by_id=actor.person_id)
    rows = rows.order_by("-hidden_at", "pk")
    return rows if limit is None else list(rows[:limit])


def _begins(plan, first):
    return rules.begins_on(plan, rules.propose_days(plan.sessions, first)) if plan.periods else None


def _proposed(plan, first, older):
    days = rules.propose_days(plan.sessions, first)
    named = {f"day_{session.number}": day for session, day in zip(plan.sessions, days, strict=True)}
    names = {} if older else {"name": plan.about["name"], "short_name": plan.about["short_name"]}
    return {**names, **named}


def _start(request, key, older, form):
    """The new collaborative, or None with the reason in the form."""
    slug = slugify(form.cleaned_data["short_name"])[:50].strip("-")
    if not slug or slug in RESERVED_COLLABORATIVES:
        form.add_error("short_name", _("Please choose another short name, with letters or numbers."))
        return None
    try:
        with transaction.atomic():
            return actions.start_collaborative(
                template_key=key,
                older=older,
                name=form.cleaned_data["name"],
                short_name=form.cleaned_data["short_name"],
                slug=slug,
                session_days=form.session_days,
                by=Person.objects.get(pk=request.actor.person_id),
                on=request.actor.today,
            )
    except SlugTaken:
        form.add_error("short_name", _("Another collaborative here has this short name. Please choose another."))
        return None
