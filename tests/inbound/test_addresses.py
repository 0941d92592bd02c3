"""An address is ours or it is not: nothing that was changed by one letter is."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.inbound import addresses

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
CODES = st.binary(min_size=addresses.CODE, max_size=addresses.CODE).map(bytes.hex)


@given(st.uuids(), CODES)
def test_a_token_says_what_was_put_in_also_in_capitals(organization, code):
    token = addresses.token_of(organization, code)

    assert addresses.read(token) == addresses.read(token.upper()) == (organization, code)
    assert (len(token), token) == (48, token.lower())


@pytest.mark.capability("C277")
@given(st.uuids(), CODES, st.integers(0, 47), st.sampled_from(LETTERS + "018+=é "))
def test_no_token_changed_by_one_letter_is_ours(organization, code, at, letter):
    token = addresses.token_of(organization, code)
    changed = token[:at] + letter + token[at + 1 :]

    assert addresses.read(changed) == ((organization, code) if changed == token else None)
    assert addresses.read(token[:at] + token[at + 1 :]) is None
    assert addresses.read(token[:at] + letter + token[at:]) is None


@given(st.text(max_size=60))
def test_nothing_else_is_ours(text):
    assert addresses.read(text) is None


def test_another_key_signs_otherwise_and_an_older_one_still_counts(settings):
    token = addresses.token_of(uuid.UUID(int=1), "00" * 7)
    older, settings.SECRET_KEY = settings.SECRET_KEY, "another"

    assert addresses.read(token) is None
    settings.SECRET_KEY_FALLBACKS = [older]
    assert addresses.read(token) == (uuid.UUID(int=1), "00" * 7)


def test_the_address_is_found_among_others_and_fits_what_mail_servers_take(settings):
    settings.INBOUND_ADDRESS = "Reply@Mail.Example.org"
    token = addresses.token_of(uuid.UUID(int=1), "ab" * 7)
    own = addresses.address_of(uuid.UUID(int=1), "ab" * 7)

    assert own == f"reply+{token}@mail.example.org"
    assert len(own.partition("@")[0]) <= 64  # RFC 5321, 4.5.3.1.1
    assert addresses.token_in(["Tom <tom@example.org>", f"Answers <{own.upper()}>, x@y"]) == token
    others = [f"reply+{token}@elsewhere.example", f"other+{token}@mail.example.org", "reply+x@mail.example.org"]
    assert addresses.token_in(others) == ""
    assert (addresses.is_own(own), addresses.is_own("tom@mail.example.org")) == (True, False)
