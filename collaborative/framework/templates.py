"""The templates that come with the application: package data, found by their key.

Beside `<name>.yaml` may lie `<name>.<language>.yaml`: the same texts, as that language says them.
"""

from functools import cache
from importlib import resources

import yaml

from .rules import SOURCE_LANGUAGE, Entry, TemplateProblem

SUFFIX = ".yaml"


class UnknownTemplate(LookupError):
    """No template goes by this key."""


def template_keys() -> list[str]:
    """The keys of all templates, in order."""
    return [name.replace("_", "-") for name in _names() if "." not in name]


def _names():
    files = resources.files(__package__).joinpath("data").iterdir()
    return sorted(file.name.removesuffix(SUFFIX) for file in files if file.name.endswith(SUFFIX))


def _read(name):
    file = resources.files(__package__).joinpath("data", name + SUFFIX)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


@cache
def template_data(key: str) -> dict:
    """The template's content as plain data, not to be changed. Raises UnknownTemplate, TemplateProblem."""
    if key not in template_keys():
        raise UnknownTemplate(f"There is no template {key!r}. There is: {', '.join(template_keys())}.")
    data = _read(key.replace("-", "_"))
    if Entry(data, "").entry("template").text("key", 40) != key:
        raise TemplateProblem("template.key", f"differs from the file's name, {key!r}")
    return data


@cache
def template_phrases(key: str) -> dict[str, dict[str, str]]:
    """How other languages say the template's texts: {language: {a line of a text: words}}, not to be changed."""
    beside = f"{key.replace('-', '_')}."
    found = [_read(name) for name in _names() if name.startswith(beside)]
    return {one["language"]: {row[SOURCE_LANGUAGE]: row[one["language"]] for row in one["phrases"]} for one in found}


def template_choices() -> list[tuple[str, str]]:
    """(key, name) of each template, for a choice."""
    return [(key, template_data(key)["template"]["name"]) for key in template_keys()]
