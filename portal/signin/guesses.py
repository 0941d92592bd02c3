"""How often an account may be guessed at: counted on the login itself, so that a new code, another browser or another
address of the guesser does not start the count anew."""

from allauth.account.signals import login_code_rejected
from django.db.models import F, Q
from django.dispatch import receiver

from collaborative.people.models import User

MOST = 100  # NIST SP 800-63B-4, 3.2.2: at most 100 consecutive failed attempts with one way of signing in


@receiver(login_code_rejected)
def count_wrong_code(sender, user, **details):
    """Count a wrong code against the account it was for (the library tells of it in no other way)."""
    User.objects.filter(pk=user.pk).update(wrong_codes=F("wrong_codes") + 1)


def count_wrong_password(email: str) -> None:
    """Count a wrong password against the account of this address, if there is one."""
    User.objects.filter(email__iexact=email).update(wrong_passwords=F("wrong_passwords") + 1)


def codes_are_off(user) -> bool:
    """Whether this account was guessed at so often that no code opens it; an invitation sent anew does."""
    return User.objects.filter(pk=user.pk, wrong_codes__gte=MOST).exists()


def codes_are_off_for(email: str) -> bool:
    return User.objects.filter(email__iexact=email, wrong_codes__gte=MOST).exists()


def passwords_are_off_for(email: str) -> bool:
    return User.objects.filter(email__iexact=email, wrong_passwords__gte=MOST).exists()


def forget(user) -> None:
    """The person came in: earlier wrong guesses no longer count."""
    guessed_at = Q(wrong_codes__gt=0) | Q(wrong_passwords__gt=0)
    User.objects.filter(guessed_at, pk=user.pk).update(wrong_codes=0, wrong_passwords=0)
