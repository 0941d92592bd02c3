"""A role group finds the time of its call: times are offered, people say which work, the coach chooses."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can, can_on_rung
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import AffinityGroup
from collaborative.ui.own_words import in_own_words

from ..actions import calls as actions
from ..enums import Works
from ..forms import SlotForm, WorksForm
from ..models import CallSlot, SlotAnswer
from .fetching import here, in_zone, me, one, place_words, room_url, save_or_show, show, to, zone_of

MOST = 60  # offered times on one page; ours
SOON_OVER = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Offered:
    """A time, what I said to it, and, for the group alone, who can come."""

    slot: CallSlot
    mine: str
    answers: list
    may_answer: bool
    may_choose: bool


@collaborative_page("slot")
def slot_list(request):
    """Times that are offered to my role groups, in my own time zone."""
    actor = request.actor
    zone, home = zone_of(actor)
    in_zone(zone)
    slots = here(actor, CallSlot.objects.visible_to(actor)).coming(timezone.now() - SOON_OVER).in_order()
    slots = list(slots[:MOST])
    answers = SlotAnswer.objects.visible_to(actor).filter(slot__in=slots).select_related("author")
    by_slot = {}
    for answer in answers.order_by("author__first_name", "author__family_name", "pk"):
        by_slot.setdefault(answer.slot_id, []).append(answer)
    groups = {}
    for slot in slots:
        groups.setdefault(slot.group, []).append(_offered(actor, slot, by_slot.get(slot.pk, [])))
    hidden = here(actor, CallSlot.objects.hidden_for(actor)).order_by("pk")
    context = {
        "groups": [
            (group, [one for one in offered if one.slot.chosen_on], [one for one in offered if not one.slot.chosen_on])
            for group, offered in groups.items()
        ],
        "works": Works,
        "zone_words": place_words(zone),
        "may_offer": can(actor, "write", "slot"),
        "hidden": next((row for row in hidden if str(row.pk) == request.GET.get("hidden", "")), None),
    }
    return show(request, "slot_list", context)


def _offered(actor, slot, answers):
    return Offered(
        slot=slot,
        mine=next((answer.works for answer in answers if answer.author_id == actor.person_id), ""),
        answers=[
            (label, [answer.author.first_name for answer in answers if answer.works == value])
            for value, label in Works.choices
        ],
        may_answer=can_on_rung(actor, "comment", "slot", slot) and not _leads(actor, slot),
        may_choose=can_on_rung(actor, "write", "slot", slot),
    )


def _leads(actor, slot):
    return actor.person_id in (slot.group.coach_id, slot.group.co_lead_id)


@collaborative_page("slot", "write", methods=("GET", "POST"))
def slot_offer(request):
    """Offer a time to a role group: the coach to the own one, the project team to any."""
    actor = request.actor
    zone, _home = zone_of(actor)
    groups = {str(group.pk): group for group in _groups_to_offer(actor)}
    zone_words = _("As the clock says in %(place)s. Everybody sees it in their own time.") % {
        "place": place_words(zone)
    }
    names = [(key, in_own_words(group.name)) for key, group in groups.items()]
    form = SlotForm(request.POST if request.method == "POST" else None, groups=names, zone_words=zone_words)

    def save(words):
        day, clock = words.pop("on"), words.pop("at")
        starts_at = datetime.datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
        if starts_at < timezone.now():
            form.add_error("on", _("This time has passed. Please choose one that is still to come."))
            return
        actions.offer_slot(groups[words.pop("group_id")], starts_at=starts_at, by=me(actor), **words)

    return save_or_show(request, "slot_offer", form, save, done=room_url(actor, "slot_list"))


def _groups_to_offer(actor):
    groups = here(actor, AffinityGroup.objects.visible_to(actor))
    if not can(actor, "write", "affinity_group"):
        groups = groups.filter(pk__in=actor.group_ids)
    return groups.order_by("name", "pk")


@collaborative_page("slot", "comment", methods=("POST",))
def slot_answer(request, slot_id):
    """Say whether a time works for me."""
    actor = request.actor
    slot = one(actor, CallSlot.objects.within(actor, "comment"), slot_id)
    form = WorksForm(request.POST)
    if form.is_valid():
        actions.answer_slot(slot, works=form.cleaned_data["works"], by=me(actor))
    return to(request, "slot_list", query=f"#slot-{slot.pk}")


@collaborative_page("slot", "write", methods=("POST",))
def slot_choose(request, slot_id):
    """This is our time; it stands among the group's dates from now on."""
    actor = request.actor
    slot = _own(actor, slot_id)
    _zone, home = zone_of(actor)
    words = {"title": _("Call: %(group)s") % {"group": slot.group.name}, "note": slot.get_every_display()}
    try:
        actions.choose_slot(slot, zone=home, by=me(actor), on=actor.today, **words)
    except actions.AlreadyChosen:
        messages.info(request, _("Somebody chose this time just now."))
    else:
        messages.success(request, _("Chosen. The group finds it among its dates."))
    return to(request, "slot_list")


@collaborative_page("slot", "write", methods=("POST",))
def slot_open(request, slot_id):
    """Not this time after all."""
    actions.unchoose_slot(_own(request.actor, slot_id), by=me(request.actor))
    return to(request, "slot_list")


@collaborative_page("slot", "write", methods=("POST",))
def slot_hide(request, slot_id):
    """This time is offered no more; the next page offers it back."""
    slot = _own(request.actor, slot_id)
    actions.hide_slot(slot, by=me(request.actor))
    return to(request, "slot_list", query=f"?hidden={slot.pk}")


@collaborative_page("slot", "write", methods=("POST",))
def slot_show(request, slot_id):
    """It is offered again."""
    actor = request.actor
    actions.show_slot(get_object_or_404(here(actor, CallSlot.objects.hidden_for(actor)), pk=slot_id))
    return to(request, "slot_list")


def _own(actor, slot_id):
    return one(actor, CallSlot.objects.within(actor, "write").select_related("group", "collaborative"), slot_id)
