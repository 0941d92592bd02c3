"""What is found is exactly what opens: for every role and every kind of thing, in the whole world of the proofs."""

import html
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from collaborative.discussion.models import Circle, Post, PostReply, ShelfItem
from collaborative.framework.models import GlossaryTerm, PrimaryDriver, SecondaryDriver, StarterIdea
from collaborative.introductions.models import Introduction, Storyboard
from collaborative.isolation.context import entered
from collaborative.onboarding.models import PreworkAssignment
from collaborative.people.models import User
from collaborative.schedule.models import LearningSession, PlannedDate
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Person, Team
from metrics.models import Metric
from pdsa.models import CycleAnswer, PDSACycle
from portal.search.kinds import KINDS
from tests.proofs import walking
from tests.proofs.reach import PLACES
from tests.proofs.world import has_audience, rungs_of

HERE = ["world-a", "here"]


def page(name, *arguments):
    return reverse(name, args=[*HERE, *arguments])


def own(name):
    """A row with a page of its own."""
    return lambda row: (page(name, row.pk), page(name, row.pk), "")


def on_shelf(row):
    address = f"{page('discussion:shelf')}?{urlencode({'words': row.title[:100]})}"
    return address, address, row.link


def under(name, parent):
    """Words that stand on the page of another row."""

    def where(row):
        address = page(name, getattr(row, parent))
        return f"{address}#said-{row.pk}", address, f'id="said-{row.pk}"'

    return where


def of_driver(row):
    address = page("framework:driver", row.code)
    return address, address, row.short_title


def of_way(row):
    address = page("framework:driver", row.primary.code)
    return f"{address}#{row.code}", address, f'id="{row.code}"'


def of_idea(row):
    address = page("framework:driver", row.driver.code)
    return f"{address}#idea-{row.pk}", address, f'id="idea-{row.pk}"'


def of_term(row):
    address = f"{page('framework:glossary')}?{urlencode({'q': row.term[:60]})}"
    return address, page("framework:glossary"), row.term


def of_date(key):
    return lambda row: (f"{page('schedule:schedule')}#date-{row.pk}", page("schedule:date_ics", key(row)), "")


def of_session(row):
    return f"{page('schedule:schedule')}#date-{row.starts_id}", page("schedule:schedule"), row.name


def of_metric(row):
    address = page("metrics:definition_list")
    return f"{address}#{row.key}", address, f'id="{row.key}"'


# Kind: (the table, the word that stands in each of its rows, (address it leads to, page that opens, what stands there))
KINDS_AND_PAGES = {
    "post": (Post, "canary", own("discussion:post_detail")),
    "reply": (PostReply, "canary", under("discussion:post_detail", "post_id")),
    "circle": (Circle, "canary", own("discussion:circle_detail")),
    "item": (ShelfItem, "canary", on_shelf),
    "introduction": (Introduction, "canary", own("introductions:introduction_detail")),
    "try": (PDSACycle, "canary", own("pdsa:cycle_detail")),
    "try_answer": (CycleAnswer, "canary", under("pdsa:cycle_detail", "cycle_id")),
    "driver": (PrimaryDriver, "canary", of_driver),
    "way": (SecondaryDriver, "canary", of_way),
    "idea": (StarterIdea, "canary", of_idea),
    "term": (GlossaryTerm, "canary", of_term),
    "session": (LearningSession, "canary", of_session),
    "date": (PlannedDate, "canary", of_date(lambda row: row.pk)),
    "assignment": (PreworkAssignment, "canary", own("onboarding:prework_detail")),
    "metric": (Metric, "canary", of_metric),
    "board": (Storyboard, "canary", own("introductions:board_detail")),
    "team": (Team, "team", own("introductions:team_detail")),
    "person": (Person, "", own("introductions:person_detail")),
}


def test_every_kind_is_walked():
    assert set(KINDS_AND_PAGES) == set(KINDS)


OFTEN = (Role.TEACHER, Role.OBSERVER)  # the others walk in the slow tests
EVERY_ROLE = [pytest.param(role, marks=() if role in OFTEN else pytest.mark.slow) for role in Role.values]


@pytest.mark.capability("C282")
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_what_is_found_is_what_opens(world, client, role):
    client.force_login(User.objects.get(pk=world.people["A", role].user_id))
    canaries = [kind for kind, (_model, word, _where) in KINDS_AND_PAGES.items() if word == "canary"]

    assert found(client, canaries, "canary") == opens(world, client, canaries)
    assert found(client, ["team"], "team") == opens(world, client, ["team"])
    assert found_by_role(client) == open_people(world, client)


def found(client, kinds, words):
    """(kind, address) of everything that is found of these kinds, page by page; the counts are of the same rows."""
    labels = {str(KINDS[kind].label): kind for kind in kinds}
    hits, number = [], 1
    while True:
        answer = client.get(page("search:search"), {"words": words, "page": number}).context["answer"]
        hits += [(hit.kind, hit.url) for hit in answer.page.object_list]
        if not answer.page.has_next():
            break
        number += 1
    assert len(hits) == len(set(hits)) == answer.total
    assert sum(choice.number for choice in answer.choices[1:]) == answer.choices[0].number == len(hits)
    return {(labels[label], url) for label, url in hits if label in labels}


def opens(world, client, kinds):
    """(kind, address) of every row of the world whose page opens, and on which it stands."""
    opened, pages = set(), {}
    for kind in kinds:
        model, _word, where = KINDS_AND_PAGES[kind]
        for row in rows_of(world, model):
            leads_to, address, stands = where(row)
            if address not in pages:
                answer = client.get(address)
                pages[address] = html.unescape(answer.content.decode()) if answer.status_code == 200 else None
            if pages[address] is not None and stands in pages[address]:
                opened.add((kind, leads_to))
    return opened


def rows_of(world, model):
    """Every row of a table, of both organizations."""
    for name in PLACES:
        for rung in rungs_of(model) if has_audience(model) else ("all",):
            with entered(world.places[name].context()):
                row = walking.row_of(world.places[name], model, rung)
                for above in {"primary", "driver"} & {column.name for column in model._meta.fields}:
                    getattr(row, above)  # read while its own place is open
            yield row


def found_by_role(client):
    """The addresses of people who are found by their role, which everybody may know; no word of a name is needed."""
    addresses = set()
    for role in Role:
        query = {"words": f'"{role.label}"', "kind": "people"}
        answer = client.get(page("search:search"), query).context["answer"]
        addresses |= {hit.url for hit in answer.page.object_list if hit.kind == str(KINDS["person"].label)}
    return addresses


def open_people(world, client):
    """The addresses of the people of both organizations whose pages open."""
    people = set()
    for place in world.places.values():
        with entered(place.context()):
            people |= set(Person.objects.values_list("pk", flat=True))
    pages = {page("introductions:person_detail", person) for person in people}
    return {address for address in pages if client.get(address).status_code == 200}
