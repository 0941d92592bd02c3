"""Canaries outside the answers: nobody's words are in mails, reports, queue, cache, sessions or logs of others."""

import base64
import datetime
import json
import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client, TestCase
from django.utils import timezone

from collaborative.discussion.models import Post, ShelfItem
from collaborative.isolation.context import tenant_context
from collaborative.outbox.models import Message, Notice
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import AffinityGroup, Membership, Organization
from metrics.tasks import compute_middle_lines
from pdsa import actions as tries
from portal.newsletter.actions import deliver
from portal.notices.actions import gather_notices
from portal.reports.drawing import chart_svg, report_pdf
from portal.reports.story import story_of
from tests.bad_input import crawl
from tests.bad_input.forms import WORDS
from tests.conftest import OWNER
from tests.proofs import busy, walking
from tests.proofs.expected_models import RESOURCE_OF_MODEL
from tests.proofs.opened import act_as, opened, rows, unlocked
from tests.proofs.pdf_words import words_of_pdf
from tests.proofs.world import TODAY

TYPED = WORDS.removeprefix("Kept ")
# Anything of a person, or of what people write: the world's names, addresses and canaries, and what was typed.
PRIVATE = re.compile(rf"canary|{TYPED}|@example\.(?:org|com)|First\d+|Family\d+|kept\.words", re.I)


@pytest.fixture
def quiet_hours_over(monkeypatch):
    """Mails may leave at any hour."""
    monkeypatch.setattr("portal.notices.rules.open_hours", lambda now, hours: (now, now + datetime.timedelta(hours=1)))


@pytest.mark.slow
@pytest.mark.capability("C001", "C375")
def test_nobodys_words_are_left_behind_where_others_find_them(open_world, client, quiet_hours_over):
    with busy.own_queue() as in_the_queue, busy.overheard() as said:
        with TestCase.captureOnCommitCallbacks(execute=True):
            a_day(open_world, client)
        queued = in_the_queue()

    messages = everything_sent()
    assert {
        "mails": [leak for message in messages for leak in in_mail(open_world, message)],
        "queue": PRIVATE.findall(str([bodies(value) for _key, value in queued])),
        "cache": PRIVATE.findall(str(cached())),
        "sessions": re.findall(f"canary|{TYPED}", str([one.get_decoded() for one in Session.objects.all()]), re.I),
        "logs": sorted(set(PRIVATE.findall(said.getvalue()))),
    } == {"mails": [], "queue": [], "cache": [], "sessions": [], "logs": []}
    assert {kind(message) for message in messages} == {"week", "letter", "invitation", "account", "card"}
    assert any(key == b"celery" for key, _value in queued)
    assert len(cached()) > 0
    assert len(said.getvalue().splitlines()) > 500


def a_day(world, client):
    """Everybody is at it: forms of each role, somebody signs in with a code, the worker gathers what is due."""
    for role in busy.ROLES:
        busy.send_every_form(world, client, role)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(tries, "start_cycle", breaks_on_words)
        start = crawl.address_of("pdsa:cycle_start", [])
        crawl.sign_in(client, world, Role.TEACHER).post(start, {"what": WORDS, "look_back_on": TODAY, "size_asked": 1})
    visitor = Client()
    for address in (world.people["A", Role.TEACHER].person.email, "stranger@example.org"):
        visitor.post("/accounts/login/", {"login": address})
        visitor.post("/accounts/login/code/confirm/", {"code": "000000"})
    everybody_came_in()
    act_as("app_worker")
    for organization in world.organizations.values():
        for days in (1, 8):
            with tenant_context(organization.pk):
                gather_notices(organization.pk, timezone.now() + datetime.timedelta(days=days))
                deliver(organization.pk, timezone.now() + datetime.timedelta(days=days))
    compute_middle_lines()
    act_as("app_web")


def everybody_came_in():
    """Nobody is written to who has not answered an invitation; the world's are all open."""
    with connection.cursor() as cursor:
        act_as(OWNER)
        cursor.execute("ALTER TABLE tenancy_invitation NO FORCE ROW LEVEL SECURITY")
        cursor.execute("UPDATE tenancy_invitation SET accepted_at = now()")
        cursor.execute("ALTER TABLE tenancy_invitation FORCE ROW LEVEL SECURITY")


def breaks_on_words(**words):
    raise ValueError(f"could not keep {words}")


def everything_sent():
    """Every message that was written this day, the world's own rows aside."""
    with opened(*unlocked(), role=OWNER):
        return [message for message in Message.objects.all() if not message.slot.startswith("canary")]


def kind(message):
    return message.slot.partition(":")[0]


def in_mail(world, message):
    """What a mail says to somebody who may not read it. Words somebody has just typed stand in an invitation and
    in an issue of the newsletter, and in a gathered message where they are for everybody in the collaborative."""
    text = f"{message.subject}\n{message.body}\n{message.html}\n{message.from_name}"
    if TYPED in without_words_for_everybody(message, text) and kind(message) not in ("invitation", "letter"):
        yield f"{message.slot}: holds what somebody typed"
    with opened(*unlocked(), role=OWNER):
        memberships = list(Membership.objects.filter(person_id=message.person_id).select_related("person"))
    for membership in memberships:
        if membership.organization_slug == "world-a":
            leaks = walking.foreign_words(membership.role, text, RESOURCE_OF_MODEL)
            own = {leak for leak in leaks if leak[1:3] == ("elsewhere", "all")}  # what all read where this person is
            yield from leaks - own if membership.collaborative_slug == "elsewhere" else leaks
    own = {membership.organization_slug.removeprefix("world-").upper() for membership in memberships}
    yield from (f"{message.slot}: speaks of {name}" for name in re.findall("canary-([AB])", text) if name not in own)


def without_words_for_everybody(message, text):
    """A gathered message without what every member may read: paragraphs about posts for all, the shelf, everybody's
    dates; and what the project team calls role groups."""
    with opened(*unlocked(), role=OWNER):
        for name in AffinityGroup.objects.values_list("name", flat=True):
            text = text.replace(name, "")
        for row in Notice.objects.filter(message=message).exclude(words=""):
            for_all = (
                Post.objects.filter(pk=row.about_id, audience="all"),
                ShelfItem.objects.filter(pk=row.about_id),
                PlannedDate.objects.filter(pk=row.about_id, group=None),
            )
            if any(rows.exists() for rows in for_all):
                text = text.replace(row.words, "")
    return text


def cached():
    """Key and value of everything in the cache, and of the counters of wrong guesses."""
    found = rows("SELECT cache_key FROM cache_entries")
    return [(key, cache.get(key.split(":", 2)[-1])) for (key,) in found]


def bodies(value):
    """What a task says, unpacked."""
    if not isinstance(value, list):
        return value
    messages = [json.loads(one) for one in value]
    return [(message["headers"], base64.b64decode(message["body"])) for message in messages]


@pytest.mark.capability("C151")
def test_a_report_holds_the_words_of_its_team_and_of_nobody_else(open_world):
    place = open_world.places["A-author"]
    act_as("app_worker")
    with tenant_context(place.organization_id):
        organization = Organization.objects.get(pk=place.organization_id)
        story = story_of(place.team, TODAY.replace(day=1), language="en", organization=organization)
        pdf = report_pdf(story, [chart_svg(metric) for metric in story["metrics"]])
    text = words_of_pdf(pdf)

    told = {(name, relation in ("own", "author"), rung, model)
            for name, relation, rung, model in walking.CANARY.findall(text)}  # fmt: skip
    assert told == {("A", True, "all", "Priority"), ("A", True, "all", "PDSACycle")}
