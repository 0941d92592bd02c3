"""Keeping the shelf tidy: its tags, what is recommended, what has had its time, what stands there twice; and who
used what."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import MergeForm, ShelfTagsForm, UseForm
from ..models import ShelfUse
from .fetching import drivers_of, me, place
from .shelf import items_of, shelf_lines, tidied

MOST_OTHERS = 500  # things one can choose from when two are the same; ours
TAGS = ("title", "description", "source", "spoken", "driver", "roles", "ages")


def _to_shelf(request):
    return redirect("discussion:shelf", *place(request))


def _curated(request, item_id):
    """An item, for who keeps the shelf tidy."""
    item = get_object_or_404(items_of(request.actor), pk=item_id)
    if not can(request.actor, "share", "shelf", item):
        raise PermissionDenied
    return item


@collaborative_page("shelf", "write", methods=("GET", "POST"))
def shelf_edit(request, item_id):
    """Its words and tags, for whoever put it there; and for the curator the rest of what can be done with it."""
    item = tidied(request, item_id)
    begin = {name: getattr(item, name) for name in TAGS}
    begin |= {"driver": str(item.driver_id or ""), "version": item.version}
    form, theirs = ShelfTagsForm(request.POST or None, initial=begin, drivers=drivers_of(request.actor)), None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_item(item, form.cleaned_data["version"], **{name: form.cleaned_data[name] for name in TAGS})
        except ChangedMeanwhile as changed:
            theirs = changed.current
            form.data = form.data.copy()
            form.data["version"] = theirs.version
        else:
            messages.success(request, _("Kept."))
            return _to_shelf(request)
    context = {"form": form, "item": item, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "discussion/shelf_edit.html", {**context, **_curating(request, item)})


def _curating(request, item):
    if not can(request.actor, "share", "shelf", item):
        return {}
    others = items_of(request.actor).on_shelf(request.actor).exclude(pk=item.pk).order_by("title", "pk")
    return {
        "curates": True,
        "waits": item.shows_from is not None and item.shows_from > request.actor.today,
        "merge_form": MergeForm(others=list(others[:MOST_OTHERS])),
        "keys": [new_form_key() for _form in range(6)],
    }


@collaborative_page("shelf", "share")
def shelf_retired(request):
    """What has had its time, or was the same as something else; it can come back."""
    items = items_of(request.actor).for_page().exclude(retired_on=None, merged_into=None)
    lines = shelf_lines(list(items.order_by("title", "pk")[:MOST_OTHERS]), request.actor)
    return render(request, "discussion/shelf_retired.html", {"lines": lines})


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_now(request, item_id):
    actions.show_now(_curated(request, item_id), on=request.actor.today)
    return _to_shelf(request)


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_feature(request, item_id):
    actions.feature(_curated(request, item_id))
    return _to_shelf(request)


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_unfeature(request, item_id):
    actions.take_feature_away(_curated(request, item_id))
    return _to_shelf(request)


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_retire(request, item_id):
    actions.retire(_curated(request, item_id), on=request.actor.today)
    messages.success(request, _("It has had its time. You find it under “What has had its time”."))
    return _to_shelf(request)


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_return(request, item_id):
    actions.return_to_shelf(_curated(request, item_id))
    return _to_shelf(request)


@collaborative_page("shelf", "share", methods=("POST",))
def shelf_merge(request, item_id):
    """It stands there twice: this one points to the other, and what teams said goes along."""
    item = _curated(request, item_id)
    others = items_of(request.actor).on_shelf(request.actor).exclude(pk=item.pk)
    form = MergeForm(request.POST, others=list(others.order_by("title", "pk")[:MOST_OTHERS]))
    if not form.is_valid():
        messages.warning(request, _("Please choose which one it is the same as."))
        return redirect("discussion:shelf_edit", *place(request), item.pk)
    actions.merge(item, into=form.cleaned_data["into"])
    messages.success(request, _("Now it stands there once. You find the other under “What has had its time”."))
    return _to_shelf(request)


@collaborative_page("shelf_use", "write", methods=("GET", "POST"))
def shelf_used(request, item_id):
    """Our team used this, and how it went in a few words."""
    actor = request.actor
    item = get_object_or_404(items_of(actor), pk=item_id)
    known = ShelfUse.objects.visible_to(actor).filter(item=item, team_id=actor.team_id).first()
    form = UseForm(request.POST if request.method == "POST" else None, initial={"words": known.words if known else ""})
    if request.method == "POST" and form.is_valid():
        actions.use_item(
            item, team_id=actor.team_id, by=me(request), words=form.cleaned_data["words"], on=actor.today,
            language=actor.person["language"],
        )  # fmt: skip
        messages.success(request, _("Thank you. That helps other teams choose."))
        return _to_shelf(request)
    context = {"form": form, "item": item, "known": known, "form_key": new_form_key()}
    return render(request, "discussion/shelf_used.html", context)


@collaborative_page("shelf_use", "write", methods=("POST",))
def shelf_not_used(request, item_id):
    """It was said by mistake."""
    item = get_object_or_404(items_of(request.actor), pk=item_id)
    actions.not_used(item, team_id=request.actor.team_id, by=me(request))
    return _to_shelf(request)
