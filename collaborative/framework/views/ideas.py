"""Starter ideas: add, change, take away, bring back."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.ui.own_words import in_own_words

from .. import actions
from ..forms import IdeaForm
from ..models import PrimaryDriver, SecondaryDriver, StarterIdea
from .saving import page_url, person_of, save_or_show


@collaborative_page("framework", "write", methods=("GET", "POST"))
def idea_add(request, driver_id):
    """One more small idea under a driver."""
    rows = PrimaryDriver.objects.within(request.actor, "write")
    driver = get_object_or_404(rows, pk=driver_id, framework__collaborative_id=request.actor.collaborative_id)
    form = _form(request, driver)

    def save(words):
        actions.add_idea(driver, by=person_of(request), **words)

    return save_or_show(
        request,
        form,
        save,
        heading=_("A starter idea for %(driver)s") % {"driver": in_own_words(driver.short_title)},
        explain=_("Small enough for next Tuesday: one room, a few children, a few days."),
        done_url=page_url(request, "driver", driver.code),
    )


@collaborative_page("framework", "write", methods=("GET", "POST"))
def idea_edit(request, idea_id):
    """Say a starter idea better."""
    idea = get_object_or_404(_here(request, StarterIdea.objects.within(request.actor, "write")), pk=idea_id)
    names = ("title", "what", "role_label", "with_whom", "how_to_tell")
    initial = {name: getattr(idea, name) for name in names} | {"secondary_id": str(idea.secondary_id or "")}
    form = _form(request, idea.driver, initial=initial)

    def save(words):
        actions.edit_idea(idea, version=form.cleaned_data["version"], by=person_of(request), **words)

    return save_or_show(
        request,
        form,
        save,
        heading=_("A starter idea for %(driver)s") % {"driver": in_own_words(idea.driver.short_title)},
        done_url=page_url(request, "driver", idea.driver.code),
        version=idea.version,
        hide_url=page_url(request, "idea_hide", idea.pk),
    )


@collaborative_page("framework", "write", methods=("POST",))
def idea_hide(request, idea_id):
    """Take an idea off the page; the next page offers it back."""
    idea = get_object_or_404(_here(request, StarterIdea.objects.within(request.actor, "write")), pk=idea_id)
    actions.hide_idea(idea, by=person_of(request))
    return HttpResponseRedirect(f"{page_url(request, 'driver', idea.driver.code)}?idea={idea.pk}")


@collaborative_page("framework", "write", methods=("POST",))
def idea_show(request, idea_id):
    """Bring an idea back."""
    idea = get_object_or_404(_here(request, StarterIdea.objects.hidden_for(request.actor)), pk=idea_id)
    actions.show_idea(idea, by=person_of(request))
    return HttpResponseRedirect(page_url(request, "driver", idea.driver.code))


def _here(request, ideas):
    here = ideas.filter(driver__framework__collaborative_id=request.actor.collaborative_id)
    return here.select_related("driver")


def _form(request, driver, initial=None):
    ways = SecondaryDriver.objects.visible_to(request.actor).of([driver])
    return IdeaForm(
        request.POST or None,
        initial=initial,
        ways=[(str(row.pk), f"{row.code} {in_own_words(row.label)}") for row in ways],
    )
