"""The templates that come with the application: package data, found by their key."""

from functools import cache
from importlib import resources

import yaml

from .rules import Entry, TemplateProblem

SUFFIX = ".yaml"


class UnknownTemplate(LookupError):
    """No template goes by this key."""


def template_keys() -> list[str]:
    """The keys of all templates, in order."""
    files = resources.files(__package__).joinpath("data").iterdir()
    names = sorted(file.name for file in files if file.name.endswith(SUFFIX))
    return [name.removesuffix(SUFFIX).replace("_", "-") for name in names]


@cache
def template_data(key: str) -> dict:
    """The template's content as plain data, not to be changed. Raises UnknownTemplate, TemplateProblem."""
    if key not in template_keys():
        raise UnknownTemplate(f"There is no template {key!r}. There is: {', '.join(template_keys())}.")
    file = resources.files(__package__).joinpath("data", key.replace("-", "_") + SUFFIX)
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    if Entry(data, "").entry("template").text("key", 40) != key:
        raise TemplateProblem("template.key", f"differs from the file's name, {key!r}")
    return data


def template_choices() -> list[tuple[str, str]]:
    """(key, name) of each template, for a choice."""
    return [(key, template_data(key)["template"]["name"]) for key in template_keys()]
