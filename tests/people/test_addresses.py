"""One spelling of an address is one mailbox: letters that look like others open nobody's door."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from collaborative.people.addresses import AddressField, canonical
from collaborative.people.models import User
from collaborative.tenancy import logins
from tests import factories

DOTLESS, LONG_S, KELVIN, DOTTED = "\N{LATIN SMALL LETTER DOTLESS I}", "\u017f", "\u212a", "\u0130"


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("ana@kita.org", "ana@kita.org"),
        (" Ana.Lopez+x@Kita.ORG ", "ana.lopez+x@kita.org"),
        ("ana@käfer.org", "ana@xn--kfer-loa.org"),
        (f"ana@f{DOTLESS}rst.org", "ana@xn--frst-lza.org"),
        (f"ana@{LONG_S}unny.org", "ana@sunny.org"),  # so mail to this domain goes, too
    ],
)
def test_an_address_has_one_form(email, expected):
    assert canonical(email) == expected


@pytest.mark.parametrize("letter", [DOTLESS, LONG_S, KELVIN])
def test_letters_that_only_look_plain_are_refused_with_a_way_out(letter):
    with pytest.raises(ValidationError) as refused:
        AddressField().clean(f"adm{letter}n@kita.org")

    assert refused.value.messages == [
        "Please write this address with plain letters, as it stands in the person's own mails."
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("letter", [DOTLESS, LONG_S, KELVIN, DOTTED])
def test_a_look_alike_finds_no_login_and_no_person(organization, letter):
    plain = {DOTLESS: "i", LONG_S: "s", KELVIN: "k", DOTTED: "i"}[letter]
    user = User.objects.create_user(email=f"adm{plain}n@kita.org")
    person = factories.person(email=f"adm{plain}n@kita.org")

    assert logins.find_login(f"ADM{plain.upper()}N@kita.org") == user
    assert logins.find_person(f"Adm{plain}n@kita.org") == person
    assert logins.find_person(f"adm{letter}n@kita.org") is None
    with pytest.raises(ValueError, match="plain letters"):
        logins.find_login(f"adm{letter}n@kita.org")


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["Ana@kita.org", f"an{DOTLESS}@kita.org", "ana @kita.org"])
@pytest.mark.parametrize("table", ["people_user", "tenancy_person"])
def test_the_database_keeps_no_other_form(organization, table, email):
    User.objects.create_user(email="somebody@kita.org")
    factories.person(email="somebody@kita.org")

    with pytest.raises(IntegrityError, match="plain_address"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET email = %s WHERE email = 'somebody@kita.org'", [email])
