"""The whole way: named on a page, told by mail, answered from a mail program over SMTP and LMTP, read on the page."""

import smtplib

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.urls import reverse

from collaborative.discussion.models import Mention, Post
from collaborative.isolation.context import tenant_context
from collaborative.outbox.models import Message
from collaborative.outbox.sending import empty_outbox
from collaborative.tenancy.sent_forms import new_form_key
from portal.inbound import handling
from portal.notices.actions import gather_notices
from portal.notices.models import Reach
from tests.conftest import connect_as
from tests.factories.notices import TUESDAY_MORNING
from tests.inbound import mails
from tests.inbound.test_receiving import WORKER, hand_over, place, receiver  # noqa: F401 (fixture)
from tests.outbox.mailbox import listening


class MailServer:
    """Somebody's mail server: what is submitted to it over SMTP it hands on over LMTP, as it is."""

    def __init__(self, lmtp_port):
        self.lmtp_port, self.told = lmtp_port, []

    async def handle_DATA(self, server, session, envelope):
        self.told += hand_over(self.lmtp_port, envelope.rcpt_tos, envelope.content, sender=envelope.mail_from)
        return "250 OK"


class AnyPort(Controller):
    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def told_by_mail(place, settings):  # noqa: F811
    """The mail Rosa gets because Tom named her, as it arrives."""
    connect_as(WORKER)
    with tenant_context(place.organization.pk):
        Mention.objects.update(created_at=TUESDAY_MORNING)
        place.metric.is_required = False
        place.metric.save(update_fields=["is_required"])
        Reach.objects.create(person=place.rosa, posts="here")  # of one conversation alone an answer can go to its place
        gather_notices(place.organization.pk, TUESDAY_MORNING)
        Message.objects.update(not_after=None)
    with listening() as (mailbox, address):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = address.removeprefix("smtp://").split(":")
        connect_as("app_sender")
        empty_outbox()
        return mailbox.mails[0]


def page_of(person, name, *rest, **words):
    """What this person sees; `words` are sent."""
    connect_as("app_web")
    client = Client()
    client.force_login(person.user)
    url = reverse(f"discussion:{name}", args=[*rest])
    answer = client.post(url, words, follow=True) if words else client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.capability("C277", "C278")
def test_a_post_answered_by_mail_stands_under_it_and_says_so(place, settings):  # noqa: F811
    here = [place.organization.slug, place.collaborative.slug]
    page_of(place.tom, "post_write", *here, audience="all", text="Who sings at the door?", people=str(place.rosa.pk),
            title="A song", kind="question", language="en", form_key=new_form_key())  # fmt: skip
    connect_as(WORKER)
    with tenant_context(place.organization.pk):
        post = Post.objects.get(title="A song")

    mail = told_by_mail(place, settings)
    words = mail.get_payload(decode=True).decode()
    assert "You can answer there by replying to this mail" in words

    with receiver("lmtp://127.0.0.1:0") as (port, _process):
        server = AnyPort(MailServer(port), hostname="127.0.0.1", port=0)
        server.start()
        with smtplib.SMTP("127.0.0.1", server.port) as smtp:
            quote = f"\n\nOn Tue, Nov 24, 2026 at 8:00 AM Amal <next-tuesday@localhost> wrote:\n{mails.quoted(words)}"
            smtp.send_message(mails.modern(mails.WORDS + quote, to=mail["Reply-To"]))
        server.stop()
    assert server.handler.told == [250]
    connect_as(WORKER)
    handling.take_in_waiting(place.organization.pk)

    page = page_of(place.tom, "post_detail", *here, post.pk)
    assert "We sang at the door on Monday." in page
    assert "Two children came in laughing." in page
    assert "answered by e-mail" in page
    assert "Amal" not in page.split("Answers", 1)[1].split("answered by e-mail")[0]
    assert "answered by e-mail" not in page_of(place.tom, "post_detail", *here, place.question.pk)
