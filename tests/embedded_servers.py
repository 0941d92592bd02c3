"""Loaded first (`-p` in pyproject.toml): compiled catalogues, and the tests' own PostgreSQL and Valkey."""

import os

from portal.servers.environment import test_environment
from portal.servers.state import PROJECT, State
from portal.speaking.catalogues import compile_all

os.environ.setdefault("ENVIRONMENT", "test")
os.environ.setdefault("DATABASE_ROLE", "owner")
test_environment(State.of_this_machine())
compile_all(PROJECT / "portal" / "locale")
