"""A center leaves the collaborative, with thanks; and it may come back."""

import datetime

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actions import leaving as actions
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import LeavingReason, Verb
from collaborative.tenancy.models import Departure, Person, Team
from collaborative.ui.lists import listed

from ..forms.leaving import DepartureForm, WelcomeBackForm
from .showing import go, here, language, show, theirs
from .ways import upper_url

WORDS = ("left_on", "words_after", "chosen_by", "reasons", "own_words", "lessons")
READ_BACK = ("words_after", "chosen_by", "own_words", "lessons")
A_SLIP = datetime.timedelta(days=1)  # how long whoever noted it may take it back as if it had never been; ours


def _me(request):
    return Person.objects.get(pk=request.actor.person_id)


def _form(request, team, initial):
    return DepartureForm(
        request.POST or None, initial=initial, today=request.actor.today, since=team.collaborative.starts_on
    )


@collaborative_page("departure", "write", methods=("GET", "POST"))
def team_leave(request, team_id):
    """This center leaves: from which day on, what becomes of its words, why, and what we learn from it."""
    actor = request.actor
    teams = here(request, Team.objects).select_related("center", "collaborative")
    team = get_object_or_404(teams, pk=team_id)
    if team.left_on:
        return go(request, "departure_detail", team.pk)
    draft = DraftOf(actor, "departure", team.pk)
    form = _form(request, team, {"left_on": actor.today, **draft.words()})
    if form.is_valid():
        values = {**form.cleaned_data, "language": language(request)}
        values.pop("version")
        try:
            actions.leave(team, by=_me(request), on=actor.today, **values)
        except actions.HasLeftAlready:
            return go(request, "departure_detail", team.pk)
        draft.drop()
        messages.success(request, _("Noted. Thank you for saying goodbye well."))
        return go(request, "departure_detail", team.pk)
    take_along = upper_url("keeping:part", actor, team.pk)
    return show(request, "team_leave", {"form": form, "draft": draft, "team": team, "take_along_url": take_along})


def _departure_of(request, team_id, verb):
    """The last time this center left."""
    rows = Departure.objects.within(request.actor, verb).filter(
        collaborative_id=request.actor.collaborative_id, team_id=team_id
    )
    found = rows.select_related("team__center", "team__collaborative", "noted_by").order_by("-left_on", "-pk").first()
    return found or get_object_or_404(rows)


@collaborative_page("departure", "read")
def departure_detail(request, team_id):
    """When the center left and why, for the project team alone; and the ways back."""
    actor, row = request.actor, _departure_of(request, team_id, Verb.READ)
    is_gone = row.came_back_on is None
    said_lately = timezone.now() - row.created_at < A_SLIP
    context = {
        "row": row,
        "team": row.team,
        "reasons": [LeavingReason(reason).label for reason in row.reasons],
        "is_gone": is_gone,
        "may_take_back": is_gone and said_lately and row.noted_by_id == actor.person_id,
    }
    return show(request, "departure_detail", context)


@collaborative_page("departure", "write", methods=("GET", "POST"))
def departure_edit(request, team_id):
    """Other words, or another choice of the center about its own; that holds at once."""
    row = _departure_of(request, team_id, Verb.WRITE)
    draft = DraftOf(request.actor, "departure", row.pk)
    initial = {name: getattr(row, name) for name in (*WORDS, "version")}
    form = _form(request, row.team, {**initial, **draft.words()})
    del form.fields["left_on"]  # the day the people's places ended with; a slip is taken back as a whole
    context = {"form": form, "draft": draft, "team": row.team, "row": row}
    if form.is_valid():
        try:
            actions.change_departure(row, by=_me(request), on=request.actor.today, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            return show(request, "team_leave", {**context, "theirs": theirs(form, changed, READ_BACK)}, status=409)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "departure_detail", row.team_id)
    return show(request, "team_leave", context)


@collaborative_page("departure", "write", methods=("POST",))
def departure_take_back(request, team_id):
    """It was a slip: whoever noted it takes it back within a day, and all is as it was."""
    row = _departure_of(request, team_id, Verb.WRITE)
    own = row.noted_by_id == request.actor.person_id and timezone.now() - row.created_at < A_SLIP
    if not own:
        return go(request, "departure_detail", team_id)
    try:
        actions.take_back(row, by=_me(request), on=request.actor.today)
    except actions.IsHere:
        return go(request, "departure_detail", team_id)
    messages.success(request, _("All is as it was: the center takes part, and its people have their places."))
    return _to_team(request, team_id)


@collaborative_page("departure", "write", methods=("GET", "POST"))
def departure_return(request, team_id):
    """The center comes back, with those who come with it."""
    row = _departure_of(request, team_id, Verb.WRITE)
    if row.came_back_on:
        return _to_team(request, team_id)
    form = WelcomeBackForm(request.POST if request.method == "POST" else None, places=_places(row))
    if form.is_valid():
        try:
            out = actions.come_back(row, by=_me(request), on=request.actor.today, places=form.cleaned_data["places"])
        except actions.IsHere:
            return _to_team(request, team_id)
        messages.success(request, _("Welcome back! What the center wrote is where it was."))
        if out:
            said = _("By now another role here stands in the way for %(people)s. Please look at that with them.")
            messages.info(request, said % {"people": listed(out)})
        return _to_team(request, team_id)
    return show(request, "departure_return", {"form": form, "team": row.team, "row": row})


def _places(row):
    members, coaches = actions.may_come_back(row)
    named = [(str(one.pk), f"{one.person.full_name}, {one.get_role_display()}") for one in members]
    return named + [(str(one.pk), f"{one.person.full_name}, " + _("coach")) for one in coaches]


def _to_team(request, team_id):
    actor = request.actor
    return redirect("introductions:team_detail", actor.organization_slug, actor.collaborative_slug, team_id)
