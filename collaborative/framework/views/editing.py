"""The project team's edits of the framework: an aim, a driver, a way to work on it, a word."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.tenancy.doors import collaborative_page
from collaborative.ui.own_words import in_own_words

from .. import actions
from ..forms import AimForm, DriverForm, FrameworkForm, SecondaryForm, TermForm
from ..models import Aim, CollaborativeChangeFramework, GlossaryTerm, PrimaryDriver, SecondaryDriver
from .saving import page_url, person_of, save_or_show


@collaborative_page("framework", "write", methods=("GET", "POST"))
def framework_edit(request, framework_id):
    """Its name and why we do this."""
    framework = _framework(request, framework_id)
    return _edit(request, framework, FrameworkForm, actions.edit_framework, heading=_("Why we do this"))


@collaborative_page("framework", "write", methods=("POST",))
def framework_publish(request, framework_id):
    """From now on all teams read this framework."""
    framework = _framework(request, framework_id)
    actions.publish_framework(framework, by=person_of(request), on=request.actor.today)
    return HttpResponseRedirect(page_url(request))


@collaborative_page("framework", "write", methods=("GET", "POST"))
def aim_edit(request, aim_id):
    """An aim, and if the collaborative likes a measure, how much and by when."""
    aim = get_object_or_404(_writable(request, Aim, "framework__"), pk=aim_id)
    return _edit(request, aim, AimForm, actions.edit_aim, heading=_("An aim"))


@collaborative_page("framework", "write", methods=("GET", "POST"))
def driver_edit(request, driver_id):
    """A driver's titles and why it matters."""
    driver = get_object_or_404(_writable(request, PrimaryDriver, "framework__"), pk=driver_id)
    return _edit(
        request,
        driver,
        DriverForm,
        actions.edit_driver,
        heading=in_own_words(driver.short_title),
        done_url=page_url(request, "driver", driver.code),
    )


@collaborative_page("framework", "write", methods=("GET", "POST"))
def secondary_edit(request, secondary_id):
    """The words of a way to work on a driver."""
    rows = _writable(request, SecondaryDriver, "primary__framework__").select_related("primary")
    secondary = get_object_or_404(rows, pk=secondary_id)
    return _edit(
        request,
        secondary,
        SecondaryForm,
        actions.edit_secondary,
        heading=_("%(code)s: a way to work on %(driver)s")
        % {"code": secondary.code, "driver": in_own_words(secondary.primary.short_title)},
        done_url=page_url(request, "driver", secondary.primary.code),
    )


@collaborative_page("framework", "write", methods=("GET", "POST"))
def term_edit(request, term_id):
    """What a word means, in other plain words."""
    term = get_object_or_404(_writable(request, GlossaryTerm), pk=term_id)
    return _edit(
        request,
        term,
        TermForm,
        actions.edit_term,
        heading=term.term,
        done_url=page_url(request, "glossary"),
        explain=_("One sentence a new family partner would understand."),
    )


def _edit(request, row, form_class, action, *, heading, done_url="", explain=""):
    initial = {name: getattr(row, name) for name in form_class.base_fields if name != "version"}
    form = form_class(request.POST or None, initial=initial)

    def save(words):
        action(row, version=form.cleaned_data["version"], by=person_of(request), **words)

    return save_or_show(
        request,
        form,
        save,
        heading=heading,
        explain=explain,
        done_url=done_url or page_url(request),
        version=row.version,
    )


def _framework(request, framework_id):
    return get_object_or_404(_writable(request, CollaborativeChangeFramework), pk=framework_id)


def _writable(request, model, path=""):
    """What this person may change in this collaborative."""
    here = {f"{path}collaborative_id": request.actor.collaborative_id}
    return model.objects.within(request.actor, "write").filter(**here)
