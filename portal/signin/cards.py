"""The pages behind a printed card. Opening the address of a code uses nothing (cameras look before people tap), and
the code leaves the address bar at once; only a tap comes in.

A wrong code, a used one, one too old and one of a card that was stopped get the same page, which names nobody.
"""

import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from collaborative.cards.actions import cards as actions
from collaborative.cards.models import CardCode
from collaborative.isolation import context
from collaborative.tenancy.invitations import enter_by_name

from . import card_guesses, entering, ways

WAITS = "card"  # in the session: whose code it is, until the person says yes
WAITS_FOR = datetime.timedelta(minutes=10)
OFFER = "offer_passkey"


@login_not_required
@require_GET
def place(request):
    """Which place the card is from: its name stands on it, and in the address of a page one was about to open."""
    named = slugify(request.GET.get("place", ""))
    if named:
        return redirect("signin:card", named)
    wanted = request.GET.get("next", "").strip("/").split("/")[0]
    return render(request, "signin/card_place.html", {"place": slugify(wanted)[:50]})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def typing(request, organization):
    """A code typed from the card."""
    if request.method != "POST":
        return render(request, "signin/card.html", {"organization": organization})
    return _looked_at(request, organization, request.POST.get("code", "")[:80])


@login_not_required
@require_GET
def opened(request, organization, code):
    """The address behind the square on the card: the code goes into the session, and out of the address bar."""
    return _looked_at(request, organization, code[:80])


def _looked_at(request, organization, typed):
    answer = redirect("signin:card_ask", organization)
    answer.headers["Referrer-Policy"] = "no-referrer"
    request.session.pop(WAITS, None)
    enter_by_name(organization)
    if card_guesses.has_guessed_too_often(request, organization):
        return answer
    code = actions.find_code(typed)
    if code is None:
        card_guesses.count_wrong(request, organization)
    else:
        until = timezone.now() + WAITS_FOR
        request.session[WAITS] = {"organization": organization, "code": str(code.pk), "until": until.timestamp()}
    return answer


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, organization):
    """Is this you? A yes comes in."""
    code = _waiting(request, organization)
    if code is None:
        return _does_not_open(request, organization)
    person = code.card.person
    if person.language in settings.SPOKEN_LANGUAGES and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(person.language)
    if request.method == "POST":
        return _come_in(request, organization, code)
    return render(request, "signin/card_ask.html", {"name": person.first_name, "organization": organization})


def _waiting(request, organization) -> CardCode | None:
    """The code this browser was opened with, if it is good still, and the database told where we are."""
    waits = request.session.get(WAITS, {})
    if waits.get("organization") != organization or waits.get("until", 0) < timezone.now().timestamp():
        return None
    enter_by_name(organization)
    good = CardCode.objects.filter(pk=waits["code"], used_at=None, card__revoked_at=None, card__hidden_at=None)
    return good.filter(card__expires_at__gt=timezone.now()).select_related("card__person").first()


def _come_in(request, organization, code):
    context.changed(person=code.card.person_id)  # the history says who came in
    try:
        came = actions.use_code(code.pk, on=timezone.localdate())
    except actions.DoesNotOpen:
        return _does_not_open(request, organization)
    collaborative = came.card.collaborative.slug
    way = ways.Way(
        kind=ways.CARD, thing_id=str(came.card.pk), organization_id=str(came.card.organization_id),
        organization=organization, collaborative=collaborative,
    )  # fmt: skip
    is_shared = bool(request.POST.get("shared"))
    entering.come_in(request, came.user, way=way, is_shared=is_shared)
    if not is_shared and not came.user.email and not came.user.authenticator_set.exists():
        request.session[OFFER] = True
    page = "tenancy:welcome" if came.is_first else "home:home"
    return HttpResponseRedirect(reverse(page, args=[organization, collaborative]))


def _does_not_open(request, organization):
    """The same page whatever is the matter; it says what to do next, and names nobody."""
    request.session.pop(WAITS, None)
    return render(request, "signin/card_closed.html", {"organization": organization}, status=404)


@require_POST
def passkey_later(request):
    """Not now, thank you: the offer is not made again in this session."""
    request.session.pop(OFFER, None)
    return redirect("/")
