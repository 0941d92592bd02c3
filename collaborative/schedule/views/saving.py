"""Saving a form about a date: what may stand in the way, and what people see then."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.models import Collaborative, Person
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions

CONFLICT = 409


def page_url(request, name="schedule", *args):
    """The address of a page of this room in this collaborative."""
    actor = request.actor
    return reverse(f"schedule:{name}", args=[actor.organization_slug, actor.collaborative_slug, *args])


def person_of(request):
    """Who is writing."""
    return Person.objects.get(pk=request.actor.person_id)


def collaborative_of(request):
    """Where they are writing."""
    return Collaborative.objects.visible_to(request.actor).get(pk=request.actor.collaborative_id)


def save_or_show(request, template, form, save, *, version=0, read_again=None, done_url=None, **context):
    """Carry out `save(words)` and go on to `done_url`; else show the form with what was typed and what to do next.

    `read_again()` gives (version, what the record says now) when somebody else saved first.
    """
    context = {"form": form, "version": version, "form_key": new_form_key(), **context}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                save(form.words())
        except ChangedMeanwhile:
            context["version"], now = read_again()
            context["changed"] = _differences(form, now)
            status = CONFLICT
        except actions.EndsBeforeItStarts:
            form.add_error(None, _("A period would then end before it starts. Please choose another day."))
        except actions.HangsOnItself:
            form.add_error("anchor_id", _("That date already moves along with this one. Please choose another."))
        else:
            return HttpResponseRedirect(done_url or page_url(request))
    return render(request, template, context, status=status)


def _differences(form, now):
    """[(label, what it says now)] where it differs from what this person typed."""
    typed = form.cleaned_data
    return [
        (form.fields[name].label, _said(form.fields[name], value))
        for name, value in now.items()
        if name in form.fields and (typed.get(name) or "") != (value or "")
    ]


def _said(field, value):
    choices = dict(getattr(field, "choices", ()))
    return choices.get(str(value) if value else "", value) if choices else value
