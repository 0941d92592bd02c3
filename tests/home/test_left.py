"""When a center has left, what is read of today speaks of who takes part; and its own part went along with it."""

import csv
import datetime
import io
import zipfile

import pytest
from django.urls import reverse

from collaborative.discussion.models import Post
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.actions.leaving import leave
from collaborative.tenancy.enums import Audience, Role
from portal.newsletter import sources
from portal.newsletter.enums import Section
from portal.notices.models import FriendlyCall
from tests.factories import home as making
from tests.factories import metrics as counts
from tests.factories import pdsa as tries
from tests.tenancy.entering import enter

TODAY = datetime.date.today()


@pytest.fixture
def cedar_leaves(cedar, amal):
    """Cedar Grove leaves, with what it chose about its words."""

    def noted(words_after="stay"):
        with tries.acting_as(amal):
            leave(cedar, left_on=TODAY, words_after=words_after, by=amal.person, on=TODAY)

    return noted


def address(membership, name, *rest):
    return reverse(name, args=[membership.organization_slug, membership.collaborative_slug, *rest])


@pytest.mark.capability("C034")
def test_the_balcony_speaks_of_who_takes_part(home, maple, cedar, rosa, tom, amal, cedar_leaves):
    tries.cycle(tom, audience=Audience.ALL, what="Cedar sings at the gate")
    tries.cycle(rosa, audience=Audience.ALL, what="Maple claps hello")
    with tries.acting_as(amal):
        FriendlyCall.objects.create(
            collaborative_id=cedar.collaborative_id, team=cedar, helper=amal.person, why="It is quiet", since=TODAY
        )

    before = home(amal).content.decode()
    cedar_leaves()
    after = home(amal)

    for said in ("Cedar Grove", "Cedar sings at the gate", "It is quiet"):
        assert (said in before, said in after.content.decode()) == (True, False)
    assert [one.team.pk for one in after.context["centers"]] == [maple.pk]
    assert "Maple claps hello" in after.content.decode()


@pytest.mark.capability("C034")
def test_a_coach_finds_new_things_of_who_takes_part_and_the_rest_where_it_stood(
    home, cedar, tom, collaborative, cedar_leaves
):
    keisha = making.named(Role.FACULTY_COACH, "Keisha", collaborative=collaborative)
    cycle = tries.cycle(tom, audience=Audience.ALL, what="Cedar sings at the gate")

    before = home(keisha).content.decode()
    cedar_leaves()

    assert "Cedar sings at the gate" in before
    assert "Cedar sings at the gate" not in home(keisha).content.decode()
    assert enter(keisha).get(address(keisha, "pdsa:cycle_detail", cycle.pk)).status_code == 200


@pytest.mark.capability("C034")
@pytest.mark.parametrize(("choice", "found"), [("stay", True), ("totals", False), ("taken", False)])
def test_search_and_the_newsletter_follow_what_the_center_chose(
    collaborative, cedar, rosa, tom, amal, cedar_leaves, choice, found
):
    cycle = tries.cycle(tom, audience=Audience.ALL, what="Lanterns at the gate")
    with tries.acting_as(tom):
        post = Post.objects.create(
            collaborative=collaborative, team=cedar, author=tom.person, audience=Audience.ALL, text="Lanterns",
            kind="celebration",
        )  # fmt: skip
    cedar_leaves(choice)

    page = enter(rosa).get(address(rosa, "search:search"), {"q": "lanterns", "words": "lanterns"}).content.decode()
    with entered(Context(organization=cedar.organization_id, **_all_of(amal))):
        kept = list(sources.all_see(Section.CELEBRATION, collaborative.pk))

    assert (str(cycle.pk) in page) is found
    assert (kept == [post]) is found


def _all_of(membership):
    with tries.acting_as(membership) as actor:
        return {"person": actor.person_id, "collaboratives": (actor.collaborative_id,)}


@pytest.mark.capability("C034")
def test_an_issue_shows_teams_in_turn_and_only_those_that_take_part(
    collaborative, cedar, maple, rosa, tom, amal, cedar_leaves
):
    class Letter:
        collaborative_id, since = collaborative.pk, TODAY - datetime.timedelta(days=30)

    for membership in (rosa, tom):
        with tries.acting_as(membership):
            Post.objects.create(
                collaborative=collaborative, team=membership.team, author=membership.person, audience=Audience.ALL,
                text="Cake", kind="celebration",
            )  # fmt: skip
    cedar_leaves()

    with tries.acting_as(amal) as actor:
        found = sources.new_since(Letter, actor, TODAY)[Section.CELEBRATION]
        still = sources.all_see(Section.CELEBRATION, collaborative.pk, actor)
        assert ({post.team_id for post in found}, still.count()) == ({maple.pk}, 2)


@pytest.mark.capability("C034")
def test_all_charts_of_today_leave_it_out_and_what_it_counted_before_can_still_be_taken_out(
    collaborative, maple, cedar, rosa, tom, amal, cedar_leaves
):
    metric = counts.metric(collaborative, by=rosa.person)
    for membership in (rosa, tom):
        with tries.acting_as(membership):
            counts.observation(membership.team, counts.definition(metric), counts.DAY - datetime.timedelta(days=2))
    cedar_leaves()
    browser = enter(amal)

    charts = browser.get(address(amal, "metrics:metric_centers", metric.pk)).content.decode()
    table = browser.get(address(amal, "metrics:metric_export", metric.pk)).content.decode()

    assert ("Maple Street" in charts, "Cedar Grove" in charts) == (True, False)
    assert ("Maple Street" in table, "Cedar Grove" in table) == (True, True)


@pytest.mark.capability("C034")
def test_a_center_takes_its_own_part_along(collaborative, maple, rosa, tom, amal):
    leader = making.named(Role.TEAM_LEADER, "Lee", team=maple)
    metric = counts.metric(collaborative, by=rosa.person)
    with tries.acting_as(rosa):
        counts.observation(maple, counts.definition(metric), counts.DAY - datetime.timedelta(days=2))
        Post.objects.create(
            collaborative=collaborative,
            team=maple,
            author=rosa.person,
            audience=Audience.TEAM,
            text="Ours <b>alone</b>",
        )
    tries.cycle(rosa, audience=Audience.TEAM, what="Shoes first")
    tries.cycle(rosa, audience=Audience.SELF, what="Only for me")
    tries.cycle(tom, audience=Audience.ALL, what="Of another team")

    files = {who: _taken(who, maple) for who in (leader, amal)}

    words, table = files[leader]
    assert "Shoes first" in words and "Ours &lt;b&gt;alone&lt;/b&gt;" in words
    assert "Only for me" not in words and "Of another team" not in words
    assert [row[0] for row in table][:2] == ["Center", "Maple Street"]
    assert "Shoes first" not in files[amal][0] and len(files[amal][1]) == len(table)
    everyone = (leader, amal, rosa, tom)
    assert [enter(one).get(address(one, "keeping:part", maple.pk)).status_code for one in everyone] == [
        200, 200, 403, 403,
    ]  # fmt: skip


def _taken(membership, team):
    answer = enter(membership).get(address(membership, "keeping:part_take", team.pk))
    assert answer["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == ["our-words.html", "our-numbers.csv"]
    rows = csv.reader(io.StringIO(archive.read("our-numbers.csv").decode("utf-8-sig")))
    return archive.read("our-words.html").decode(), list(rows)


def test_what_was_taken_back_is_taken_along_by_nobody_here(cedar, amal, cedar_leaves):
    cedar_leaves("taken")

    assert enter(amal).get(address(amal, "keeping:part_take", cedar.pk)).status_code == 404


def test_a_report_is_asked_for_months_in_which_it_took_part_alone(cedar, amal, cedar_leaves):
    cedar_leaves()
    last = TODAY.replace(day=1) - datetime.timedelta(days=1)
    before = last.replace(day=1) - datetime.timedelta(days=1)
    with tries.acting_as(amal):
        type(cedar).objects.filter(pk=cedar.pk).update(left_on=last.replace(day=1))

    answers = [
        enter(amal).post(
            address(amal, "reports:report_ask"), {"team": str(cedar.pk), "month": day.replace(day=1).isoformat()}
        )
        for day in (last, before)
    ]

    assert [answer.status_code for answer in answers] == [200, 302]
    assert "That center took part until an earlier month." in answers[0].content.decode()
