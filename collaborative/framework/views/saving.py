"""Saving a form about the framework: what may stand in the way, and what people see then."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.models import Person
from collaborative.tenancy.sent_forms import new_form_key

CONFLICT = 409


def page_url(request, name="framework", *args):
    """The address of a page of this room in this collaborative."""
    actor = request.actor
    return reverse(f"framework:{name}", args=[actor.organization_slug, actor.collaborative_slug, *args])


def person_of(request):
    """Who is writing."""
    return Person.objects.get(pk=request.actor.person_id)


def save_or_show(request, form, save, *, heading, done_url, version=0, explain="", **context):
    """Carry out `save(words)` and go on to `done_url`; else show the form with what was typed.

    Where somebody else saved first, the page shows what the record says now beside what this person typed.
    """
    context = {"form": form, "heading": heading, "explain": explain, "back_url": done_url, **context}
    context |= {"version": version, "form_key": new_form_key()}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                save(form.words())
        except ChangedMeanwhile as told:
            context["version"] = told.current.version
            context["changed"] = _differences(form, told.current)
            status = CONFLICT
        else:
            return HttpResponseRedirect(done_url)
    return render(request, "framework/edit.html", context, status=status)


def _differences(form, current):
    """[(label, what it says now)] where it differs from what this person typed."""
    now = {name: getattr(current, name) for name in form.words()}
    return [
        (form.fields[name].label, _said(form.fields[name], now[name]))
        for name, typed in form.words().items()
        if str(typed or "") != str(now[name] or "")
    ]


def _said(field, value):
    choices = dict(getattr(field, "choices", ()))
    return choices.get(str(value or ""), value) if choices else value
