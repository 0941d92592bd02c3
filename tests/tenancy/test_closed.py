"""A collaborative that has finished is read; centers go on counting, and what is one's own stays one's own."""

import datetime

import pytest
from django.urls import reverse

from collaborative.discussion.models import Post
from collaborative.people.models import User
from collaborative.tenancy.enums import CollaborativeState, Role
from collaborative.tenancy.models import Collaborative, SharingPause
from metrics.models import Observation
from pdsa.models import PDSACycle
from tests import factories
from tests.factories import metrics as making
from tests.factories.discussion import post
from tests.factories.pdsa import TUESDAY, acting_as, cycle, text_of

BANNER = "This collaborative has finished. Everything stays here to read, and centers may go on counting."


@pytest.fixture
def teacher(team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def finish(collaborative):
    """Let the collaborative be finished, or open it again."""

    def finishing(state=CollaborativeState.CLOSED):
        Collaborative.objects.filter(pk=collaborative.pk).update(state=state)

    return finishing


def url(member, name, *rest):
    return reverse(name, args=[member.organization_slug, member.collaborative_slug, *rest])


def enter(client, member):
    client.force_login(User.objects.get(pk=member.user_id))
    return client


def test_pages_are_read_with_a_quiet_line_and_without_what_can_no_longer_be_done(client, teacher, finish):
    shown, told = cycle(teacher, audience="team"), post(teacher)
    enter(client, teacher)
    before = text_of(client.get(url(teacher, "discussion:post_list")))
    finish()

    pages = {
        name: client.get(url(teacher, name, *rest))
        for name, *rest in (
            ["home:home"], ["pdsa:cycle_list"], ["pdsa:cycle_detail", shown.pk], ["discussion:post_list"],
            ["discussion:post_detail", told.pk], ["discussion:shelf"], ["schedule:schedule"], ["metrics:metric_list"],
        )
    }  # fmt: skip

    assert {name: (page.status_code, BANNER in text_of(page)) for name, page in pages.items()} == dict.fromkeys(
        pages, (200, True)
    )
    assert (BANNER in before, "Share something" in before) == (False, True)
    assert "Share something" not in text_of(pages["discussion:post_list"])
    assert "Send my answer" not in text_of(pages["discussion:post_detail"])
    start = url(teacher, "pdsa:cycle_start")
    assert {name for name, page in pages.items() if start in page.content.decode()} == set()


@pytest.mark.capability("C002")
def test_what_is_sent_is_not_taken_and_given_back_to_copy(client, teacher, finish):
    told = post(teacher)
    finish()
    enter(client, teacher)

    sent = {
        "try": client.post(url(teacher, "pdsa:cycle_start"), {"what": "One more song", "look_back_on": TUESDAY}),
        "post": client.post(url(teacher, "discussion:post_write"), {"text": "One more song", "audience": "all"}),
        "reply": client.post(url(teacher, "discussion:post_reply", told.pk), {"text": "One more song"}),
        "hide": client.post(url(teacher, "discussion:post_hide", told.pk), {"text": "One more song"}),
    }

    assert {name: page.status_code for name, page in sent.items()} == dict.fromkeys(sent, 409)
    for page in sent.values():
        assert "This collaborative has finished" in text_of(page)
        assert "One more song</textarea>" in page.content.decode()
        assert "data-keep-words" in page.content.decode()
    with acting_as(teacher):
        assert (PDSACycle.objects.count(), Post.objects.filter(hidden_at=None).count()) == (0, 1)


def test_who_never_had_the_right_hears_no_and_not_that_all_is_finished(client, team, finish):
    observer = factories.member(Role.OBSERVER, collaborative=team.collaborative)
    finish()

    assert enter(client, observer).post(url(observer, "discussion:post_write"), {"text": "x"}).status_code == 403


@pytest.mark.capability("C382")
def test_a_center_goes_on_counting_and_pauses_what_it_shows(client, teacher, collaborative, team, finish):
    metric = making.metric(collaborative)
    finish()
    enter(client, teacher)

    page = client.get(url(teacher, "metrics:observation_enter"))
    note = client.post(
        url(teacher, "metrics:note_add", metric.pk),
        {"period": making.DAY - datetime.timedelta(days=making.DAY.weekday()), "text": "Snow"},
    )
    pause = client.post(url(teacher, "tenancy:pause_start", team.pk))
    with acting_as(teacher):
        making.observation(team, making.definition(metric), making.DAY - datetime.timedelta(days=making.DAY.weekday()))
        counted, paused = Observation.objects.count(), SharingPause.objects.count()

    assert (page.status_code, note.status_code, pause.status_code) == (200, 302, 302)
    assert (counted, paused) == (1, 1)


def test_drafts_profile_and_removing_for_good_stay_open(client, teacher, finish):
    told = post(teacher, text="A name slipped in")
    finish()
    enter(client, teacher)

    draft = client.post(
        url(teacher, "drafts:draft_save", "post", teacher.collaborative_id), '{"text": "x"}', "application/json"
    )
    forgotten = client.post(url(teacher, "discussion:post_forget", told.pk))

    assert (draft.status_code, forgotten.status_code) == (200, 302)
    assert client.get(url(teacher, "tenancy:profile_edit")).status_code == 200
    with acting_as(teacher):
        assert Post.objects.get().text == "Words removed by their author."


def test_opened_again_it_is_as_before(client, teacher, finish):
    finish()
    finish(CollaborativeState.RUNNING)

    sent = enter(client, teacher).post(url(teacher, "discussion:post_write"), {"text": "Here again", "audience": "all"})

    assert sent.status_code == 302


@pytest.mark.capability("C382")
def test_the_project_team_finishes_a_collaborative_and_opens_it_again(client, team, collaborative):
    manager = factories.member(Role.IMPLEMENTATION_TEAM, collaborative=collaborative)
    address = url(manager, "tenancy:collaborative_edit")
    words = {"name": collaborative.name, "short_name": "C", "starts_on": "2026-01-05"}
    states = []
    for state in ("closed", "", "running"):
        version = enter(client, manager).get(address).context["form"]["version"].value()
        client.post(address, {**words, "version": version, "state": state})
        states.append(Collaborative.objects.values_list("state", flat=True).get(pk=collaborative.pk))

    assert states == ["closed", "closed", "running"]
