"""Groups run by their members: anybody founds one, asks people in, keeps it, hands it on."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..audiences import Place
from ..enums import MemberState
from ..forms import CircleForm, InviteForm
from ..lines import lines_of
from ..models import Circle, CircleMember
from ..naming import named
from .fetching import me, place, posts_of

PER_PAGE = 30
FEW_POSTS = 5


def _circles(actor):
    return Circle.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)


def _circle(request, circle_id):
    return get_object_or_404(_circles(request.actor).select_related("keeper"), pk=circle_id)


def _as_member(request, circle_id):
    """The group, for who is in it."""
    circle = _circle(request, circle_id)
    if circle.pk not in request.actor.circle_ids:
        raise PermissionDenied
    return circle


def _as_keeper(request, circle_id):
    circle = _as_member(request, circle_id)
    if circle.keeper_id != request.actor.person_id:
        raise PermissionDenied
    return circle


def _to(request, circle):
    return redirect("discussion:circle_detail", *place(request), circle.pk)


@collaborative_page("circle", "read")
def circle_list(request):
    """All groups by name and topic; one's own and those one is invited to first."""
    actor = request.actor
    mine = CircleMember.objects.visible_to(actor).filter(person_id=actor.person_id)
    stands = dict(mine.values_list("circle_id", "state"))
    own = _circles(actor).filter(pk__in=[key for key, state in stands.items() if state != MemberState.LEFT])
    others = _circles(actor).open().exclude(pk__in=own.values("pk")).order_by("name", "pk")
    context = {
        "own": [(circle, stands[circle.pk]) for circle in own.order_by("name", "pk")],
        "page": Paginator(others, PER_PAGE).get_page(request.GET.get("page")),
        "may_found": can(actor, "write", "circle"),
    }
    return render(request, "discussion/circle_list.html", context)


@collaborative_page("circle", "write", methods=("GET", "POST"))
def circle_found(request):
    form = CircleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            circle = actions.found_circle(
                collaborative_id=request.actor.collaborative_id, name=form.cleaned_data["name"],
                topic=form.cleaned_data["topic"], by=me(request), on=request.actor.today,
                language=request.actor.person["language"],
            )  # fmt: skip
        except actions.NameTaken:
            form.add_error("name", _("There is a group of this name already. Please choose another name."))
        else:
            messages.success(request, _("Your group is there. Whom would you like to invite?"))
            return _to(request, circle)
    return render(request, "discussion/circle_found.html", {"form": form, "form_key": new_form_key()})


@collaborative_page("circle", "read")
def circle_detail(request, circle_id):
    """For a member: who is in it and what was said. For others: its name, its topic, and how to come in."""
    return _detail(request, _circle(request, circle_id))


def _detail(request, circle, form=None):
    actor = request.actor
    members = CircleMember.objects.visible_to(actor).filter(circle=circle).exclude(state=MemberState.LEFT)
    rows = list(members.select_related("person").order_by("person__first_name", "pk"))
    is_member = circle.pk in actor.circle_ids
    posts = posts_of(actor).filter(circle=circle).for_page().with_group().newest_first()[:FEW_POSTS]
    context = {
        "circle": circle,
        "is_member": is_member,
        "is_keeper": circle.keeper_id == actor.person_id,
        "joined": [row for row in rows if row.state == MemberState.JOINED],
        "invited": [row for row in rows if row.state == MemberState.INVITED],
        "asking": [(row, new_form_key()) for row in rows if row.state == MemberState.ASKED],
        "me": next((row for row in rows if row.person_id == actor.person_id), None),
        "lines": lines_of(list(posts), actor) if is_member else [],
        "form": form or InviteForm(),
        "keys": [new_form_key() for _form in range(4)],
        "may_write": can(actor, "write", "post.group"),
        "say_url": reverse("discussion:post_write", args=place(request)) + f"?for=circle:{circle.pk}",
    }
    return render(request, "discussion/circle_detail.html", context)


@collaborative_page("circle", "write", methods=("GET", "POST"))
def circle_edit(request, circle_id):
    circle = _as_keeper(request, circle_id)
    begin = {"name": circle.name, "topic": circle.topic, "version": circle.version}
    form, theirs = CircleForm(request.POST or None, initial=begin), None
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.change_circle(circle, typed["version"], name=typed["name"], topic=typed["topic"])
        except actions.NameTaken:
            form.add_error("name", _("There is a group of this name already. Please choose another name."))
        except ChangedMeanwhile as changed:
            theirs = changed.current
            form.data = {**form.data.dict(), "version": theirs.version}
        else:
            return _to(request, circle)
    context = {"form": form, "circle": circle, "theirs": theirs, "form_key": new_form_key()}
    return render(request, "discussion/circle_edit.html", context)


@collaborative_page("circle", "read", methods=("POST",))
def circle_invite(request, circle_id):
    """A member asks people of the collaborative in, by first name."""
    circle, actor = _as_member(request, circle_id), request.actor
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _detail(request, circle, form)
    everybody = Place(actor.collaborative_id, None, Audience.ALL)
    found = named(actor, everybody, names=form.cleaned_data["names"], chosen=form.cleaned_data["people"])
    if found.question or not found.people:
        form.offer(found.unclear)
        words = found.question or _("Please give a first name.")
        form.add_error("people" if found.unclear else "names", words)
        return _detail(request, circle, form)
    actions.invite(circle, found.people, by=me(request), on=actor.today)
    messages.success(request, _("Invited. They find it on “Learn together”."))
    return _to(request, circle)


@collaborative_page("circle", "read", methods=("POST",))
def circle_ask(request, circle_id):
    """Ask to come in; for who is invited, that is a yes."""
    circle, actor = _circle(request, circle_id), request.actor
    invited = _me_in(actor, circle)
    if invited is not None and invited.state == MemberState.INVITED:
        actions.join(invited, on=actor.today)
        messages.success(request, _("Welcome to the group."))
    elif circle.closed_on is None:
        actions.ask_to_come_in(circle, by=me(request), on=actor.today)
    return _to(request, circle)


def _me_in(actor, circle):
    """How the actor stands to a group, None where not at all."""
    return CircleMember.objects.visible_to(actor).filter(circle=circle, person_id=actor.person_id).first()


@collaborative_page("circle_member", "write", methods=("POST",))
def circle_let_in(request, member_id):
    """A member says yes to somebody who asked to come in."""
    rows = CircleMember.objects.visible_to(request.actor).filter(circle_id__in=request.actor.circle_ids)
    member = get_object_or_404(rows.select_related("circle"), pk=member_id)
    actions.let_in(member, on=request.actor.today)
    return _to(request, member.circle)


@collaborative_page("circle", "read", methods=("POST",))
def circle_leave(request, circle_id):
    """Go, say no to an invitation, or ask no longer."""
    circle = _circle(request, circle_id)
    member = _me_in(request.actor, circle)
    if member is None:
        raise Http404
    try:
        actions.leave(member, on=request.actor.today)
    except actions.KeeperStays:
        messages.warning(request, _("You keep this group. Please hand it to somebody first, or close it."))
        return _to(request, circle)
    messages.success(request, _("Done. You are not in the group."))
    return redirect("discussion:circle_list", *place(request))


@collaborative_page("circle_member", "write", methods=("POST",))
def circle_hand_over(request, member_id):
    """Somebody else in it keeps the group from now on."""
    rows = CircleMember.objects.visible_to(request.actor).joined().filter(circle_id__in=request.actor.circle_ids)
    member = get_object_or_404(rows.select_related("circle"), pk=member_id)
    circle = _as_keeper(request, member.circle_id)
    actions.hand_over(circle, circle.version, to=member)
    return _to(request, circle)


@collaborative_page("circle", "write", methods=("POST",))
def circle_close(request, circle_id):
    """Nothing new is said there; everybody in it reads on."""
    circle = _as_keeper(request, circle_id)
    actions.close_circle(circle, circle.version, on=request.actor.today)
    messages.success(request, _("Closed. What was said stays there for its members."))
    return _to(request, circle)


@collaborative_page("circle", "write", methods=("POST",))
def circle_open(request, circle_id):
    """Open a closed group again."""
    circle = _as_keeper(request, circle_id)
    actions.open_again(circle, circle.version)
    return _to(request, circle)
