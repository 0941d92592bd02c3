"""Sending forms, and judging the answers: yields a line for each thing that is wrong."""

from dataclasses import replace
from html import unescape

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from collaborative.isolation.context import entered
from tests.bad_input.forms import encoded
from tests.proofs.borders import everything, protected_models

URLENCODED = "application/x-www-form-urlencoded"
CLEAR = {200, 302, 400, 404, 409, 413}
SAYS_WHAT_TO_DO = "<h1"
NOT_CONTENT = {"tenancy_sentform", "drafts_draft", "audit_access", "audit_opening", "inbound_received"}


def send(client, address, body, content_type=URLENCODED):
    """One form sent; what it wrote is taken back."""
    with transaction.atomic():
        response = client.generic("POST", address, body, content_type=content_type)
        transaction.set_rollback(True)
    return response


def unclear(client, form, where, answers, *spoiled):
    """What is wrong with the answer to these words; those of the `spoiled` fields need not come back."""
    return judge(send(client, form.action, encoded(answers)), where, form.typed(*spoiled))


def judge(response, where, typed=()):
    """A status people can do something with, a page that says what, and on it the words that were typed."""
    status, text = response.status_code, response.content.decode(errors="replace")
    error = getattr(response, "exc_info", None)
    if status not in CLEAR:
        yield f"{where}: {status} {error[1]!r:.200}" if error else f"{where}: {status}"
    elif status != 302 and SAYS_WHAT_TO_DO not in text and response["Content-Type"].startswith("text/html"):
        yield f"{where}: {status} with a page that says nothing"
    elif status in (200, 409):
        yield from lost(text, where, typed)


def lost(text, where, typed):
    missing = sorted(words for words in typed if words not in unescape(text))
    if missing:
        yield f"{where}: loses {missing}"


def signed_out(form):
    """The session ended while the form was open: the words come back, and the way to sign in; else one is led there."""
    response = send(Client(), form.action, encoded(form.answers()))
    text, where = response.content.decode(), form.action
    if form.typed() and (response.status_code != 403 or reverse("account_login") not in text):
        yield f"{where}: {response.status_code} for words of who was signed out"
    elif form.typed():
        yield from lost(text, where, form.typed())
    elif response.status_code not in (302, 403):
        yield f"{where}: {response.status_code} for who was signed out"


def without_token(client, form):
    """The page was open too long: it says so, and gives the words back."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = send(strict, form.action, encoded(form.answers_but("csrfmiddlewaretoken", "broken")))
    text, where = response.content.decode(), form.action
    if response.status_code != 403 or SAYS_WHAT_TO_DO not in text:
        yield f"{where}: {response.status_code} without a token"
    yield from lost(text, where, form.typed())


def tapped_twice(client, world, form, person):
    """The same form twice: what the first made is not made again, and the second leads to the same place."""
    body = encoded(form.answers())
    with transaction.atomic():
        first = client.generic("POST", form.action, body, content_type=URLENCODED)
        made = rows_of(world, person)
        second = client.generic("POST", form.action, body, content_type=URLENCODED)
        again = rows_of(world, person)
        transaction.set_rollback(True)
    yield from judge(second, f"{form.action} again")
    more = {table: rows - made[table] for table, rows in again.items() if rows != made[table]}
    if more:
        yield f"{form.action}: made again {more}"
    if first.status_code == 302 == second.status_code and "form_key" in form.fields and first.url != second.url:
        yield f"{form.action}: leads to {first.url}, then to {second.url}"


def rows_of(world, person):
    """{table: number of rows} of what people write, mails among them."""
    tables = [model._meta.db_table for model in protected_models()]
    counted = [table for table in tables if table not in NOT_CONTENT and not table.endswith("event")]
    sql = ", ".join(f'(SELECT count(*) FROM "{table}")' for table in counted)
    with entered(replace(everything(world, "A"), person=person.pk)), connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}")
        return dict(zip(counted, cursor.fetchone(), strict=True))
