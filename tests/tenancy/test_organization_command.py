import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.models import Organization

LINK = re.compile(r"(/invitation/\S+/)")
WORDS = {"name": "Bright Start", "admin_email": "dana@example.org", "admin_name": "Dana Smith"}


@pytest.mark.capability("C001")
def test_an_operator_starts_an_organization_and_its_admin_comes_in(db, capsys):
    call_command("organization", "create", slug="bright-start", **WORDS)
    address = LINK.search(capsys.readouterr().out).group(1)
    client = Client()

    came_in = client.post(address + "yes/")
    client.post(came_in.url, {"language": "en", "shown_as": "role", "line": ""})
    home = client.get("/bright-start/")

    assert came_in.url == "/bright-start/people/welcome/"
    assert "A new collaborative" in home.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"slug": "demo"}, {"slug": "Bad Slug"}, {"time_zone": "Moon/Base"}, {"admin_email": "nobody"}]
)
def test_a_wrong_word_makes_nothing_and_says_what_to_change(db, wrong):
    with pytest.raises(CommandError):
        call_command("organization", "create", **{"slug": "bright-start", **WORDS, **wrong})

    with entered(Context(organization_slug="bright-start")):
        assert not Organization.objects.filter(slug="bright-start").exists()
