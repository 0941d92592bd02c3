"""Signing the letter of commitment, each with one's own name, and taking a signature back."""

from django.utils import timezone

from collaborative.isolation.inserting import add_unless_there
from collaborative.tenancy.enums import TEAM_ROLES, Audience

from .. import rules
from ..models import Signature


class NotTheirName(Exception):
    """What was typed is not the name of the person who is signed in."""


def sign_letter(letter, *, typed_name, place, by) -> Signature | None:
    """`by` signs this version of the letter, for their team or, who leads the project team, for it.

    `place`: their membership here. None where they signed this version already. Raises NotTheirName.
    """
    if not rules.is_own_name(typed_name, by.first_name, by.family_name):
        raise NotTheirName
    in_team = place.role in TEAM_ROLES
    signature = Signature(
        collaborative_id=letter.collaborative_id,
        letter=letter,
        team_id=place.team_id if in_team else None,
        author=by,
        author_role=place.role,
        audience=Audience.TEAM_STAFF if in_team else Audience.ALL,
        typed_name=typed_name,
        signed_at=timezone.now(),
    )
    return signature if add_unless_there(signature) else None


def take_back(signature, *, words, by):
    """The signature no longer holds; it stays in the history with the word it was taken back with."""
    Signature.objects.filter(pk=signature.pk, author=by, taken_back_at=None).update(
        taken_back_at=timezone.now(), taken_back_words=words, version=signature.version + 1
    )
