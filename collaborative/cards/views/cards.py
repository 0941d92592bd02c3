"""Printed cards: for whom, made, shown once, stopped; and somebody without e-mail added with one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collaborative.tenancy import giving
from collaborative.tenancy.actions import memberships as roles
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Verb
from collaborative.tenancy.models import Collaborative, Membership, Person

from ..actions import cards as actions
from ..actions import people
from ..forms import WithoutMailForm
from ..models import Card, CardCode
from .sheets import to_sheet
from .showing import go, show

PAGE = 40
REFUSALS = {
    actions.TakesNoPart: gettext_lazy("This person takes no part here any more."),
    actions.NeedsStrongerWay: gettext_lazy(
        "The project team and the organization's admins see much. They sign in with their e-mail, and with a passkey "
        "or an app."
    ),
    actions.NotYoursToHandOut: gettext_lazy(
        "This person takes part beyond your team too. Please ask the project team for the card."
    ),
    actions.EnoughCardsForToday: gettext_lazy(
        "Twenty cards in a day are a lot. Please make the others tomorrow, or ask the project team."
    ),
}
NOT_YOURS_TO_GIVE = gettext_lazy("This role is not yours to give. Please ask the project team.")


@collaborative_page("card", "read")
def card_list(request):
    """Who could use a card, and who has one."""
    looked_for = request.GET.get("name", "").strip()[:60]
    found = _people(request.actor, Verb.READ)
    for word in looked_for.split():
        found = found.filter(Q(first_name__istartswith=word) | Q(family_name__istartswith=word))
    page = Paginator(found.order_by("first_name", "family_name", "pk"), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": _lines(request.actor, list(page)), "looked_for": looked_for}
    return show(request, "card_list", context)


def _people(actor, verb):
    """The people for whom this actor may look after cards: their team's, or everybody's in the collaborative."""
    here = Membership.objects.shown().filter(
        Q(ends_on=None) | Q(ends_on__gte=actor.today), collaborative_id=actor.collaborative_id
    )
    return Person.objects.visible_to(actor).filter(pk__in=here.filter(_reach(actor, verb)).values("person_id"))


def _reach(actor, verb):
    """The memberships of those for whom this actor may look after cards."""
    return Membership.objects.all().reach_of(actor, Card.objects.all().resource, verb)


def _lines(actor, persons):
    """(person, their roles here, their good card if there is one, whether it has codes left, whether they came in)."""
    ids = [person.pk for person in persons]
    held = {}
    memberships = Membership.objects.shown().filter(
        Q(ends_on=None) | Q(ends_on__gte=actor.today), collaborative_id=actor.collaborative_id, person_id__in=ids
    )
    for membership in memberships.order_by("created_at", "pk"):
        held.setdefault(membership.person_id, []).append(membership)
    found = (
        Card.objects.visible_to(actor)
        .good(timezone.now())
        .filter(person_id__in=ids, collaborative_id=actor.collaborative_id)
    )
    cards = {card.person_id: card for card in found.select_related("made_by").order_by("pk")}
    left = set(CardCode.objects.filter(card__in=list(cards.values()), used_at=None).values_list("card_id", flat=True))
    return [
        {
            "person": person,
            "roles": held.get(person.pk, []),
            "card": cards.get(person.pk),
            "has_codes": person.pk in cards and cards[person.pk].pk in left,
            "has_come_in": person.user_id is not None,
            "needs_stronger": any(role.role in actions.STRONG_ROLES for role in held.get(person.pk, [])),
        }
        for person in persons
    ]


@collaborative_page("card", "write", methods=("GET", "POST"))
def card_make(request, person_id):
    """Make a card for this person; the page after it is the sheet to print."""
    actor = request.actor
    person = get_object_or_404(_people(actor, Verb.WRITE), pk=person_id)
    earlier = Card.objects.shown().filter(person=person, collaborative_id=actor.collaborative_id, revoked_at=None)
    problem = ""
    if request.method == "POST":
        made, problem = _made(actor, person)
        if made:
            return to_sheet(request, made)
    return show(request, "card_make", {"person": person, "has_card": earlier.exists(), "problem": problem})


def _made(actor, person):
    maker = Person.objects.get(pk=actor.person_id)
    collaborative = Collaborative.objects.get(pk=actor.collaborative_id)
    roles_there = actions.roles_here(person, collaborative, actor.today)
    try:
        letter = people.words_beside_card(person, roles_there[0], maker) if roles_there else ""
        return actions.make_card(person, collaborative=collaborative, by=maker, on=actor.today, letter=letter), ""
    except tuple(REFUSALS) as refusal:
        return None, REFUSALS[type(refusal)]


@collaborative_page("card", "write", methods=("GET", "POST"))
def person_add(request):
    """Add somebody without e-mail: a first name, a role, a language, and their card."""
    gifts = {gift.value: gift for gift in giving.gifts_of(request.actor) if _has_card(gift)}
    collaborative = Collaborative.objects.get(pk=request.actor.collaborative_id)
    form = WithoutMailForm(
        request.POST or None,
        places=[(gift.value, gift.label) for gift in gifts.values()],
        initial={"place": request.GET.get("place", ""), "language": request.actor.person["language"]},
    )
    if form.is_valid():
        values = dict(form.cleaned_data)
        made = _added(request, form, gifts[values.pop("place")], values)
        if made:
            return to_sheet(request, made)
    return show(request, "person_add", {"form": form, "supports": collaborative.practical_supports})


def _has_card(gift):
    return gift.role not in actions.STRONG_ROLES


def _added(request, form, gift, values):
    maker = Person.objects.get(pk=request.actor.person_id)
    try:
        _membership, made = people.add_person(
            role=gift.role, by=maker, on=request.actor.today, **gift.place(), **values
        )
    except roles.NotYoursToGive:
        form.add_error("place", NOT_YOURS_TO_GIVE)
    except tuple(REFUSALS) as refusal:
        form.add_error(None, REFUSALS[type(refusal)])
    else:
        return made
    return None


@collaborative_page("card", "write", methods=("POST",))
def card_stop(request, card_id):
    """The card was lost, or is no longer wanted."""
    actor = request.actor
    cards = Card.objects.within(actor, Verb.WRITE).filter(collaborative_id=actor.collaborative_id)
    card = get_object_or_404(cards.select_related("person"), pk=card_id)
    actions.stop_card(card, by=Person.objects.get(pk=actor.person_id), on=actor.today)
    messages.success(
        request,
        _("The card of %(name)s no longer opens. Whoever came in with it is signed out.")
        % {"name": card.person.first_name},
    )
    return go(request, "card_list")


@collaborative_page("card", "write", methods=("POST",))
def person_decline(request, person_id):
    """The person said no, thank you."""
    actor = request.actor
    person = get_object_or_404(_people(actor, Verb.WRITE), pk=person_id)
    maker = Person.objects.get(pk=actor.person_id)
    collaborative = Collaborative.objects.get(pk=actor.collaborative_id)
    try:
        people.say_no_for(person, collaborative=collaborative, by=maker, on=actor.today)
    except people.HasComeIn:
        messages.info(request, _("%(name)s has come in already.") % {"name": person.first_name})
    except tuple(REFUSALS) as refusal:
        messages.info(request, REFUSALS[type(refusal)])
    else:
        messages.success(
            request, _("That is fine. The card of %(name)s no longer opens.") % {"name": person.first_name}
        )
    return go(request, "card_list")
