# Next Tuesday: `make run` and `make test` need Python 3.11 or newer and make, nothing else.
# Everything a machine keeps (data, logs, secret key) lies in one folder, .state, or where NEXT_TUESDAY_STATE says.

SHELL := /bin/sh
# With bytecode kept, every start after the first one is several seconds quicker.
export PYTHONDONTWRITEBYTECODE :=
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
endif
VENV := .venv/bin/python
# One more than cores: a browser or a server that is waited for leaves its core to another test.
WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
ARGS ?=

.PHONY: help python setup setup-dev run test test-slow bench tour guide lint lock clean

help:
	@echo "make run        the whole application with demo data at http://127.0.0.1:8000 (PORT=, HOST=); Ctrl-C ends it"
	@echo "make test       every test but the slow ones (ARGS= is passed to pytest, WORKERS= is the number of processes)"
	@echo "make test-slow  the slow ones"
	@echo "make bench      the measurements, as one table"
	@echo "make tour       a walk through the application in a real browser, with pictures"
	@echo "make guide      the pictures of the illustrated guide, taken anew from the running application"
	@echo "make lint       style and import contracts (make test has them too)"
	@echo "make lock       lock the libraries of requirements/*.in anew"
	@echo "make clean      remove installed libraries and caches, not data"

python:
	@test -n "$(PYTHON)" || { echo "Next Tuesday needs Python 3.11 or newer: install it, or name it as in make run PYTHON=/path/to/python3.11" >&2; exit 1; }

setup: python
	@$(PYTHON) -m portal.servers.setup runtime

setup-dev: python
	@$(PYTHON) -m portal.servers.setup dev

run: python
	@$(PYTHON) -m portal.servers.checks
	@$(PYTHON) -m portal.servers.setup runtime
	@$(VENV) -m portal.servers.run

test: setup-dev
	@$(VENV) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-slow: setup-dev
	@$(VENV) -m pytest -n $(WORKERS) --dist worksteal -m slow $(ARGS)

bench: setup-dev
	@$(VENV) -m portal.bench $(ARGS)

tour: setup-dev
	@$(VENV) -m portal.tour $(ARGS)

guide: setup-dev
	@$(VENV) -m portal.tour.pictures $(ARGS)

lint: setup-dev
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@.venv/bin/lint-imports

lock: setup-dev
	@for name in bootstrap runtime dev; do .venv/bin/uv pip compile -q --universal --python-version 3.11 \
		--generate-hashes --no-header requirements/$$name.in -o requirements/$$name.txt || exit 1; done

clean:
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache staticfiles
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Installed libraries and caches are removed. Your data are still in $${NEXT_TUESDAY_STATE:-.state};"
	@echo "to begin with an empty installation, end make run and remove that folder."
