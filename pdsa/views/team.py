"""The team's pages: several tries at once, what it works on, what it needs, and sheets of paper."""

from django.contrib import messages
from django.forms import formset_factory
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience, Role
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, pages, rules
from ..forms import NeedForm, PriorityForm, TeamTryForm, WriteForTeamForm
from ..models import PDSACycle, Priority, TeamNeed
from .fetching import DraftOf, drivers_of, me, own_team, priorities_of, reasons_of, room_url, row_for, to

AT_ONCE = 4  # empty lines on "Write it down for the team"
NEEDS_SHOWN = 30


@collaborative_page("try", "write", methods=("GET", "POST"))
def write_for_team(request):
    """One person writes several tries down and names whose idea each was."""
    actor = request.actor
    team = own_team(actor)
    tries = formset_factory(TeamTryForm, extra=AT_ONCE, max_num=AT_ONCE, absolute_max=AT_ONCE)
    tuesday = rules.next_tuesday(actor.today)
    options = {"form_kwargs": {"drivers": drivers_of(actor), "today": actor.today}, "prefix": "try"}
    draft = DraftOf(actor, "try-team", actor.collaborative_id)
    if request.method == "POST":
        lines = {**request.POST.dict(), "try-TOTAL_FORMS": AT_ONCE, "try-INITIAL_FORMS": 0}  # as many as we gave out
        formset, form = tries(lines, **options), WriteForTeamForm(request.POST)
        if formset.is_valid() and form.is_valid() and not _asks_whether_another(actor, formset):
            words = [line.words() for line in formset if line.cleaned_data.get("what")]
            if words:
                return _written(request, team, draft, words, form.cleaned_data["audience"])
            form.add_error(None, _("Write down at least one thing you try. A few words are enough."))
    else:
        kept = draft.words()
        formset = tries(initial=[_kept_line(kept, number, tuesday) for number in range(AT_ONCE)], **options)
        formset.extra = 0
        wide = actor.agreed.first_rung == Audience.ALL
        form = WriteForTeamForm(initial=kept or {"audience": Audience.ALL if wide else Audience.TEAM})
    context = {"formset": formset, "form": form, "draft": draft, "form_key": new_form_key()}
    return render(request, "pdsa/write_for_team.html", context)


def _asks_whether_another(actor, formset):
    """Whether to come back with the question: what this person wrote down just now is most likely the same."""
    rows = PDSACycle.objects.visible_to(actor).of_teams(actor.own_team_ids)
    just_now = list(rows.written_since(actor.person_id, timezone.now() - rules.JUST_NOW))
    asked = False
    for line in formset:
        what = line.cleaned_data.get("what")
        if what and not line.cleaned_data["another"] and any(rules.looks_like(what, row.what) for row in just_now):
            line.ask_whether_another()
            asked = True
    return asked


def _written(request, team, draft, words, audience):
    actor = request.actor
    actions.write_for_team(team, tries=words, audience=audience, by=me(actor), on=actor.today)
    draft.drop()
    messages.success(request, _("Written down. Thank you for doing this for the team."))
    return to(actor, "cycle_list")


def _kept_line(kept, number, tuesday):
    names = ("what", "whose_idea", "look_back_on", "driver")  # not "another": that is asked anew
    return {"look_back_on": tuesday} | {
        name: kept[f"try-{number}-{name}"] for name in names if f"try-{number}-{name}" in kept
    }


@collaborative_page("priority")
def priority_list(request):
    """This period we are working on: up to three lines."""
    actor = request.actor
    return _priority_page(request, PriorityForm(drivers=drivers_of(actor)))


@collaborative_page("priority", "write", methods=("POST",))
def priority_add(request):
    actor = request.actor
    form = PriorityForm(request.POST, drivers=drivers_of(actor))
    if form.is_valid():
        try:
            actions.set_priority(own_team(actor), by=me(actor), on=actor.today, **form.words())
        except actions.ThreeAlready:
            form.add_error("text", _("Three lines are enough for one period. Let one of them rest first."))
        else:
            return to(actor, "priority_list")
    return _priority_page(request, form)


def _priority_page(request, form):
    actor = request.actor
    rows = priorities_of(actor, actor.own_team_ids)
    reasons = reasons_of(actor, rows)
    context = {
        "rows": [(row, reasons.get(row.pk)) for row in rows],
        "form": form,
        "may_write": can(actor, "write", "priority") and actor.team_id is not None,
    }
    context["add_url"] = room_url(actor, "priority_add")
    return render(request, "pdsa/priority_list.html", {**context, "form_key": new_form_key()})


@collaborative_page("priority", "write", methods=("GET", "POST"))
def priority_edit(request, priority_id):
    """Change the words of a line."""
    actor = request.actor
    priority = row_for(Priority.objects.select_related("team"), actor, "write", priority_id, "priority")
    reason = reasons_of(actor, [priority]).get(priority.pk)
    initial = {"text": priority.text, "driver": str(priority.driver_id or ""), "reason": reason.text if reason else ""}
    form = PriorityForm(request.POST if request.method == "POST" else None, initial=initial, drivers=drivers_of(actor))
    if form.is_valid():
        actions.set_priority(priority.team, priority=priority, by=me(actor), on=actor.today, **form.words())
        return to(actor, "priority_list")
    return render(request, "pdsa/priority_edit.html", {"row": priority, "form": form, "form_key": new_form_key()})


@collaborative_page("priority", "write", methods=("POST",))
def priority_end(request, priority_id):
    """Let a line rest; what was tried for it stays."""
    actor = request.actor
    priority = row_for(Priority.objects.all(), actor, "write", priority_id, "priority")
    actions.end_priority(priority, by=me(actor), on=actor.today)
    messages.success(request, _("That line rests now. What you tried for it stays."))
    return to(actor, "priority_list")


@collaborative_page("need")
def need_list(request):
    """What the team needs from its senior leader, and what somebody said yes to."""
    return _need_page(request, NeedForm())


@collaborative_page("need", "write", methods=("POST",))
def need_add(request):
    actor = request.actor
    form = NeedForm(request.POST)
    if form.is_valid():
        actions.add_need(own_team(actor), by=me(actor), on=actor.today, **form.words())
        messages.success(request, _("Your senior leader finds it on their first page."))
        return to(actor, "need_list")
    return _need_page(request, form)


def _need_page(request, form):
    actor = request.actor
    rows = list(TeamNeed.objects.visible_to(actor).for_page()[:NEEDS_SHOWN])
    context = {
        "open": [row for row in rows if row.answered_on is None],
        "answered": [row for row in rows if row.answered_on],
        "form": form,
        "may_write": actor.team_id is not None,
        "leads": actor.has_role(Role.SENIOR_LEADER),
    }
    return render(request, "pdsa/need_list.html", {**context, "form_key": new_form_key()})


@collaborative_page("need", "write", methods=("POST",))
def need_answer(request, need_id):
    """Say yes."""
    actor = request.actor
    need = row_for(TeamNeed.objects.all(), actor, "write", need_id, "need")
    actions.answer_need(need, by=me(actor), on=actor.today)
    messages.success(request, _("Thank you. The team can see your yes."))
    return to(actor, "need_list")


@collaborative_page("need", "write", methods=("POST",))
def need_reopen(request, need_id):
    """Take a yes back."""
    actor = request.actor
    need = row_for(TeamNeed.objects.all(), actor, "write", need_id, "need")
    actions.reopen_need(need, by=me(actor), on=actor.today)
    return to(actor, "need_list")


@collaborative_page("try")
def paper_form(request):
    """One page to print: a try on paper, to be photographed or typed in later."""
    return render(request, "pdsa/paper_form.html", {"tuesday": rules.next_tuesday(request.actor.today)})


@collaborative_page("try")
def huddle_sheet(request):
    """Fifteen minutes of a team on one printed page: what we try, what we saw, what next."""
    actor = request.actor
    tries = PDSACycle.objects.visible_to(actor).of_teams(actor.own_team_ids).posted().running()
    cycles = list(tries.in_board_order(actor.today).for_lines()[:6])
    context = {"lines": [pages.line(cycle, actor) for cycle in cycles]}
    context["priorities"] = priorities_of(actor, actor.own_team_ids)
    return render(request, "pdsa/huddle_sheet.html", context)
