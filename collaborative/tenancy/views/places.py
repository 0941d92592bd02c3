"""Changing a team, a center, a collaborative."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.isolation.locking import ChangedMeanwhile

from ..actions import organizations as actions
from ..doors import collaborative_page
from ..enums import AgeGroup, CollaborativeState, Verb
from ..models import Center, Collaborative, Team
from ..place_forms import CenterForm, CollaborativeForm, TeamForm
from .showing import go, show

CENTER = ("name", "town", "kind", "age_groups", "address", "children", "staff", "about", "rooms")
COLLABORATIVE = (
    "name", "short_name", "content_area", "starts_on", "ends_on", "state", "lead_organization", "place", "meeting",
    "centers_hoped_for", "centers_at_most",
)  # fmt: skip


def rooms_as_text(rooms) -> str:
    """Rooms as they are typed: one a line, `name, families` or `name, families, age`."""
    return "\n".join(
        ", ".join(
            str(part) for part in (room["name"], room.get("families", 0), room.get("age")) if part not in ("", None)
        )
        for room in rooms
    )


@collaborative_page("team", "write", methods=("GET", "POST"))
def team_edit(request, team_id):
    """Name and motto: the first thing a team makes together."""
    actor = request.actor
    team = get_object_or_404(
        Team.objects.within(actor, Verb.WRITE).filter(collaborative_id=actor.collaborative_id).select_related("center"),
        pk=team_id,
    )
    initial = {"name": team.name, "motto": team.motto, "version": team.version}
    form = TeamForm(request.POST or None, request.FILES or None, initial=initial)
    if form.is_valid():
        try:
            _name_team(team, form.cleaned_data, actor)
        except ChangedMeanwhile as changed:
            return _meanwhile(request, "team_edit", form, {"team": team}, changed, ("name", "motto"))
        except NotAFile as error:
            form.add_error("picture", str(error))
        else:
            messages.success(request, _("Saved."))
            return _to_team(request, team.pk)
    return show(request, "team_edit", {"team": team, "form": form})


@transaction.atomic
def _name_team(team, values, actor):
    """Name, motto and picture together, or nothing."""
    words = {name: values[name] for name in ("version", "name", "motto")}
    actions.change_team(team, by=actor.person_id, on=actor.today, **words)
    if values["picture"]:
        actions.give_picture(team, values["picture"], by=actor.person_id)


def _to_team(request, team_id):
    place = [request.actor.organization_slug, request.actor.collaborative_slug]
    return redirect("introductions:team_detail", *place, team_id)


@collaborative_page("team", "write", methods=("POST",))
def team_picture_remove(request, team_id):
    """The team's picture is gone."""
    actor = request.actor
    here = Team.objects.within(actor, Verb.WRITE).filter(collaborative_id=actor.collaborative_id)
    actions.take_picture_away(get_object_or_404(here, pk=team_id), by=actor.person_id)
    messages.success(request, _("The picture is gone."))
    return _to_team(request, team_id)


@collaborative_page("team", "read")
def team_picture(request, team_id):
    """The team's picture."""
    here = Team.objects.visible_to(request.actor).filter(collaborative_id=request.actor.collaborative_id)
    team = get_object_or_404(here.select_related("picture"), pk=team_id)
    if team.picture is None or not team.picture.size:
        raise Http404
    return file_response(team.picture)


@collaborative_page("center", "write", methods=("GET", "POST"))
def center_edit(request, center_id):
    """What a center says about itself, in totals: its rooms are what numbers are counted over."""
    actor = request.actor
    center = get_object_or_404(Center.objects.within(actor, Verb.WRITE), pk=center_id)
    initial = {name: getattr(center, name) for name in (*CENTER, "version")}
    initial["rooms"] = rooms_as_text(center.rooms)
    form = CenterForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.change_center(center, by=actor.person_id, on=actor.today, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            return _meanwhile(request, "center_edit", form, {"center": center}, changed, CENTER)
        messages.success(request, _("Saved."))
        return go(request, "who_is_who")
    return show(request, "center_edit", {"center": center, "form": form})


@collaborative_page("collaborative", "write", methods=("GET", "POST"))
def center_add(request):
    """A center that joins, with its team."""
    actor = request.actor
    form = CenterForm(request.POST or None)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in CENTER}
        collaborative = Collaborative.objects.get(pk=actor.collaborative_id)
        try:
            center = actions.create_center(by=actor.person_id, on=actor.today, **values)
        except actions.SlugTaken:
            form.add_error("name", _("There is a center of this name already. Please add the town to tell them apart."))
        else:
            team = actions.create_team(collaborative=collaborative, center=center, by=actor.person_id, on=actor.today)
            return _to_team(request, team.pk)
    known = list(
        Center.objects.within(actor, Verb.READ)
        .exclude(teams__collaborative_id=actor.collaborative_id, teams__hidden_at=None)
        .order_by("name", "pk")
    )
    return show(request, "center_add", {"form": form, "known": known})


@collaborative_page("collaborative", "write", methods=("POST",))
def center_join(request, center_id):
    """A center the organization knows already takes part here too."""
    actor = request.actor
    center = get_object_or_404(Center.objects.within(actor, Verb.READ), pk=center_id)
    team = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id, center=center).first()
    if team is None:
        collaborative = Collaborative.objects.get(pk=actor.collaborative_id)
        team = actions.create_team(collaborative=collaborative, center=center, by=actor.person_id, on=actor.today)
    return _to_team(request, team.pk)


@collaborative_page("collaborative", "write", methods=("GET", "POST"))
def collaborative_edit(request):
    """What the collaborative is about, when, and what taking part brings."""
    actor = request.actor
    collaborative = get_object_or_404(Collaborative.objects.within(actor, Verb.WRITE), pk=actor.collaborative_id)
    initial = {name: getattr(collaborative, name) for name in (*COLLABORATIVE, "version")}
    form = CollaborativeForm(request.POST or None, initial=initial)
    if collaborative.state == CollaborativeState.BUILDING:
        del form.fields["state"]  # opening the house is a page of its own
    if form.is_valid():
        try:
            actions.change_collaborative(collaborative, by=actor.person_id, on=actor.today, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            return _meanwhile(request, "collaborative_edit", form, {}, changed, COLLABORATIVE)
        messages.success(request, _("Saved."))
        return go(request, "who_is_who")
    return show(request, "collaborative_edit", {"form": form, "collaborative": collaborative})


def _meanwhile(request, template, form, context, changed, names):
    """The form again with one's own words, and beside it what the other person saved; saving again is a choice."""
    current = changed.current
    theirs = [(form.fields[name].label, _readable(current, name)) for name in names if name in form.fields]
    data = form.data.copy()
    data["version"] = current.version
    form.data = data
    return show(request, template, {**context, "form": form, "theirs": theirs}, status=409)


def _readable(row, name):
    value = getattr(row, name)
    if name == "rooms":
        return rooms_as_text(value) or "-"
    if name == "age_groups":
        return ", ".join(str(AgeGroup(item).label) for item in value) or "-"
    shown = getattr(row, f"get_{name}_display", None)
    return (shown() if shown else value) or "-"
