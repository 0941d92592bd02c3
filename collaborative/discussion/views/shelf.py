"""The shelf: links and files worth keeping, by driver."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.framework.models import PrimaryDriver
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import ShelfForm
from ..lines import shelf_line
from ..models import ShelfItem
from .fetching import me, place

PER_PAGE = 50


def _items(actor):
    return ShelfItem.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)


def _drivers(actor):
    """The drivers of the framework in force."""
    drivers = PrimaryDriver.objects.visible_to(actor).filter(
        framework__collaborative_id=actor.collaborative_id, framework__published_on__isnull=False
    )
    rows = list(drivers.order_by("-framework__number", "position", "pk"))
    return [driver for driver in rows if driver.framework_id == rows[0].framework_id]


@collaborative_page("shelf", "read")
def shelf(request):
    """Everything on the shelf by title, or what speaks to one driver, or holds the words one looks for."""
    actor = request.actor
    drivers = _drivers(actor)
    chosen = next((driver for driver in drivers if str(driver.pk) == request.GET.get("driver")), None)
    words = request.GET.get("words", "").strip()[:100]
    items = _items(actor).for_page().of_driver(chosen).holding(words)
    page = Paginator(items.order_by("title", "pk"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [shelf_line(item, actor) for item in page.object_list]
    context = {"page": page, "drivers": drivers, "chosen": chosen, "words": words}
    return render(request, "discussion/shelf.html", {**context, "may_write": can(actor, "write", "shelf")})


@collaborative_page("shelf", "write", methods=("GET", "POST"))
def shelf_put(request):
    drivers = _drivers(request.actor)
    draft = DraftOf(request.actor, "shelf", request.actor.collaborative_id)
    if request.method == "POST":
        form = ShelfForm(request.POST, request.FILES, drivers=drivers)
        if form.is_valid():
            try:
                _put(request, form.cleaned_data)
            except NotAFile as error:
                form.add_error("file", str(error))
            else:
                draft.drop()
                messages.success(request, _("It is on the shelf. Thank you."))
                return redirect("discussion:shelf", *place(request))
    else:
        form = ShelfForm(initial=draft.words(), drivers=drivers)
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "had_file": bool(request.FILES)}
    return render(request, "discussion/shelf_put.html", context)


def _put(request, typed):
    actions.put_on_shelf(
        collaborative_id=request.actor.collaborative_id, by=me(request), title=typed["title"],
        description=typed["description"], link=typed["link"], upload=typed["file"], driver=typed["driver"],
        language=request.actor.person["language"],
    )  # fmt: skip


@collaborative_page("shelf", "read")
def shelf_file(request, item_id):
    item = get_object_or_404(_items(request.actor).select_related("file"), pk=item_id)
    if item.file is None:
        raise Http404
    return file_response(item.file)


@collaborative_page("shelf", "write", methods=("POST",))
def shelf_hide(request, item_id):
    """Take something off the shelf: whoever put it there, or who keeps the shelf tidy."""
    item = get_object_or_404(_items(request.actor), pk=item_id)
    if item.author_id != request.actor.person_id and not can(request.actor, "share", "shelf", item):
        raise PermissionDenied
    actions.hide(item, by=me(request))
    context = {"item": item, "form_key": new_form_key()}
    return render(request, "discussion/shelf_hidden.html", context)


@collaborative_page("shelf", "write", methods=("POST",))
def shelf_show(request, item_id):
    """Put it back, for whoever took it off."""
    taken_off = ShelfItem.objects.taken_down(request.actor, timezone.now())
    item = get_object_or_404(taken_off.filter(hidden_by_id=request.actor.person_id), pk=item_id)
    actions.bring_back(item)
    return redirect("discussion:shelf", *place(request))
