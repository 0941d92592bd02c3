"""The data plan of a center: who counts what, who stands in, what is counted already, and talks about a chart."""

from datetime import timedelta

import pytest

from collaborative.isolation.locking import ChangedMeanwhile
from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import Membership
from metrics import actions, periods
from metrics.models import ChartTalk, CollectionPlan, DataSource
from tests import factories
from tests.factories import metrics as making
from tests.metrics.reading import words


@pytest.fixture
def lead(maple):
    return factories.member(Role.IMPLEMENTATION_TEAM, collaborative=maple.collaborative).person


@pytest.mark.capability("C141", "C021")
def test_the_plan_of_a_center_stands_on_one_page(client, sign_in, maple, metric, reach, today):
    Membership.objects.filter(person=maple.leader).update(is_data_point_person=True)
    sign_in(maple.leader)
    answer = client.post(
        f"{maple.url}{metric.pk}/plan/",
        {
            "who": "Rosa", "stand_in": "Mei, when Rosa is away", "when": "Friday at nap time", "where": "Sunflowers",
            "how": "On the sheet by the door", "who_types": "Priya, on Friday", "when_together": "First Tuesday",
            "starts_on": "2026-09-07", "tried": "One morning with two teachers took four minutes.",
        },
    )  # fmt: skip
    page = words(client.get(f"{maple.url}plan/"))

    assert (answer.status_code, answer["Location"]) == (302, f"{maple.url}plan/")
    assert f"{maple.leader.full_name} has the numbers in hand." in page
    for said in (
        "<dt>Who counts</dt><dd>Rosa</dd>", "<dt>Who stands in</dt><dd>Mei, when Rosa is away</dd>",
        "<dt>When</dt><dd>Friday at nap time</dd>", "<dt>Where</dt><dd>Sunflowers</dd>",
        "<dt>How it is written down</dt><dd>On the sheet by the door</dd>",
        "<dt>Who puts it in</dt><dd>Priya, on Friday</dd>",
        "<dt>When we look at it together</dt><dd>First Tuesday</dd>", "<dt>From</dt><dd>Mon 7 Sep 2026</dd>",
        "<dt>What we learned when we tried it</dt><dd>One morning with two teachers took four minutes.</dd>",
    ):  # fmt: skip
        assert said in page


@pytest.mark.capability("C142")
def test_first_counts_stand_on_the_plan_and_a_reason_is_no_count(client, sign_in, maple, metric, reach, today):
    definition = making.definition(metric)
    start = periods.starts_before("week", periods.start_of("week", today), 3)
    sign_in(maple.leader)
    before = words(client.get(f"{maple.url}plan/"))
    with reach(maple.team):
        making.observation(maple.team, definition, start, on=today)
        making.observation(maple.team, definition, start + timedelta(days=7), on=today)
        making.observation(maple.team, definition, start + timedelta(days=14), on=today, reason="Closed")
    after = words(client.get(f"{maple.url}plan/"))

    assert "First counts are still to come." in before
    assert f"/enter/?also={metric.pk}" in before
    assert f"2 counts are in, since {start:%a} {start.day} {start:%b %Y}." in after
    assert "still to come" not in after


@pytest.mark.capability("C089")
def test_what_is_counted_already_is_written_changed_taken_off_and_brought_back(
    client, sign_in, maple, metric, reach, today
):
    sign_in(maple.leader)
    added = {"name": "Sign-in sheets", "kept_by": "The office", "how_often": "Every day", "metric": metric.pk}
    client.post(f"{maple.url}plan/counted-already/", added)
    with reach(maple.team):
        source = DataSource.objects.get()
    first = words(client.get(f"{maple.url}plan/"))
    own = f"{maple.url}plan/counted-already/{source.pk}/"
    client.post(own, {**added, "note": "Who came late, and why", "version": source.version})
    hidden = client.post(f"{own}hide/")
    gone = words(client.get(hidden["Location"]))
    client.post(f"{own}show/")
    back = words(client.get(f"{maple.url}plan/"))

    assert "<strong>Sign-in sheets</strong>, The office" in first
    assert "Could serve: Families we had a two-way talk with" in first
    assert hidden["Location"] == f"{maple.url}plan/?hidden={source.pk}#have"
    assert "<strong>Sign-in sheets</strong>" not in gone
    assert "It is off your plan." in gone
    assert "Who came late, and why" in back


def test_two_people_on_one_source_see_both(client, sign_in, maple, metric, reach, today):
    with reach(maple.team):
        source = actions.add_source(team=maple.team, name="Family survey", by=maple.leader, on=today)
        actions.edit_source(source, version=source.version, name="The family survey", by=maple.leader, on=today)
        with pytest.raises(ChangedMeanwhile):
            actions.edit_source(source, version=source.version - 1, name="Ours", by=maple.leader, on=today)
    sign_in(maple.leader)

    clash = client.post(f"{maple.url}plan/counted-already/{source.pk}/", {"name": "Ours", "version": 1})

    assert clash.status_code == 409
    assert "The family survey" in words(clash)
    assert 'value="Ours"' in words(clash)


@pytest.mark.capability("C090")
def test_a_talk_about_a_chart_is_kept_under_it(client, sign_in, maple, metric, page_of, reach, today):
    url = f"{maple.url}{metric.pk}/talk/"
    tomorrow = client.post(url, {"held_on": today + timedelta(days=1), "saw": "It went up"})
    said = {
        "held_on": today.isoformat(), "who": "All five of us", "saw": "It went up after the chairs.",
        "for_whom": "Not for parents at the back door", "next_step": "A chair at the back door",
    }  # fmt: skip
    kept = client.post(url, said)
    with reach(maple.team):
        talk = ChartTalk.objects.get()
    page = page_of(client)
    hidden = client.post(f"{maple.url}talks/{talk.pk}/hide/")
    gone = words(client.get(hidden["Location"]))
    client.post(f"{maple.url}talks/{talk.pk}/show/")

    assert "Please pick the day you talked." in words(tomorrow)
    assert "It went up</textarea>" in words(tomorrow)
    assert kept["Location"] == f"{maple.url}{metric.pk}/#talks"
    for words_said in list(said.values())[1:]:
        assert words_said in page
    assert "It went up after the chairs." not in gone
    assert "It is put away." in gone
    assert "It went up after the chairs." in page_of(client)


@pytest.mark.capability("C021", "C141")
def test_whoever_helps_all_centers_sees_who_needs_a_name(client, sign_in, maple, metric, lead, reach, today):
    alder = factories.team(maple.collaborative, center=factories.center(name="Alder Lane"))
    factories.member(Role.TEACHER, team=alder)
    Membership.objects.filter(person=maple.leader).update(is_data_point_person=True)
    with reach(maple.team):
        actions.plan_collection(team=maple.team, metric=metric, who="Rosa", by=maple.leader, on=today)
    sign_in(lead)
    page = words(client.get(f"{maple.url}plan/centers/"))
    sign_in(maple.leader)

    alder_line, maple_line = page.split('<li class="worked-on">')[1:3]
    assert "Alder Lane" in alder_line
    assert "data point person: needs a name" in alder_line
    assert "Who counts it needs a name: Families we had a two-way talk with" in alder_line
    assert maple.leader.full_name in maple_line
    assert "Every number has somebody who counts." in maple_line
    assert client.get(f"{maple.url}plan/centers/").status_code == 403
    assert client.get(f"{maple.url}teams/{alder.pk}/plan/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_pages_read_the_same_for_few_and_many_rows(
    client, sign_in, maple, metric, lead, reach, today, django_assert_num_queries, number
):
    for at in range(number):
        with reach(maple.team):
            actions.add_source(team=maple.team, name=f"Sheet {at}", by=maple.leader, on=today)
        another = making.metric(maple.collaborative, is_required=True)
        team = factories.team(maple.collaborative, center=factories.center(name=f"Center {at}"))
        with reach(team):
            actions.plan_collection(team=team, metric=another, who="Rosa", by=maple.leader, on=today)
    sign_in(maple.leader)
    with django_assert_num_queries(14):  # door and frame 8; team, people, metrics, plans, counts, sources
        client.get(f"{maple.url}plan/")
    sign_in(lead)
    client.get(f"{maple.url}plan/centers/")  # the first page of a session keeps when it began
    with django_assert_num_queries(12):  # door and frame 8; teams, metrics, people, plans
        client.get(f"{maple.url}plan/centers/")


def test_the_row_policy_keeps_plans_of_other_teams_out(maple, metric, reach, today):
    other = factories.team(maple.collaborative)
    with reach(maple.team):
        actions.add_source(team=maple.team, name="Ours", by=maple.leader, on=today)
        actions.write_talk(team=maple.team, metric=metric, held_on=today, saw="Up", by=maple.leader, on=today)
        actions.plan_collection(team=maple.team, metric=metric, who="Rosa", by=maple.leader, on=today)
        seen = [model.objects.count() for model in (DataSource, ChartTalk, CollectionPlan)]
    with reach(other):
        elsewhere = [model.objects.count() for model in (DataSource, ChartTalk, CollectionPlan)]

    assert (seen, elsewhere) == ([1, 1, 1], [0, 0, 0])
