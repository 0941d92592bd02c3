"""The history of what is one's own: read from the event tables, which the database fills and keeps."""

import json
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from pghistory.models import Event

from .history_words import FIELDS, THINGS

MOST = 100
UNSAID = {
    "id", "organization_id", "version", "created_at", "hidden_at", "hidden_by_id", "user_id", "behind_wall",
    "organization_slug", "organization_name", "collaborative_slug", "collaborative_name", "place_name", "token_hash",
}  # fmt: skip

# Every event this person caused, and every change of who they are; beside each the event before it of the same row.
ONE_TABLE = """
SELECT '{label}' AS label, e.pgh_created_at, e.pgh_label, e.pgh_context ->> 'person' AS by,
       to_jsonb(e) AS after,
       (SELECT to_jsonb(b) FROM {table} b WHERE b.organization_id = e.organization_id AND b.id = e.id
           AND b.pgh_id < e.pgh_id ORDER BY b.pgh_id DESC LIMIT 1) AS before
  FROM {table} e
 WHERE e.organization_id = %(organization)s AND ({mine})
"""


@dataclass(frozen=True)
class Change:
    """One change: what, when, by whom, and each field that differs with what it was and what it is."""

    what: str
    at: object
    by: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]


def own_changes(actor) -> list[Change]:
    """The newest changes that `actor` made, or that were made to their person and memberships, newest first."""
    tables = [_statement(model) for model in _event_models()]
    statement = " UNION ALL ".join(tables) + " ORDER BY pgh_created_at DESC LIMIT %(most)s"
    values = {"organization": actor.organization_id, "person": actor.person_id, "most": MOST}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT c.*, p.first_name, p.family_name FROM ({statement}) c LEFT JOIN tenancy_person p"  # noqa: S608
            " ON p.organization_id = %(organization)s AND p.id::text = c.by ORDER BY c.pgh_created_at DESC",
            values,
        )
        changes = [_change(*row) for row in cursor.fetchall()]
    return [change for change in changes if change.fields or change.kind == "delete"]


def _event_models():
    """The event tables of rows that people see; what belongs to nobody in particular is left out."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Event)
        and any(column.name == "organization_id" for column in model._meta.concrete_fields)
        and any(column.name == "pgh_context" for column in model._meta.concrete_fields)
    ]


def _statement(model):
    mine = "e.pgh_context ->> 'person' = %(person)s::text"
    columns = {column.column for column in model._meta.concrete_fields}
    label = model.pgh_tracked_model._meta.label_lower
    if label == "tenancy.person":
        mine += " OR e.id = %(person)s"
    elif label.startswith("tenancy.") and "person_id" in columns:
        mine += " OR e.person_id = %(person)s"
    return ONE_TABLE.format(label=label, table=f'"{model._meta.db_table}"', mine=mine)


def _change(label, at, kind, by, after, before, first_name, family_name):
    after, before = _row(after), _row(before)
    model = apps.get_model(label)
    return Change(
        what=str(THINGS[label]),
        at=at if not isinstance(at, str) else parse_datetime(at),
        by=f"{first_name or ''} {family_name or ''}".strip() or _("the system"),
        kind=kind,
        fields=tuple(_differences(model, before if kind != "insert" else {}, after)),
    )


def _row(value):
    return json.loads(value) if isinstance(value, str) else value or {}


def _differences(model, before, after):
    for field in model._meta.concrete_fields:
        name = field.column
        label = _label(field)
        if name in UNSAID or not label:
            continue
        earlier, now = before.get(name), after.get(name)
        if earlier != now and not (earlier in (None, "", []) and now in (None, "", [], False)):
            yield capfirst(label), _said(field, earlier), _said(field, now)


def _label(field):
    """What people call a field; "" where it says nothing to them."""
    if field.remote_field:
        return ""
    return str(FIELDS.get(field.column) or (field.verbose_name if isinstance(field.verbose_name, Promise) else ""))


def _said(field, value):
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return date_format(parse_date(value), "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        choices = dict(getattr(field, "base_field", field).flatchoices)
        value = [choices.get(item, item) if isinstance(item, str) else item for item in value]
        return ", ".join(str(item.get("name", item)) if isinstance(item, dict) else str(item) for item in value)
    return str(value)[:400]
