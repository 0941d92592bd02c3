"""People without a mailbox: added by whoever would have invited them, and with their card it is theirs to say yes."""

from django.db import transaction
from django.utils import timezone

from collaborative.tenancy.actions.memberships import give_membership
from collaborative.tenancy.letters import paper_words
from collaborative.tenancy.models import Invitation, Membership, Organization, Person

from ..models import Card
from . import cards


class HasComeIn(Exception):
    """The person has said yes already: a role is ended on the person's page."""


@transaction.atomic
def add_person(
    *, first_name, role, language, by, on, family_name="", collaborative=None, team=None, center=None, **letter
):
    """A person with a role and no e-mail, and their card. They take part once they have come in.

    `letter`: what the letter beside the card says besides (`works_on`, `hours`, `own_words`).

    Raises what `give_membership` and `make_card` raise.
    """
    person = Person.objects.create(first_name=first_name, family_name=family_name, language=language)
    collaborative = team.collaborative if team else collaborative
    membership = give_membership(person, role, collaborative=collaborative, team=team, center=center, by=by, on=on)
    words = words_beside_card(person, membership, by, **letter)
    return membership, cards.make_card(person, collaborative=collaborative, by=by, on=on, letter=words)


def words_beside_card(person, membership, by, **letter) -> str:
    """The letter of an invitation, on paper; whoever has come in before needs none."""
    if person.user_id is not None:
        return ""
    return paper_words(person, membership, by, Organization.objects.get(pk=person.organization_id), **letter)


@transaction.atomic
def say_no_for(person, *, collaborative, by, on) -> None:
    """The person said no, thank you: the card stops, and the role it would have brought goes with it.

    Raises HasComeIn, and NotYoursToHandOut.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.user_id is not None:
        raise HasComeIn
    roles = cards.roles_here(person, collaborative, on)
    cards.refuse_what_is_not_for_a_card(roles)
    cards.refuse_beyond_reach(roles, by, collaborative, on)
    now = timezone.now()
    Card.objects.filter(person=person, collaborative=collaborative, revoked_at=None).update(
        revoked_at=now, revoked_by=by
    )
    Invitation.objects.filter(membership__in=roles, accepted_at=None, revoked_at=None).update(revoked_at=now)
    Membership.objects.filter(pk__in=[role.pk for role in roles]).update(hidden_at=now, hidden_by_id=by.pk)
    if not Membership.objects.shown().filter(person=person).exists():
        Person.objects.filter(pk=person.pk).update(hidden_at=now, hidden_by_id=by.pk)
