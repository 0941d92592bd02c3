import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from collaborative.isolation.context import Context, entered
from collaborative.tenancy.models import Organization

LINK = re.compile(r"(/invitation/\S+/)")
WORDS = {
    "name": "Bright Start",
    "admin_email": "dana@example.org",
    "admin_name": "Dana Smith",
    "oversees_centers": "no",
}


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


@pytest.mark.capability("C381")
@pytest.mark.parametrize(("answers", "oversees"), [(["perhaps", "Yes"], True), (["no"], False)])
def test_nobody_starts_an_organization_without_saying_whether_it_oversees_centers(db, monkeypatch, answers, oversees):
    words = {**WORDS, "slug": "bright-start", "oversees_centers": None}
    with pytest.raises(CommandError, match="license, rate, fund or monitor"):
        call_command("organization", "create", **words)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answers.pop(0))

    call_command("organization", "create", signed_by="Dr. Lee", **words)

    with entered(Context(organization_slug="bright-start")):
        made = Organization.objects.get(slug="bright-start")
    assert (made.oversees_centers, made.not_used_to_rate_signed_by) == (oversees, "Dr. Lee")
    assert asked[0] == "Does it license, rate, fund or monitor these centers? (yes/no) "


@pytest.mark.parametrize(
    "wrong", [{"slug": "demo"}, {"slug": "Bad Slug"}, {"time_zone": "Moon/Base"}, {"admin_email": "nobody"}]
)
def test_a_wrong_word_makes_nothing_and_says_what_to_change(db, wrong):
    with pytest.raises(CommandError):
        call_command("organization", "create", **{"slug": "bright-start", **WORDS, **wrong})

    with entered(Context(organization_slug="bright-start")):
        assert not Organization.objects.filter(slug="bright-start").exists()
