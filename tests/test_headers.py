"""Headers of every kind of answer, settings fit for production, and logs that name nobody."""

import io
import json
import logging
import os
import subprocess
import sys

import pytest
from django.test import Client

from collaborative.tenancy.enums import Role
from portal.logs import LOGGING
from portal.servers.state import PROJECT
from tests import factories

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
EXPECTED = {
    "Cache-Control": {"no-store", "max-age=0, no-cache, no-store, must-revalidate, private"},
    "Permissions-Policy": {
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    },
    "Referrer-Policy": {"same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
}


def parts(policy):
    return sorted(part.strip() for part in policy.split(";") if part.strip())


@pytest.fixture
def teacher(organization, collaborative, team):
    return factories.member(
        Role.TEACHER, team=team, person=factories.person(first_name="Canaryname", family_name="Canaryfamily")
    )


def kinds_of_answers(teacher):
    """One address of each kind: (what, method, path, body, status)."""
    here = f"/{teacher.organization_slug}/{teacher.collaborative_slug}/"
    return [
        ("page", "get", here + "help/", {}, 200),
        ("form", "get", here + "people/me/", {}, 200),
        ("sign-in", "get", "/accounts/login/", {}, 302),
        ("forbidden", "get", f"/{teacher.organization_slug}/settings/", {}, 403),
        ("no such row", "get", here + "teams/0190a3f0-0000-7000-8000-000000000001/", {}, 404),
        ("no such page", "get", "/nothing/here/at/all/ever/", {}, 404),
        ("wrong method", "get", here + "agreement/pause/0190a3f0-0000-7000-8000-000000000001/", {}, 405),
        ("redirect", "post", "/language/", {"language": "en"}, 302),
        ("too much", "post", here + "people/me/", "line=" + "x" * 3_000_000, 413),
    ]


def answer_to(client, method, path, body):
    if isinstance(body, str):
        return client.post(path, body, content_type="application/x-www-form-urlencoded")
    return getattr(client, method)(path, body)


def test_every_kind_of_answer_carries_the_same_headers(teacher):
    client = Client()
    client.force_login(teacher.person.user)
    found = {}
    for what, method, path, body, _status in kinds_of_answers(teacher):
        answer = answer_to(client, method, path, body)
        wrong = {
            name: answer.headers.get(name)
            for name, allowed in EXPECTED.items()
            if answer.headers.get(name) not in allowed
        }
        if parts(answer.headers.get("Content-Security-Policy", "")) != parts(CSP):
            wrong["Content-Security-Policy"] = answer.headers.get("Content-Security-Policy")
        found[what] = (answer.status_code, wrong)

    assert found == {what: (status, {}) for what, _method, _path, _body, status in kinds_of_answers(teacher)}


def test_an_answer_to_an_error_carries_them_too(teacher, settings, monkeypatch):
    client = Client(raise_request_exception=False)
    client.force_login(teacher.person.user)
    monkeypatch.setattr("portal.help.views.pages.rights_of", lambda role: 1 / 0)

    answer = client.get(f"/{teacher.organization_slug}/{teacher.collaborative_slug}/help/rights/")

    assert answer.status_code == 500
    assert parts(answer.headers["Content-Security-Policy"]) == parts(CSP)
    assert answer.headers["Cache-Control"] == "no-store"


def test_too_many_requests_get_our_page(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "1/m/ip"}
    client.post("/accounts/login/", {"login": "a@example.org"})

    answer = Client().post("/accounts/login/", {"login": "b@example.org"})

    assert answer.status_code == 429
    assert "Next Tuesday" in answer.content.decode()


@pytest.fixture
def log_lines():
    """What the configured handlers write, as text."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.get_name() == "console")
    lines = io.StringIO()
    earlier = handler.setStream(lines)
    yield lines
    handler.setStream(earlier)


def test_logs_name_nobody(teacher, log_lines):
    client = Client()
    client.force_login(teacher.person.user)
    for _what, method, path, body, _status in kinds_of_answers(teacher):
        answer_to(client, method, path, body)
    client.get("/invitation/canary-organization/canary-token/?email=canary@example.org")
    Client().post("/accounts/login/", {"login": "canary@example.org"})
    client.get("/", HTTP_USER_AGENT="canary-browser")

    lines = log_lines.getvalue()
    assert "canary" not in lines.lower()
    assert teacher.person.email not in lines
    assert teacher.organization_slug not in lines
    routes = [json.loads(line).get("route") for line in lines.splitlines()]
    assert {"help:help", "tenancy:profile_edit", "signin:invitation", "account_login"} <= set(routes)


def test_a_silenced_logger_has_a_handler_of_its_own():
    # Python writes the warnings of a logger without any handler to stderr by itself, addresses and all.
    silenced = [logger for logger in LOGGING["loggers"].values() if not logger.get("propagate", True)]

    assert [logger["handlers"] for logger in silenced] == [["nowhere"]]


PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "vI9n3vJ0Qm8sZp2Wk6xYb1Ra5Tc7Ud4Ee0Ff9Gg8Hh7Ii6Jj5Kk4Ll3",
    "ALLOWED_HOSTS": "nexttuesday.example.org",
    "DATABASE_URL": "postgresql://owner:secret@localhost/next_tuesday",
    "REDIS_URL": "redis://localhost/0",
    "EMAIL_URL": "smtp://user:secret@localhost:25",
    "DEFAULT_FROM_EMAIL": "Next Tuesday <hello@nexttuesday.example.org>",
    "PUBLIC_ADDRESS": "https://nexttuesday.example.org",
}


def manage(*words, **environment):
    own = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "manage.py", *words], cwd=PROJECT, env={**own, **environment}, capture_output=True, text=True
    )


def test_production_settings_pass_djangos_own_check_for_deployment():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"])
def test_production_without_a_needed_variable_does_not_start_and_names_it(missing):
    result = manage("check", **{name: value for name, value in PRODUCTION.items() if name != missing})

    assert result.returncode != 0
    assert missing in result.stderr


@pytest.mark.parametrize(("variables", "refused"), [({}, True), ({"DEMO_PUBLIC": "true"}, False)])
def test_production_refuses_the_demo_without_its_second_variable(variables, refused):
    result = manage("check", **PRODUCTION, DEMO="true", **variables)

    assert ("demo.E001" in result.stderr) is refused
    assert (result.returncode != 0) is refused
