"""What reaches me: chosen on a page, stopped by a link without signing in, brought back."""

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from collaborative.isolation.context import Context, entered
from collaborative.outbox import actions as outbox
from collaborative.outbox.carriers import mail_of
from collaborative.outbox.models import Message
from collaborative.tenancy.enums import Reminders, Role
from collaborative.tenancy.models import Person
from portal.notices import actions, links
from portal.notices.enums import GATHERED, STARTS_WITH, Pace, Subject
from portal.notices.models import Reach
from tests import factories

CHOSEN = {str(subject): str(pace) for subject, pace in STARTS_WITH.items()}


@pytest.fixture
def rosa(organization, collaborative):
    return factories.member(Role.TEACHER, team=factories.team(collaborative)).person


@pytest.fixture
def as_rosa(rosa, organization):
    def run(work):
        with entered(Context(organization=organization.pk, person=rosa.pk)):
            return work()

    return run


def stored(as_rosa, rosa):
    return as_rosa(lambda: {str(key): str(value) for key, value in actions.reach_of(rosa.pk).paces().items()})


def link(organization, person, what, name="reach:stop"):
    return reverse(name, args=[links.token_of(links.Stop(organization.pk, person.pk, what))])


@pytest.mark.capability("C285")
def test_a_person_chooses_for_each_subject_how_soon(client, organization, collaborative, rosa, as_rosa):
    client.force_login(rosa.user)
    url = f"/{organization.slug}/{collaborative.slug}/notices/me/"
    assert b"Once a week, all together" in client.get(url).content

    chosen = {**CHOSEN, "talk": "now", "shelf": "here", "newsletter": "here"}
    answer = client.post(url, {"version": 0, **chosen})

    assert answer.status_code == 302
    assert stored(as_rosa, rosa) == chosen


def test_nobody_is_asked_about_what_cannot_reach_them(client, organization, collaborative, as_rosa):
    observer = factories.member(Role.OBSERVER, collaborative=collaborative).person
    client.force_login(observer.user)
    url = f"/{organization.slug}/{collaborative.slug}/notices/me/"

    assert list(client.get(url).context["form"].subjects) == [Subject.DATES, Subject.SHELF]
    assert client.post(url, {"version": 0, "dates": "day", "shelf": "here"}).status_code == 302
    with entered(Context(organization=organization.pk, person=observer.pk)):
        row = Reach.objects.get()
        assert (row.dates, row.shelf, row.posts) == ("day", "here", "week")


def test_what_is_not_offered_is_refused(client, organization, collaborative, rosa, as_rosa):
    client.force_login(rosa.user)

    answer = client.post(
        f"/{organization.slug}/{collaborative.slug}/notices/me/", {"version": 0, **CHOSEN, "newsletter": "day"}
    )

    assert answer.status_code == 200
    assert stored(as_rosa, rosa) == CHOSEN


def test_two_windows_show_what_was_chosen_meanwhile(client, organization, collaborative, rosa, as_rosa):
    client.force_login(rosa.user)
    url = f"/{organization.slug}/{collaborative.slug}/notices/me/"
    client.post(url, {"version": 0, **CHOSEN, "talk": "now"})

    answer = client.post(url, {"version": 0, **CHOSEN, "talk": "here"})

    assert b"You changed this somewhere else meanwhile" in answer.content
    assert stored(as_rosa, rosa)["talk"] == "now"


@pytest.mark.capability("C285")
def test_opening_the_link_changes_nothing_and_a_tap_does_without_signing_in(organization, rosa, as_rosa):
    stranger = Client(enforce_csrf_checks=True)
    url = link(organization, rosa, Subject.POSTS)

    page = stranger.get(url)
    assert b"Nothing has changed yet." in page.content
    assert stranger.head(url).status_code == 200
    assert as_rosa(lambda: Reach.objects.count()) == 0

    done = stranger.post(url, {"List-Unsubscribe": "One-Click"})  # RFC 8058: no cookie, no token of ours
    again = stranger.post(url, {"List-Unsubscribe": "One-Click"})

    assert (done.status_code, again.status_code) == (200, 200)
    assert stored(as_rosa, rosa) == {**CHOSEN, "posts": "here"}


def test_it_can_be_undone_on_the_page(organization, rosa, as_rosa):
    as_rosa(lambda: actions.choose(rosa.pk, version=0, by=rosa, on=None, **{**CHOSEN, "posts": "now"}))
    stranger = Client()
    stranger.post(link(organization, rosa, "gathered"))
    stranger.post(link(organization, rosa, "gathered"))
    assert {stored(as_rosa, rosa)[str(subject)] for subject in GATHERED} == {"here"}

    page = stranger.post(link(organization, rosa, "gathered", "reach:undo"))

    assert b"They come again, as before" in page.content
    assert stored(as_rosa, rosa) == {**CHOSEN, "posts": "now"}


def test_everything_but_sign_in_codes_ends(organization, rosa, as_rosa):
    stranger = Client()
    url = link(organization, rosa, "all")
    stranger.post(url)
    reminders = as_rosa(lambda: Person.objects.get(pk=rosa.pk).reminders)
    stranger.post(link(organization, rosa, "all", "reach:undo"))

    assert reminders == Reminders.NONE
    assert as_rosa(lambda: Person.objects.get(pk=rosa.pk).reminders) == Reminders.MAIL


def test_what_waits_does_not_leave_any_more(organization, rosa, as_rosa):
    message = as_rosa(lambda: outbox.write_message(
        to="rosa@example.org", subject="This week", body="New", slot=f"week:2026-W46:{rosa.pk}", person_id=rosa.pk
    ))  # fmt: skip

    Client().post(link(organization, rosa, "gathered"))

    assert as_rosa(lambda: Message.objects.get(pk=message.pk).state) == "dropped"


@pytest.mark.parametrize("spoil", ["changed", "other salt", "rubbish"])
def test_a_link_that_was_not_made_here_opens_nothing(organization, rosa, spoil):
    good = links.token_of(links.Stop(organization.pk, rosa.pk, "all"))
    token = {
        "changed": "g" + good[1:],
        "other salt": signing.Signer(salt="another", sep=".").sign(good.partition(".")[0]),
        "rubbish": "a.b",
    }[spoil]

    assert links.read(token) is None
    assert Client().get(f"/help/messages/{token}/").status_code == 404
    assert Client().post(f"/help/messages/{token}/").status_code == 404


def test_a_link_says_whose_and_what_and_no_more(organization, rosa):
    for what in (*Subject, "gathered", "all"):
        stop = links.Stop(organization.pk, rosa.pk, what)
        assert links.read(links.token_of(stop)) == stop


def test_somebody_who_left_finds_no_page(organization, rosa, as_rosa):
    url = link(organization, rosa, "all")
    with entered(Context(organization=organization.pk)):
        Person.objects.filter(pk=rosa.pk).update(hidden_at="2026-01-01T00:00Z")

    assert Client().get(url).status_code == 404


def test_mail_programs_get_their_own_way_out(organization, rosa, as_rosa):
    url = links.stop_url(organization.pk, rosa.pk, "gathered")
    message = as_rosa(lambda: outbox.write_message(
        to="rosa@example.org", subject="This week", body="New", slot="x", person_id=rosa.pk, leave_url=url
    ))  # fmt: skip

    headers = mail_of(message).extra_headers

    assert headers["List-Unsubscribe"] == f"<{url}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail_of(Message(to="a@example.org", message_id="<x@y>")).extra_headers.get("List-Unsubscribe") is None


def test_nobody_else_reads_what_somebody_chose(organization, rosa, as_rosa):
    as_rosa(lambda: actions.choose(rosa.pk, version=0, by=rosa, on=None, **CHOSEN))

    with entered(Context(organization=organization.pk, person=factories.person().pk)):
        assert Reach.objects.count() == 0
    assert as_rosa(lambda: Reach.objects.get().talk) == Pace.WEEK
