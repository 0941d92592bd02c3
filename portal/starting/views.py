"""The page where an organization's admins and project teams start a collaborative."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from collaborative.framework.templates import template_choices, template_data, template_keys
from collaborative.tenancy.actions.organizations import SlugTaken
from collaborative.tenancy.doors import organization_page
from collaborative.tenancy.models import Person
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.tenancy.slugs import RESERVED_COLLABORATIVES

from . import actions, rules
from .forms import FirstDayForm, StartForm


@organization_page("collaborative", "write", methods=("GET", "POST"))
def collaborative_start(request):
    """Start a collaborative from a template; `?first=` proposes the days of its sessions."""
    key = _template_key(request)
    plan = rules.read_plan(template_data(key))
    first = FirstDayForm(request.GET if "first" in request.GET else None)
    day = first.cleaned_data["first"] if first.is_valid() else rules.first_day_to_propose(request.actor.today)
    form = StartForm(request.POST or None, sessions=plan.sessions, initial=_proposed(plan, day))
    if request.method == "POST" and form.is_valid():
        made = _start(request, key, form)
        if made:
            return HttpResponseRedirect(reverse("schedule:schedule", args=[request.actor.organization_slug, made.slug]))
    return render(
        request,
        "starting/collaborative_start.html",
        {
            "form": form,
            "first": first if first.is_bound else FirstDayForm(initial={"first": day}),
            "templates": template_choices(),
            "template_key": key,
            "about": template_data(key)["template"],
            "form_key": new_form_key(),
        },
    )


def _template_key(request):
    asked = request.POST.get("template") or request.GET.get("template")
    keys = template_keys()
    return asked if asked in keys else keys[0]


def _proposed(plan, first):
    days = rules.propose_days(plan.sessions, first)
    named = {f"day_{session.number}": day for session, day in zip(plan.sessions, days, strict=True)}
    return {"name": plan.about["name"], "short_name": plan.about["short_name"], **named}


def _start(request, key, form):
    """The new collaborative, or None with the reason in the form."""
    slug = slugify(form.cleaned_data["short_name"])[:50].strip("-")
    if not slug or slug in RESERVED_COLLABORATIVES:
        form.add_error("short_name", _("Please choose another short name, with letters or numbers."))
        return None
    try:
        with transaction.atomic():
            return actions.start_collaborative(
                template_key=key,
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
