"""Whoever switches answers by mail on is told what is amiss; switched off, nothing is."""

import pytest

from portal.inbound import checks


@pytest.mark.parametrize(
    ("url", "address", "said"),
    [
        ("", "", []),
        ("lmtp://0.0.0.0:8024", "reply@example.org", []),
        ("imaps://reply%40example.org:p@mail.example/INBOX", "reply@example.org", []),
        ("imap://a:b@localhost:1143", "reply@example.org", []),
        ("imap://a:b@mail.example", "reply@example.org", ["inbound.E003"]),
        ("smtp://mail.example", "reply@example.org", ["inbound.E002"]),
        ("lmtp:8024", "reply", ["inbound.E001", "inbound.E002"]),
    ],
)
def test_what_is_amiss_is_said_when_a_process_starts(settings, url, address, said):
    settings.INBOUND_URL, settings.INBOUND_ADDRESS = url, address

    assert [found.id for found in checks.mail_can_come(None)] == said
