"""The two steps in which people and centers come in from a list."""

from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.tenancy.actions.memberships import AnotherSeniorLeader
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership, Team
from collaborative.tenancy.rules import roles_to_give

from .. import arriving, steps
from ..enums import StepKey
from ..house_forms import IN_HAND, CentersForm, InHandForm, PeopleForm
from .house import fetched, me
from .steps import answer, saved

SHOWN = 200
COMING = (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH, Role.OBSERVER)


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_centers(request):
    """Centers and their team leaders from a pasted list or a small file; each line is checked before any is used."""
    actor = request.actor
    own = fetched(actor)
    draft = DraftOf(actor, "house-centers", actor.collaborative_id)
    form = CentersForm(request.POST or None, request.FILES or None, initial=draft.words())
    problems = []
    if form.is_valid():
        problems = _tried(form, arriving.bring_centers, own, actor, {})
        if not problems:
            draft.drop()
            return saved(request, _("They are here. Their letters wait until you open the house."))
    teams = Team.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id).select_related("center")
    context = {
        "form": _with_text(form),
        "problems": problems,
        "draft": draft,
        "teams": list(teams.order_by("center__name", "pk")[:SHOWN]),
        "leaders": _leaders(actor),
    }
    return answer(request, StepKey.CENTERS, own, context)


def _leaders(actor):
    """The name of each team's leader, by team."""
    rows = (
        Membership.objects.visible_to(actor)
        .on(actor.today)
        .filter(collaborative_id=actor.collaborative_id, role=Role.TEAM_LEADER)
    )
    return {row.team_id: row.person.full_name for row in rows.select_related("person").order_by("pk")}


def _tried(form, bring, own, actor, more):
    """The lines that cannot be used yet; none where all came in."""
    try:
        bring(own, form.cleaned_data["read"], text=form.cleaned_data["rows"], by=me(actor), on=actor.today, **more)
    except arriving.Problems as refused:
        return refused.rows
    return []


def _with_text(form):
    """What was read from a file stands in the box, so that its lines can be mended."""
    if form.is_bound and form.cleaned_data.get("rows"):
        form.data = {**form.data.dict(), "rows": form.cleaned_data["rows"]}
    return form


@collaborative_page("house", "write", methods=("GET", "POST"), as_oneself=True)
def house_people(request):
    """The project team, coaches and observers from a list; below it, who has what in hand."""
    actor = request.actor
    own = fetched(actor)
    draft = DraftOf(actor, "house-people", actor.collaborative_id)
    may_give = {role for held in actor.roles for role in roles_to_give(held)}
    form = PeopleForm(request.POST or None, initial=draft.words(), roles=[role for role in COMING if role in may_give])
    problems = []
    if form.is_valid():
        problems = _tried(form, arriving.bring_people, own, actor, {"role": form.cleaned_data["role"]})
        if not problems:
            draft.drop()
            return saved(request, _("They are here. Their letters wait until you open the house."))
    return _people(request, own, {"form": _with_text(form), "problems": problems, "draft": draft})


def _people(request, own, context, in_hand=None):
    actor = request.actor
    people = _staff(actor)
    members = [row for row in people if row.role == Role.IMPLEMENTATION_TEAM]
    in_hand = in_hand or InHandForm(initial=_has_in_hand(members), members=members)
    return answer(request, StepKey.PEOPLE, own, {"people": people, "in_hand": in_hand, **context})


def _staff(actor):
    rows = (
        Membership.objects.visible_to(actor)
        .on(actor.today)
        .filter(collaborative_id=actor.collaborative_id, role__in=COMING)
    )
    return list(rows.select_related("person").order_by("role", "person__first_name", "pk")[:SHOWN])


def _has_in_hand(members):
    """Who has each of the four, as the form says it."""
    found = {}
    for key, responsibility, _label, _help in IN_HAND:
        for row in members:
            if row.leads_collaborative if responsibility is None else responsibility in row.responsibilities:
                found.setdefault(key, str(row.pk))
    return found


@collaborative_page("house", "write", methods=("POST",), as_oneself=True)
def house_in_hand(request):
    """Who has the last word, whom to call, who helps with numbers."""
    actor = request.actor
    own = fetched(actor)
    members = [row for row in _staff(actor) if row.role == Role.IMPLEMENTATION_TEAM]
    form = InHandForm(request.POST, members=members)
    if form.is_valid():
        try:
            steps.save_in_hand(own, members=members, chosen=form.chosen(members), by=me(actor), on=actor.today)
        except AnotherSeniorLeader:
            form.add_error("leads", _("Somebody else has the last word in these days. Please end that role first."))
        else:
            return saved(request)
    draft = DraftOf(actor, "house-people", actor.collaborative_id)
    may_give = {role for held in actor.roles for role in roles_to_give(held)}
    lists = PeopleForm(initial=draft.words(), roles=[role for role in COMING if role in may_give])
    return _people(request, own, {"form": lists, "problems": [], "draft": draft}, in_hand=form)
