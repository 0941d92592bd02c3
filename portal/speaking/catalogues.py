"""Catalogues of translations: brought up to date from the sources, and compiled into what Django reads.

`<language>/LC_MESSAGES/django.po` is written by people and kept in the project; `django.mo` is made from it at set-up.
"""

import os
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from .extracting import catalogue_of

DOMAIN = "django"
WIDTH = 118


def paths(folder: Path) -> list[Path]:
    """The catalogues in a folder of languages."""
    return sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(path: Path) -> Catalog:
    """A catalogue; its language is the name of its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def update(path: Path, project: Path) -> None:
    """Add texts that are new, drop those that are gone; what is translated stays, nothing is guessed.

    Messages of libraries, whose context lies elsewhere, are kept: they carry no location in the project.
    """
    before, after = read(path), catalogue_of(project)
    catalogue = Catalog(locale=before.locale, charset="utf-8", fuzzy=False, header_comment=before.header_comment)
    for message in after:
        if message.id:
            known = before.get(_key(message), message.context)
            catalogue.add(
                message.id,
                known.string if known else None,
                locations=message.locations,
                auto_comments=message.auto_comments,
                user_comments=known.user_comments if known else (),
                context=message.context,
            )
    for message in before:
        if message.id and not message.locations and not catalogue.get(_key(message), message.context):
            catalogue.add(message.id, message.string, user_comments=message.user_comments, context=message.context)
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False, omit_header=False)


def _key(message):
    return message.id[0] if isinstance(message.id, tuple) else message.id


def compile_all(folder: Path) -> list[Path]:
    """Compile what is newer than its compiled form; returns what was compiled."""
    done = []
    for path in paths(folder):
        compiled = path.with_suffix(".mo")
        if not is_compiled(path):
            unfinished = compiled.with_name(f"{compiled.name}.{os.getpid()}")
            with unfinished.open("wb") as file:
                write_mo(file, read(path))
            unfinished.replace(compiled)
            done.append(path)
    return done


def is_compiled(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime > path.stat().st_mtime
