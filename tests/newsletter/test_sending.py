"""Who gets an issue, when, in which words, and that nobody gets it twice. Tuesday 10 November 2026, 10:00 there."""

import datetime
import email
import email.policy
import uuid
from html.parser import HTMLParser

import pytest

from collaborative.discussion import actions as talk
from collaborative.isolation.context import tenant_context
from collaborative.outbox.actions import write_message
from collaborative.outbox.carriers import mail_of
from collaborative.outbox.models import Message, MessageState
from collaborative.outbox.sending import empty_outbox
from collaborative.tenancy.enums import Reminders, Role
from collaborative.tenancy.models import Membership, Person
from portal.newsletter import actions
from portal.newsletter.models import Letter, Piece
from portal.notices.models import Reach
from tests import factories
from tests.factories.notices import DAY, TUESDAY, TUESDAY_MORNING, person

TEN_MINUTES = datetime.timedelta(minutes=10)


@pytest.fixture
def letter(place):
    """An issue about to leave: words of the editor, and a celebration of another team."""
    other = factories.team(place.collaborative, center=factories.center(name="Cedar Grove"))
    place.tom = person(Role.TEACHER, "Tom", team=other)
    Membership.objects.update(created_at=TUESDAY_MORNING - DAY)
    place.post = talk.write_post(
        collaborative_id=place.collaborative.pk, by=place.tom, role=Role.TEACHER, team_id=other.pk, audience="all",
        text="We **painted** the door. <script>alert(1)</script>", title="The door", kind="celebration",
    )  # fmt: skip
    made = actions.begin(
        collaborative_id=place.collaborative.pk, title="November", by=place.amal, on=TUESDAY, proposing=False
    )
    actions.add_words(made, by=place.amal, text="Dear all,\n\nread *this*.")
    actions.shorten(actions.take(made, "celebration", place.post, by=place.amal), length="whole")
    actions.send(made, made.version, lines=["some"], by=place.amal, now=TUESDAY_MORNING - TEN_MINUTES)
    return made


@pytest.fixture
def deliver(workplace):
    def run(now=TUESDAY_MORNING):
        actions.deliver(workplace.pk, now)
        return {message.to.partition("@")[0]: message for message in Message.objects.order_by("to", "created_at")}

    return run


class Page(HTMLParser):
    """What a mail's HTML holds: tags, links, languages, and whether each tag is closed."""

    VOID = {"meta", "br", "hr"}

    def __init__(self, words):
        super().__init__()
        self.tags, self.links, self.languages, self.open = [], [], [], []
        self.feed(words)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        self.links += [values["href"]] if "href" in values else []
        self.languages += [values["lang"]] if "lang" in values else []
        assert not set(values) & {"src", "onclick", "style", "background"}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.capability("C281")
def test_an_issue_leaves_after_its_ten_minutes_to_everybody_who_takes_part(letter, deliver):
    assert deliver(TUESDAY_MORNING - datetime.timedelta(seconds=1)) == {}

    found = deliver()

    assert set(found) == {"amal", "denise", "rosa", "tom"}
    rosa = found["rosa"]
    assert (rosa.subject, rosa.from_name, rosa.reply_to) == ("November", "Amal", "amal@example.org")
    assert rosa.erase_when_sent
    letter.refresh_from_db()
    assert (letter.sent_at, letter.audience) == (TUESDAY_MORNING, "all")
    assert {row.audience for row in Piece.objects.shown().filter(letter=letter)} == {"all"}


def test_nobody_gets_it_twice(letter, deliver):
    deliver()
    Message.objects.update(state=MessageState.SENT)

    deliver(TUESDAY_MORNING + DAY * 2)

    assert Message.objects.count() == 4


def test_a_stopped_issue_leaves_nothing(place, letter, deliver):
    actions.stop(letter, by=place.amal)

    assert deliver() == {}
    with pytest.raises(actions.NotStopped):
        Letter.objects.filter(pk=letter.pk).update(leaves_at=TUESDAY_MORNING, sent_at=TUESDAY_MORNING, audience="all")
        actions.stop(letter, by=place.amal)


@pytest.mark.capability("C281")
def test_the_mail_is_accessible_html_and_text(workplace, place, letter, deliver):
    rosa = deliver()["rosa"]

    page = Page(rosa.html)
    assert page.open == []
    assert not set(page.tags) & {"table", "img", "script", "link", "iframe"}
    assert page.tags.count("h1") == 1
    assert page.languages[0] == "en"
    assert "<strong>painted</strong>" in rosa.html
    assert "&lt;script&gt;" in rosa.html
    assert f"http://localhost:8000/{workplace.slug}/sel/discussion/{place.post.pk}/" in page.links
    assert all(link.startswith("http://localhost:8000/") for link in page.links)
    assert rosa.body.startswith("November\n\nRead it as a page: http://localhost:8000/")
    assert "Dear all,\n\nread this." in rosa.body
    assert "SOMETHING TO CELEBRATE\n\nThe door\nWe painted the door." in rosa.body
    assert "From A teacher at Cedar Grove" in rosa.body
    for said in ("Why do I get this? You take part in", "Choose what reaches you", "Stop the newsletter"):
        assert said in rosa.body
        assert said in rosa.html


def test_it_travels_as_both_with_a_way_out_for_mail_programs(letter, deliver):
    rosa = deliver()["rosa"]

    mail = email.message_from_bytes(mail_of(rosa).message().as_bytes(), policy=email.policy.default)

    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert mail["List-Unsubscribe"].strip() == f"<{rosa.leave_url}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Content-Language"] == "en"


def test_the_frame_is_in_the_readers_language_and_words_stay_as_written(place, letter, deliver):
    Person.objects.filter(pk=place.rosa.pk).update(language="es")

    rosa = deliver()["rosa"]

    assert rosa.language == "es"
    assert '<html lang="es">' in rosa.html
    assert '<h3 lang="en">The door</h3>' in rosa.html
    assert "Algo para celebrar" in rosa.html


def test_who_said_no_gets_none_and_who_reads_texts_a_short_one(place, letter, deliver):
    Reach.objects.create(person=place.rosa, newsletter="here")
    Person.objects.filter(pk=place.leader.pk).update(reminders=Reminders.NONE)
    Person.objects.filter(pk=place.tom.pk).update(phone="(617) 555-0142", reminders=Reminders.TEXT)

    found = deliver()

    assert set(found) == {"amal", "+16175550142"}
    text = found["+16175550142"]
    assert (text.channel, text.subject, text.html) == ("text", "", "")
    assert text.body.startswith("The newsletter of ")
    assert text.body.endswith("You asked for texts. STOP ends them.")


def test_each_gets_it_in_their_own_hours(place, letter, deliver):
    Person.objects.filter(pk=place.rosa.pk).update(quiet_from=datetime.time(8), quiet_until=datetime.time(14))

    assert "rosa" not in deliver()
    assert "rosa" in deliver(TUESDAY_MORNING + datetime.timedelta(hours=5))


def test_who_came_after_it_left_finds_it_in_the_archive(place, letter, deliver):
    deliver()
    person(Role.TEACHER, "Ines", team=place.team)

    assert "ines" not in deliver(TUESDAY_MORNING + datetime.timedelta(hours=1))


@pytest.mark.capability("C281")
def test_what_is_not_for_all_any_more_is_out_of_it_when_it_leaves(place, letter, deliver):
    talk.hide(place.post, by=place.tom)

    found = deliver()

    assert "The door" not in found["rosa"].body + found["rosa"].html
    assert [row.section for row in Piece.objects.shown().filter(letter=letter)] == ["words"]


def test_a_mail_that_still_waits_says_what_is_true_when_it_leaves(place, letter, deliver):
    assert "The door" in deliver()["rosa"].html
    talk.hide(place.post, by=place.tom)

    waiting = deliver(TUESDAY_MORNING + datetime.timedelta(minutes=2))["rosa"]

    assert "The door" not in waiting.body + waiting.html
    assert "read this." in waiting.body


def test_what_waited_over_night_leaves_in_the_next_open_hours(place, letter, deliver):
    deliver()

    rosa = deliver(TUESDAY_MORNING + datetime.timedelta(hours=12))["rosa"]  # ten at night

    assert rosa.not_before == datetime.datetime(2026, 11, 12, 13, tzinfo=datetime.UTC)  # the day after the holiday


def test_a_real_mail_server_gets_both_versions(as_role, mail_server, settings):
    mailbox, address = mail_server
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = address.removeprefix("smtp://").split(":")
    as_role("app_worker")
    with tenant_context(uuid.uuid4()):
        written = write_message(
            to="rosa@example.org", subject="November", body="Hello, Rosa.", html="<p lang='en'>Hello, Rosa.</p>",
            slot="letter:x", leave_url="https://example.org/help/messages/x/", erase_when_sent=True,
        )  # fmt: skip
    as_role("app_sender")
    empty_outbox()

    [mail] = mailbox.mails
    kept = Message.objects.get(pk=written.pk)
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert mail["List-Unsubscribe"] == "<https://example.org/help/messages/x/>"
    assert (kept.state, kept.body, kept.html, kept.leave_url) == ("sent", "", "", "")
