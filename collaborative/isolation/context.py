"""Who is asking, told to the database for the length of one transaction.

Row-level security reads these settings. They are set with `set_config(..., true)`, so they end with the
transaction and nothing survives on a pooled connection. SECURITY: an inner change would outlive its savepoint,
therefore `tenant_context` puts the earlier values back.
"""

import json
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from uuid import UUID

from django.db import connection, transaction


class NoOrganization(Exception):
    """A row of an organization was touched while no organization was set."""


@dataclass(frozen=True)
class Context:
    """What the row policies compare with: ids as UUIDs, lists as tuples of UUIDs, None where nothing is known."""

    user: UUID | None = None
    organization: UUID | None = None
    organization_slug: str = ""
    invitation: str = ""
    person: UUID | None = None
    collaboratives: tuple[UUID, ...] = ()
    teams: tuple[UUID, ...] = ()
    staff_teams: tuple[UUID, ...] = ()
    groups: tuple[UUID, ...] = ()
    number_teams: tuple[UUID, ...] = ()
    faculty: tuple[UUID, ...] = ()
    # Collaboratives in which one is of the project team, keeps the ledger of supports, or helps with technology.
    project: tuple[UUID, ...] = ()
    supporting: tuple[UUID, ...] = ()
    helping: tuple[UUID, ...] = ()
    moderates: tuple[UUID, ...] = ()
    # Teams whose center left and took back its words: nobody else reads them.
    hushed_teams: tuple[UUID, ...] = ()


NOBODY = Context()
_current: ContextVar[Context] = ContextVar("isolation_context", default=NOBODY)


def current() -> Context:
    """The context of the running request or task."""
    return _current.get()


def current_organization_id() -> UUID:
    """The organization new rows belong to.

    Raises NoOrganization outside a tenant context, so that no row is ever written for nobody.
    """
    organization = _current.get().organization
    if organization is None:
        raise NoOrganization("Open a tenant_context(organization_id) before touching rows of an organization.")
    return organization


def _text(value) -> str:
    if isinstance(value, tuple):
        return "{" + ",".join(str(item) for item in value) + "}"
    return "" if value is None else str(value)


def apply(context: Context) -> None:
    """Tell the database `context` for the rest of this transaction, and the history who is acting."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A tenant context lives inside a transaction.")
    _current.set(context)
    names = [f"app.{field.name}" for field in fields(context)]
    values = [_text(getattr(context, field.name)) for field in fields(context)]
    actor = {"person": str(context.person)} if context.person else {}
    names += ["pghistory.context_metadata", "pghistory.context_id"]
    values += [json.dumps(actor) if actor else "", str(context.person or "")]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join("set_config(%s, %s, true)" for _ in names),
            [part for pair in zip(names, values, strict=True) for part in pair],
        )


@contextmanager
def entered(context: Context):
    """Run a block, in a transaction of its own or a savepoint, under exactly `context`; the earlier one returns."""
    earlier = _current.get()
    with transaction.atomic():
        apply(context)
        try:
            yield context
        finally:
            if connection.needs_rollback or connection.connection is None:
                _current.set(earlier)
            else:
                apply(earlier)


@contextmanager
def tenant_context(organization_id: UUID, *, person_id: UUID | None = None):
    """Run a block of worker or command code for one organization, and nothing of any other."""
    with entered(Context(organization=organization_id, person=person_id)) as context:
        yield context


def changed(**changes) -> Context:
    """The running context with some values replaced, told to the database."""
    context = replace(_current.get(), **changes)
    apply(context)
    return context


@contextmanager
def forgotten_on_leaving():
    """Put the Python side back when the request's transaction is over (the database forgets by itself)."""
    token = _current.set(Context())
    try:
        yield
    finally:
        _current.reset(token)
