"""The project team writes what is asked before the first session, and decides about the pre-work day."""

from django.shortcuts import get_object_or_404

from collaborative.tenancy.doors import collaborative_page

from ..actions import asking
from ..enums import PreworkDayPlan
from ..forms import AssignmentForm, PreworkDayForm
from ..models import PreworkAssignment, PreworkDay
from .fetching import DraftOf, collaborative_of, here, me, one, room_url, save_or_show, staff_of, to

WORDS = ("title", "why", "how", "where", "leads_to")


def _form(request, initial=None):
    return AssignmentForm(
        request.POST if request.method == "POST" else None, initial=initial, people=staff_of(request.actor)
    )


@collaborative_page("asked", "write", methods=("GET", "POST"))
def assignment_add(request):
    """One more thing for every team to do."""
    actor = request.actor
    draft = DraftOf(actor, "assignment", actor.collaborative_id)
    return save_or_show(
        request,
        "assignment_edit",
        _form(request, draft.words()),
        lambda words: asking.add_assignment(collaborative_of(actor), by=me(actor), **words),
        done=room_url(actor, "prework_list"),
        draft=draft,
    )


@collaborative_page("asked", "write", methods=("GET", "POST"))
def assignment_edit(request, assignment_id):
    """Change an assignment's words, its good day, and whom to ask."""
    actor = request.actor
    rows = PreworkAssignment.objects.within(actor, "write").select_related("ready_by__anchor")
    row = one(actor, rows, assignment_id)
    draft = DraftOf(actor, "assignment", row.pk)

    def words_of(row):
        day = row.ready_by.on if row.ready_by else None
        return {name: getattr(row, name) for name in WORDS} | {"on_day": day, "ask_id": str(row.ask_id or "")}

    def read_again():
        current = one(actor, rows, assignment_id)
        return current.version, words_of(current)

    form = _form(request, {**words_of(row), **draft.words()})
    return save_or_show(
        request,
        "assignment_edit",
        form,
        lambda words: asking.edit_assignment(row, version=form.cleaned_data["version"], by=me(actor), **words),
        done=room_url(actor, "prework_detail", row.pk),
        draft=draft,
        version=row.version,
        read_again=read_again,
        row=row,
    )


@collaborative_page("asked", "write", methods=("POST",))
def assignment_hide(request, assignment_id):
    """It is not asked any more; the next page offers it back."""
    row = one(request.actor, PreworkAssignment.objects.within(request.actor, "write"), assignment_id)
    asking.hide_assignment(row, by=me(request.actor))
    return to(request, "prework_list", query=f"?hidden={row.pk}")


@collaborative_page("asked", "write", methods=("POST",))
def assignment_show(request, assignment_id):
    """It is asked again."""
    hidden = here(request.actor, PreworkAssignment.objects.hidden_for(request.actor))
    asking.show_assignment(get_object_or_404(hidden, pk=assignment_id), by=me(request.actor))
    return to(request, "prework_list")


@collaborative_page("asked", "write", methods=("GET", "POST"))
def prework_day(request):
    """Hold a pre-work day, or leave its objectives to the teams as assignments."""
    actor = request.actor
    day = _day(actor) or PreworkDay(collaborative=collaborative_of(actor), version=0)
    form = PreworkDayForm(request.POST if request.method == "POST" else None, initial=_day_words(day))

    def save(words):
        if day.version == 0:
            day.version = 1
            day.save()
        version = form.cleaned_data["version"] or day.version
        asking.plan_prework_day(day, version=version, by=me(actor), **words)

    def read_again():
        current = _day(actor)
        return current.version, _day_words(current)

    done = room_url(actor, "prework_list")
    return save_or_show(
        request, "prework_day", form, save, done=done, version=day.version, read_again=read_again,
        draft=DraftOf(actor, "prework-day", actor.collaborative_id),
    )  # fmt: skip


def _day(actor):
    days = here(actor, PreworkDay.objects.visible_to(actor)).select_related("planned__anchor", "collaborative")
    return days.order_by("pk").first()


def _day_words(day):
    planned = day.planned
    held = {"on_day": planned.on, "at": planned.at, "place": planned.place, "link": planned.link} if planned else {}
    return {"plan": day.plan or PreworkDayPlan.OPEN, "objectives": day.objectives, **held}
