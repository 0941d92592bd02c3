"""The room's first page: what is asked, and where we stand with it. And what taking part means, role by role."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES, Role

from .. import pages
from ..actions import asking
from ..enums import ASKED_ROLES
from ..forms import ExpectationForm
from ..models import CallSlot, CommitmentLetter, Expectation, Signature
from .fetching import DraftOf, collaborative_of, here, me, one, room_url, save_or_show, show, template_of, to

ORDER = {role: place for place, role in enumerate(ASKED_ROLES)}


@collaborative_page("asked")
def asked(request):
    """Everything that is asked of us on one page, with the next step."""
    actor = request.actor
    in_team = actor.team_id is not None and actor.has_role(*TEAM_ROLES)
    mine = pages.asked_of(actor, actor.team_id) if in_team else []
    letter = here(actor, CommitmentLetter.objects.visible_to(actor)).order_by("-number").first()
    context = {
        "in_team": in_team,
        "asked": mine,
        "next": next((one for one in mine if not one.is_done), None),
        "letter": letter,
        "signed": letter and _own_signature(actor),
        "has_expectations": here(actor, Expectation.objects.visible_to(actor)).exists(),
        "slots_open": _slots_open(actor),
        "may_write": can(actor, "write", "asked"),
        "may_offer": can(actor, "write", "slot"),
        "sees_slots": can(actor, "read", "slot"),
        "sees_ticks": can(actor, "read", "tick"),
        "sees_trials": can(actor, "read", "trial"),
        "sees_hands": can(actor, "comment", "prework"),
        "hands": pages.hands_asked(actor) if can(actor, "comment", "prework") else [],
    }
    return show(request, "asked", context)


def _own_signature(actor):
    own = here(actor, Signature.objects.visible_to(actor)).filter(author_id=actor.person_id).standing()
    return own.select_related("letter").order_by("-signed_at", "-pk").first()


def _slots_open(actor):
    """Whether a role group of this person is looking for a time just now."""
    slots = here(actor, CallSlot.objects.visible_to(actor)).filter(group_id__in=actor.group_ids)
    return bool(actor.group_ids) and slots.open().coming(timezone.now()).exists()


@collaborative_page("asked", "write", methods=("POST",))
def template_start(request):
    """Lay out what the template asks, where nothing stands yet; the project team then changes the words."""
    actor = request.actor
    collaborative = collaborative_of(actor)
    asking.lay_out(collaborative, data=template_of(collaborative), by=me(actor), on=actor.today)
    messages.success(request, _("It is laid out. Read it through and make the words your own."))
    return to(request, "asked")


@collaborative_page("asked")
def expectation_list(request):
    """What taking part means for each role; one's own comes first."""
    actor = request.actor
    rows = sorted(
        here(actor, Expectation.objects.visible_to(actor)),
        key=lambda row: (row.role not in actor.roles, ORDER[Role(row.role)]),
    )
    context = {
        "rows": [(row, row.role in actor.roles) for row in rows],
        "costs": [row for row in rows if row.cover],
        "is_senior_leader": actor.has_role(Role.SENIOR_LEADER),
        "may_write": can(actor, "write", "asked"),
        "can_add": can(actor, "write", "asked") and len(rows) < len(ASKED_ROLES),
        "hidden": _hidden(actor, request.GET.get("hidden", "")),
    }
    return show(request, "expectation_list", context)


def _hidden(actor, pk):
    rows = here(actor, Expectation.objects.hidden_for(actor)).order_by("pk")
    return next((row for row in rows if str(row.pk) == pk), None)


@collaborative_page("asked", "write", methods=("GET", "POST"))
def expectation_add(request):
    """What taking part means for one more role."""
    actor = request.actor
    draft = DraftOf(actor, "expectation", actor.collaborative_id)
    form = ExpectationForm(request.POST if request.method == "POST" else None, initial=draft.words())
    taken = set(here(actor, Expectation.objects.visible_to(actor)).values_list("role", flat=True))
    form.fields["role"].choices = [choice for choice in form.fields["role"].choices if choice[0] not in taken]
    return save_or_show(
        request,
        "expectation_edit",
        form,
        lambda words: asking.add_expectation(collaborative_of(actor), by=me(actor), **words),
        done=room_url(actor, "expectation_list"),
        draft=draft,
    )


@collaborative_page("asked", "write", methods=("GET", "POST"))
def expectation_edit(request, expectation_id):
    """Change what a role is asked."""
    actor = request.actor
    row = one(actor, Expectation.objects.within(actor, "write"), expectation_id)
    draft = DraftOf(actor, "expectation", row.pk)

    def words_of():
        return {name: getattr(row, name) for name in ("what", "how_much", "when", "whose_time", "cover")}

    def read_again():
        row.refresh_from_db()
        return row.version, words_of()

    posted = request.POST if request.method == "POST" else None
    form = ExpectationForm(posted, initial={**words_of(), **draft.words()}, is_new=False)
    return save_or_show(
        request,
        "expectation_edit",
        form,
        lambda words: asking.edit_expectation(row, version=form.cleaned_data["version"], by=me(actor), **words),
        done=room_url(actor, "expectation_list"),
        draft=draft,
        version=row.version,
        read_again=read_again,
        row=row,
    )


@collaborative_page("asked", "write", methods=("POST",))
def expectation_hide(request, expectation_id):
    """This role is asked nothing; the next page offers it back."""
    row = one(request.actor, Expectation.objects.within(request.actor, "write"), expectation_id)
    asking.hide_expectation(row, by=me(request.actor))
    return to(request, "expectation_list", query=f"?hidden={row.pk}")


@collaborative_page("asked", "write", methods=("POST",))
def expectation_show(request, expectation_id):
    """Bring it back."""
    hidden = here(request.actor, Expectation.objects.hidden_for(request.actor))
    asking.show_expectation(get_object_or_404(hidden, pk=expectation_id), by=me(request.actor))
    return to(request, "expectation_list")
