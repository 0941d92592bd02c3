"""Loaded first (`-p` in pyproject.toml): the tests' own PostgreSQL and Valkey, before settings are read."""

import os

from portal.servers.environment import test_environment
from portal.servers.state import State

os.environ.setdefault("ENVIRONMENT", "test")
os.environ.setdefault("DATABASE_ROLE", "owner")
test_environment(State.of_this_machine())
