"""Bring the database of `make run` up to date, in one process: roles, migrations, demo (once), static files.

Run as the owner, by `portal.servers.run`; the only file here that needs Django.
"""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from portal.servers.process import say
from portal.servers.state import State
from portal.speaking.catalogues import compile_all


def prepare(state):
    """See that tables, roles, demo and static files are those of today's code."""
    compile_all(Path(settings.LOCALE_PATHS[0]))
    call_command("roles", stdout=sys.stderr)
    say("Bringing the database up to date.")
    call_command("migrate", verbosity=0, interactive=False)
    _build_demo_once(state)
    _collect_static_when_changed(state)


def _build_demo_once(state):
    """An installation without one login has no organization; a demo that was interrupted is begun anew."""
    begun = state.folder / "demo-begun"
    if settings.DEMO and (begun.exists() or not get_user_model().objects.exists()):
        say("Building the demo; this takes up to a minute, only this once.")
        begun.touch()
        call_command("demo")
        begun.unlink()


def _collect_static_when_changed(state):
    if os.environ.get("STATIC_HASHED") != "true":
        return
    stamp = state.folder / "static-collected"
    today = _fingerprint([Path(settings.BASE_DIR) / "requirements" / "runtime.txt", *_own_static_files()])
    if stamp.exists() and stamp.read_text() == today:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(today)


def _own_static_files():
    folders = [Path(folder) for folder in settings.STATICFILES_DIRS]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def _fingerprint(paths):
    rows = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in paths]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    prepare(State.of_this_machine())
