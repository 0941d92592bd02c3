"""The first screen of each person in a collaborative."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from collaborative.discussion.actions import note_noticing
from collaborative.discussion.enums import Question
from collaborative.discussion.forms import NoticingForm
from collaborative.discussion.tasks import own_tasks
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import TEAM_ROLES, Responsibility, Role
from collaborative.tenancy.models import Membership, Person
from collaborative.tenancy.sent_forms import new_form_key
from portal.notices.models import FriendlyCall
from portal.notices.words import why_words

from . import balcony, coach, handing_on, leading, observer, staff, team
from . import newcomer as newcomers
from .parts import address

CALLS_SHOWN = 4


@collaborative_page("home", "read")
def home(request):
    """The home that fits what the person is here; of several roles, the one nearest to the children."""
    actor = request.actor
    if actor.has_role(Role.FAMILY_PARTNER):
        return render(request, "home/family.html", team.family_home(actor))
    if actor.has_role(*TEAM_ROLES):
        return render(request, "home/team.html", {**team.team_home(actor), "form_key": new_form_key()})
    if actor.has_role(Role.FACULTY_COACH):
        return render(request, "home/coach.html", coach.coach_home(actor))
    if actor.has_role(Role.IMPLEMENTATION_TEAM):
        return _balcony(request)
    if actor.has_role(Role.DIRECTOR):
        return render(request, "home/director.html", team.director_home(actor))
    if actor.has_role(Role.OBSERVER):
        return render(request, "home/observer.html", observer.observer_home(actor))
    return _somebody_else(request)


def _somebody_else(request):
    """An admin without a role here reads the framework; an applicant waits kindly."""
    if can(request.actor, "read", "framework"):
        return redirect(address(request.actor, "framework:framework"))
    return render(request, "home/waiting.html")


def _balcony(request, sent=None):
    """`sent`: the form that came back, if one did; it stands under its own question."""
    actor, seen = request.actor, balcony.balcony(request.actor)
    number = staff.one_number(actor, seen["metrics"], seen["teams"], request.GET.get("number", ""))
    calls = FriendlyCall.objects.visible_to(actor).open().select_related("team__center", "helper")
    context = {
        **seen,
        "questions": [(asked, _noticing_form(asked.key, sent)) for asked in seen["questions"]],
        "number": number,
        "partners": staff.newest_family_partners(actor),
        "is_liaison": actor.has_responsibility(Responsibility.FAMILY_LIAISON),
        "tasks": [] if number else own_tasks(actor),  # with the number here, they stand on "Learn together" alone
        "calls": [(call, why_words(call)) for call in calls.order_by("since", "pk")[:CALLS_SHOWN]],
        "hand": next((team for team in seen["teams"] if team.hand), None),
        "form_key": new_form_key(),
        "lead": _("Who could use a friendly call this week? What is coming in the next two weeks, and who has it in "
                  "hand? What did centers teach us that should change our plan?"),
    }  # fmt: skip
    return render(request, "home/balcony.html", context)


def _noticing_form(question, sent):
    if sent is not None and sent.data["question"] == question:
        return sent
    return NoticingForm(initial={"question": question}, auto_id=f"{question}-%s")


@collaborative_page("noticing", "write", methods=("POST",))
def noticing_add(request):
    """Keep what the project team notices under one of the four questions."""
    form = NoticingForm(request.POST)
    if not form.is_valid():
        if "question" in form.errors:  # so that the words stand somewhere on the page
            form.data = {**request.POST.dict(), "question": Question.values[0]}
        form.auto_id = f"{form.data['question']}-%s"
        return _balcony(request, form)
    note_noticing(
        collaborative_id=request.actor.collaborative_id,
        by=Person.objects.get(pk=request.actor.person_id),
        question=form.cleaned_data["question"],
        text=form.cleaned_data["text"],
        on=request.actor.today,
        language=request.actor.person["language"],
    )
    return redirect(address(request.actor, "home:home") + f"#{form.cleaned_data['question']}")


@collaborative_page("try", "read")
def story(request):
    """A center's story on one page, to print: what it works on, what it tries and learned, one chart."""
    told = team.story(request.actor)
    return render(request, "home/story.html", told) if told else redirect(address(request.actor, "home:home"))


@collaborative_page("need", "read")
def in_hand(request):
    """What the team has in hand, on one page; the team leader's, and open to everybody on the team."""
    return render(request, "home/in_hand.html", leading.in_hand(request.actor))


@collaborative_page("person", "read")
def newcomer(request):
    """Ten minutes for somebody who joins in mid-year; whoever invites them can give it, or print it."""
    return render(request, "home/newcomer.html", newcomers.newcomer(request.actor))


@collaborative_page("membership", "write")
def handover(request, membership_id):
    """What somebody who leaves has in hand, to go through together."""
    actor = request.actor
    here = Membership.objects.within(actor, "write").filter(collaborative_id=actor.collaborative_id)
    membership = get_object_or_404(here.select_related("person"), pk=membership_id)
    return render(request, "home/handover.html", {"membership": membership, **handing_on.in_hand(actor, membership)})
