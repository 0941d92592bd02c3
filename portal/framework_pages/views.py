"""The framework as a whole, and one driver with what teams try there and what counts for it."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.framework.models import PrimaryDriver, StarterIdea
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Collaborative
from collaborative.tenancy.sent_forms import new_form_key

from . import reading

EVERYDAY = "everyday"


@collaborative_page("framework", "read")
def framework(request):
    """Why, the aims, and the driver diagram; `?words=everyday` says the ways in everyday words."""
    actor = request.actor
    found = reading.framework_for(actor)
    context = {"framework": found, "may_write": can(actor, "write", "framework"), "form_key": new_form_key()}
    context["about"] = Collaborative.objects.visible_to(actor).filter(pk=actor.collaborative_id).first()
    context["may_write_about"] = can(actor, "write", "collaborative")
    if found is not None:
        context |= _whole(actor, found)
        context["everyday"] = request.GET.get("words") == EVERYDAY
    return render(request, "framework/framework.html", context)


def _whole(actor, found):
    aims, drivers = reading.aims_of(actor, found), reading.drivers_of(actor, found)
    answers = (
        [{"text": aim.text, "url": ""} for aim in aims],
        [{"text": count.name, "url": count.url} for count in reading.metrics_of(actor)],
        [{"text": driver.row.short_title, "url": driver.url} for driver in drivers],
    )
    strip = [
        {**question, "number": number, "answers": answers[number - 1] if number <= len(answers) else []}
        for number, question in enumerate(found.questions, start=1)
    ]
    return {"aims": aims, "drivers": drivers, "strip": strip}


@collaborative_page("framework", "read")
def driver(request, code):
    """Why a driver matters, the ways to work on it, small ideas to begin with, and what teams try there."""
    actor = request.actor
    in_force = reading.framework_for(actor)
    if in_force is None:
        raise Http404
    row = get_object_or_404(PrimaryDriver.objects.visible_to(actor), framework=in_force, code=code)
    drivers = reading.drivers_of(actor, in_force)
    may_try = can(actor, "write", "try")
    return render(
        request,
        "framework/driver.html",
        {
            "driver": row,
            "drivers": drivers,
            "ways": next(other.ways for other in drivers if other.row.pk == row.pk),
            "ideas": reading.ideas_of(actor, row),
            "own_roles": actor.roles,
            "start_url": reading.address(actor, "pdsa:cycle_start") if may_try else "",
            "tries": reading.tries_of(actor, row) if can(actor, "read", "try") else [],
            "shows_tries": can(actor, "read", "try"),
            "all_tries_url": reading.address(actor, "pdsa:cycle_list"),
            "metrics": reading.metrics_of(actor, row),
            "talk_url": reading.talk_about(actor, row),
            "may_write": can(actor, "write", "framework"),
            "hidden": _just_hidden(request),
            "form_key": new_form_key(),
            "nobody_yet": _("Nobody has shown a try here yet. Somebody has to be the first, and it can be small."),
        },
    )


def _just_hidden(request):
    """The idea this person just took away, offered back."""
    try:
        wanted = UUID(request.GET.get("idea", ""))
    except ValueError:
        return None
    return StarterIdea.objects.hidden_for(request.actor).filter(pk=wanted).first()
