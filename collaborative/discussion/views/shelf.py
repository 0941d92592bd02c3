"""The shelf: links and files worth keeping, by driver, role, age and language."""

from collections import defaultdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import AgeGroup
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..enums import Spoken
from ..forms import ShelfForm
from ..lines import shelf_line
from ..models import ShelfItem, ShelfUse
from ..models.shelf import FOR_ROLES
from .fetching import drivers_of, me, place

PER_PAGE = 50
FEW_USES = 3  # of what teams said about one thing, the newest; ours


def items_of(actor):
    return ShelfItem.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)


@collaborative_page("shelf", "read")
def shelf(request):
    """What is recommended first, then by title; by driver, role, age, language, or the words one looks for."""
    actor = request.actor
    drivers = drivers_of(actor)
    chosen = next((driver for driver in drivers if str(driver.pk) == request.GET.get("driver")), None)
    asked = _asked(request.GET)
    words = request.GET.get("words", "").strip()[:100]
    items = items_of(actor).for_page().on_shelf(actor).filter(translation_of=None)
    items = items.of_driver(chosen).tagged(**asked).holding(words)
    order = ["-created_at", "-pk"] if request.GET.get("order") == "newest" else ["title", "pk"]
    page = Paginator(items.order_by(*order), PER_PAGE).get_page(request.GET.get("page"))
    lines = shelf_lines(list(page.object_list), actor)
    page.object_list = lines
    context = {
        "page": page,
        "recommended": [line for line in lines if line.item.featured_at],
        "others": [line for line in lines if not line.item.featured_at],
        "drivers": drivers,
        "chosen": chosen,
        "asked": {**asked, "is_any": any(asked.values())},
        "newest": request.GET.get("order") == "newest",
        "words": words,
        "roles": FOR_ROLES,
        "ages": AgeGroup.choices,
        "languages": Spoken.choices,
        "may_write": can(actor, "write", "shelf"),
        "curates": can(actor, "share", "shelf"),
        "may_use": can(actor, "write", "shelf_use"),
    }
    return render(request, "discussion/shelf.html", context)


def _asked(get):
    """The tags that were asked for, as far as there are such."""
    known = {"role": dict(FOR_ROLES), "age": dict(AgeGroup.choices), "spoken": dict(Spoken.choices)}
    return {name: get.get(name, "") if get.get(name) in values else "" for name, values in known.items()}


def shelf_lines(items, actor):
    """Items with what teams said about them and their language versions, in one query each."""
    uses, versions = defaultdict(list), defaultdict(list)
    said = ShelfUse.objects.visible_to(actor).filter(item__in=[item.pk for item in items])
    for use in said.select_related("team__center").order_by("-used_on", "-pk"):
        uses[use.item_id].append(use)
    others = items_of(actor).for_page().on_shelf(actor).filter(translation_of__in=[item.pk for item in items])
    for version in others.order_by("spoken", "pk"):
        versions[version.translation_of_id].append(shelf_line(version, actor))
    return [shelf_line(item, actor, uses[item.pk], versions[item.pk]) for item in items]


@collaborative_page("shelf", "write", methods=("GET", "POST"))
def shelf_put(request):
    """Something new for the shelf; `?of=<id>`: a language version of what stands there."""
    actor = request.actor
    drivers, original = drivers_of(actor), _original(request)
    draft = DraftOf(actor, "shelf", original.pk if original else actor.collaborative_id)
    if request.method == "POST":
        form = ShelfForm(request.POST, request.FILES, drivers=drivers, original=original)
        if form.is_valid():
            try:
                item = _put(request, form.cleaned_data, original)
            except NotAFile as error:
                form.add_error("file", str(error))
            else:
                draft.drop()
                messages.success(request, _said(item, actor))
                return redirect("discussion:shelf", *place(request))
    else:
        begin = _like(original) if original else {}
        form = ShelfForm(initial={**begin, **draft.words()}, drivers=drivers, original=original)
    context = {"form": form, "draft": draft, "form_key": new_form_key(), "had_file": bool(request.FILES)}
    return render(request, "discussion/shelf_put.html", {**context, "original": original})


def _original(request):
    """What the new thing is a language version of, if the address says so."""
    wanted = request.GET.get("of", "")
    if not wanted:
        return None
    found = next((item for item in items_of(request.actor).filter(translation_of=None) if str(item.pk) == wanted), None)
    if found is None:
        raise Http404
    return found


def _like(item):
    return {
        "title": item.title, "description": item.description, "driver": str(item.driver_id or ""),
        "roles": item.roles, "ages": item.ages, "source": item.source, "spoken": Spoken.ES,
    }  # fmt: skip


def _put(request, typed, original):
    names = ("title", "description", "link", "driver", "roles", "ages", "spoken", "source")
    version = {"translation_of": original, "translated": typed["translated"]} if original else {}
    return actions.put_on_shelf(
        collaborative_id=request.actor.collaborative_id, by=me(request), on=request.actor.today,
        upload=typed["file"], curates=can(request.actor, "share", "shelf") or original is not None,
        language=request.actor.person["language"], **{name: typed[name] for name in names}, **version,
    )  # fmt: skip


def _said(item, actor):
    if item.shows_from <= actor.today:
        return _("It is on the shelf. Thank you.")
    day = date_format(item.shows_from, "MONTH_DAY_FORMAT")
    return _("Thank you. This week brought enough that is new, so all will see it from %(day)s on.") % {"day": day}


@collaborative_page("shelf", "read")
def shelf_file(request, item_id):
    item = get_object_or_404(items_of(request.actor).select_related("file"), pk=item_id)
    if item.file is None:
        raise Http404
    return file_response(item.file)


@collaborative_page("shelf", "write", methods=("POST",))
def shelf_hide(request, item_id):
    """Take something off the shelf: whoever put it there, or who keeps the shelf tidy."""
    item = tidied(request, item_id)
    actions.hide(item, by=me(request))
    context = {"item": item, "form_key": new_form_key()}
    return render(request, "discussion/shelf_hidden.html", context)


def tidied(request, item_id):
    """An item, for whoever put it there or keeps the shelf tidy."""
    item = get_object_or_404(items_of(request.actor), pk=item_id)
    if item.author_id != request.actor.person_id and not can(request.actor, "share", "shelf", item):
        raise PermissionDenied
    return item


@collaborative_page("shelf", "write", methods=("POST",))
def shelf_show(request, item_id):
    """Put it back, for whoever took it off."""
    taken_off = ShelfItem.objects.taken_down(request.actor, timezone.now())
    item = get_object_or_404(taken_off.filter(hidden_by_id=request.actor.person_id), pk=item_id)
    actions.bring_back(item)
    return redirect("discussion:shelf", *place(request))
