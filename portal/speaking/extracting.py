"""Every text of the project that is marked for translation, from Python and from templates."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOMS = ("collaborative", "metrics", "pdsa", "portal", "templates")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENTS = ("Translators:",)


def messages_of_python(source: bytes):
    """(line, message, comments, context) of each marked text."""
    return extract("python", io.BytesIO(source), keywords=KEYWORDS, comment_tags=COMMENTS)


def messages_of_template(text: str):
    """The same of a template: Django turns its tags into Python, whose indentation means nothing here."""
    as_python = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    return messages_of_python(as_python.encode())


def sources(folder: Path, *names: str):
    """(path inside the folder, its messages) of what lies in its folders of these names, in a fixed order."""
    for name in names:
        for path in sorted((folder / name).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(folder), messages_of_python(path.read_bytes())
        for kind in ("*.html", "*.txt"):
            for path in sorted((folder / name).rglob(kind)):
                yield path.relative_to(folder), messages_of_template(path.read_text())


def catalogue_of(folder: Path, *names: str) -> Catalog:
    """All of them, each with the files it stands in; without line numbers, which change with every line.

    Without names: the texts of the project whose folder this is.
    """
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for path, messages in sources(folder, *(names or ROOMS)):
        for _line, message, comments, context in messages:
            catalogue.add(message, locations=[(str(path), None)], auto_comments=comments, context=context)
    return catalogue
