"""From an address or a phone to a login. A login belongs to no organization; whoever reads what is sent there may use
it."""

from allauth.account.models import EmailAddress
from django.db.models import F

from collaborative.people.addresses import canonical
from collaborative.people.models import User

from .models import Person


def find_login(email: str) -> User | None:
    """The login of this very address, if there is one."""
    email = canonical(email)
    proven = EmailAddress.objects.filter(email=email, verified=True).select_related("user").first()
    return proven.user if proven else User.objects.filter(email=email).first()


def find_login_by_phone(phone: str) -> User | None:
    """The login that codes are texted to at this very number, if there is one."""
    return User.objects.filter(phone=phone).first()


def find_person_by_phone(phone: str) -> Person | None:
    """Who comes in with this very number in the current organization; one that only reaches people is no login."""
    return Person.objects.shown().filter(user__phone=phone).order_by("created_at", "pk").first()


def find_person(email: str) -> Person | None:
    """Who stands under this very address in the current organization; whoever has come in goes before who was asked."""
    try:
        here = Person.objects.shown().filter(email=canonical(email))
    except ValueError:
        return None
    return here.order_by(F("user").asc(nulls_last=True), "created_at", "pk").first()


def find_or_make_login_by_phone(phone: str) -> User:
    """The login of this number; whoever holds it has read a text sent there."""
    return find_login_by_phone(phone) or User.objects.create_user(phone=phone)


def find_or_make_login(email: str) -> User:
    """The login of this address; one without a password is made where there is none yet."""
    return find_login(email) or User.objects.create_user(email=email)


def prove_address(user: User, email: str) -> None:
    """The person has read a mail sent to this address: it is theirs."""
    address, made = EmailAddress.objects.get_or_create(
        user=user,
        email=canonical(email),
        defaults={"verified": True, "primary": not EmailAddress.objects.filter(user=user, primary=True).exists()},
    )
    if not made and not address.verified:
        EmailAddress.objects.filter(pk=address.pk).update(verified=True)
