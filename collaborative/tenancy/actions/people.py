"""Persons, and the logins that stand for them."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.files.actions import clear_file, store_picture
from collaborative.outbox.actions import take_back
from collaborative.outbox.rules import GATHERED
from collaborative.people.addresses import canonical

from .. import logins
from ..enums import Audience
from ..models import Membership, Person, Portrait

FACE = 480  # pixels of a person's photo; ours

REACHED_BY = ("reminders", "phone", "email")


class HasOtherRoles(Exception):
    """Somebody who oversees the centers may hold the role of observer, nothing else."""


@transaction.atomic
def create_person(*, first_name, family_name="", email="", login=False, by=None, on=None, **details) -> Person:
    """A person of the current organization; with `login=True` also a login for the address, taken as theirs."""
    email = canonical(email) if email else ""
    person = Person.objects.create(first_name=first_name, family_name=family_name, email=email, **details)
    if login:
        user = logins.find_or_make_login(email)
        logins.prove_address(user, email)
        attach_login(person, user)
    return person


def change_person(person_id, *, by, on, **changes) -> Person:
    """Change what is said about a person. A message that waits for another way to reach them does not leave."""
    person = Person.objects.get(pk=person_id)
    if any(name in changes and changes[name] != getattr(person, name) for name in REACHED_BY):
        take_back(person.pk, slots_begin=GATHERED)
    for name, value in changes.items():
        setattr(person, name, value)
    person.version += 1
    person.save(update_fields=[*changes, "version"])
    return person


@transaction.atomic
def show_face(person_id, upload, *, collaborative_id, on) -> Portrait:
    """A person's own photo, for the people of one collaborative; an earlier one is gone. Raises files.NotAFile."""
    stored = store_picture(
        upload, by=person_id, longest=FACE, collaborative_id=collaborative_id, audience=Audience.ALL
    )  # fmt: skip
    hide_face(person_id, collaborative_id=collaborative_id)
    return Portrait.objects.create(person_id=person_id, collaborative_id=collaborative_id, file=stored)


@transaction.atomic
def hide_face(person_id, *, collaborative_id) -> None:
    """The person's photo is off every page at once, and its bytes are gone."""
    shown = Portrait.objects.filter(person_id=person_id, collaborative_id=collaborative_id, hidden_at=None)
    for portrait in shown:
        clear_file(portrait.file_id)
    shown.update(hidden_at=timezone.now(), hidden_by_id=person_id)


def attach_login(person, user) -> None:
    """The login stands for this person from now on, in all of their memberships here."""
    person.user = user
    person.save(update_fields=["user"])
    Membership.objects.filter(person=person).update(user_id=user.pk)


def place_behind_wall(person, *, behind_wall, by, on) -> Person:
    """Note that a person licenses, rates, funds or monitors the centers, or no longer does.

    Raises HasOtherRoles while the person holds another role than observer.
    """
    try:
        with transaction.atomic():
            person.behind_wall = behind_wall
            person.save(update_fields=["behind_wall"])
    except IntegrityError as error:
        person.behind_wall = not behind_wall
        raise HasOtherRoles from error
    return person
