"""The shape of the house: sizes, pure rules, order of files, templates without logic or inline styles."""

import ast
import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("collaborative", "metrics", "pdsa", "portal")
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 300, 40, 150
FLOORS_OF_FILES = ("enums", "rules", "querysets", "models", "actions", "forms", "views", "urls")
FORBIDDEN_TO_RULES = ("django", "celery", "rest_framework", "pandas", "matplotlib")
MAY_USE_ENUMS = "django.utils.translation"


def files(*patterns, under=ROOMS):
    found = [path for room in under for pattern in patterns for path in sorted((PROJECT / room).rglob(pattern))]
    return [path for path in found if "migrations" not in path.parts and "__pycache__" not in path.parts]


def python_files():
    found = files("*.py", under=(*ROOMS, "tests"))
    assert len(found) > 100
    return found


def test_files_stay_short():
    lengths = {str(path.relative_to(PROJECT)): len(path.read_text().splitlines()) for path in python_files()}

    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_stay_short():
    long = {}
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION:
                long[f"{path.relative_to(PROJECT)}:{node.name}"] = node.end_lineno - node.lineno + 1

    assert long == {}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield node.level, node.module or "", [name.name for name in node.names]
        elif isinstance(node, ast.Import):
            yield from ((0, name.name, []) for name in node.names)


def test_rules_are_pure():
    rules = files("rules.py") + files("*.py", under=["metrics/rules"])
    assert len(rules) > 3
    impure = {
        f"{path.relative_to(PROJECT)}: {module}"
        for path in rules
        for level, module, _names in imported(path)
        if level == 0 and module.split(".")[0] in FORBIDDEN_TO_RULES and module != MAY_USE_ENUMS
    }

    assert impure == set()


def test_files_import_only_from_the_floor_below():
    upward = set()
    for path in files("*.py"):
        floor = next((part for part in (path.stem, path.parent.name) if part in FLOORS_OF_FILES), None)
        if floor is None:
            continue
        above = FLOORS_OF_FILES[FLOORS_OF_FILES.index(floor) + 1 :]
        for level, module, names in imported(path):
            inside = level > 0
            targets = {module.split(".")[0]} if module else set(names)
            if inside and targets & set(above) and path.stem != "__init__":
                upward.add(f"{path.relative_to(PROJECT)} imports {sorted(targets & set(above))}")

    assert upward == set()


def templates():
    found = sorted((PROJECT / "templates").rglob("*.html"))
    assert len(found) > 20
    return found


def test_templates_stay_short():
    lengths = {str(path.relative_to(PROJECT)): len(path.read_text().splitlines()) for path in templates()}

    assert {path: length for path, length in lengths.items() if length > LONGEST_TEMPLATE} == {}


FORBIDDEN_IN_TEMPLATES = {
    "an inline style": re.compile(r"\sstyle="),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>"),
    "an inline handler": re.compile(
        r"\son(?:click|change|submit|load|input|key\w+|mouse\w+|focus|blur|error|toggle|touch\w+)="
    ),
    "another host": re.compile(r"(?:src|href)=\"(?:https?:)?//"),
    "a query": re.compile(r"{[{%][^}]*\.(?:all|count|filter|objects|exists|\w+_set)\b"),
    "text marked safe": re.compile(r"\|safe\b|autoescape off"),
    "script in an attribute of htmx": re.compile(r"hx-on|hx-vals=.js:|\bjs:"),
}


def test_templates_hold_no_logic_and_nothing_inline():
    found = {
        f"{path.relative_to(PROJECT)}: {what}"
        for path in templates()
        for what, pattern in FORBIDDEN_IN_TEMPLATES.items()
        if pattern.search(path.read_text())
    }

    assert found == set()


def test_no_lock_file_names_an_address():
    locks = sorted((PROJECT / "requirements").glob("*.txt"))

    assert [path.name for path in locks] == ["bootstrap.txt", "dev.txt", "runtime.txt"]
    assert [path.name for path in locks if "://" in path.read_text()] == []


def test_the_project_names_no_path_of_a_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split()
    places = re.compile("/" + "work/|/" + "root/|\\.\\./" + "shared")
    found = [
        name for name in listed if not name.endswith((".png", ".jpg", ".ico")) and (PROJECT / name).is_file()
        and places.search((PROJECT / name).read_text(errors="ignore"))
    ]  # fmt: skip

    assert found == []
