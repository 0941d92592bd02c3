"""Texts: another channel of the outbox, by whatever gateway is named; a gateway that is away keeps no mail back."""

import http.server
import json
import threading
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.outbox import actions, gateways, rules
from collaborative.outbox.enums import Channel
from collaborative.outbox.models import Message, MessageState
from collaborative.outbox.sending import empty_outbox

ORGANIZATION = uuid.UUID(int=1)
PHONE = "+16175550142"


@pytest.fixture
def write(as_role):
    def written(**values):
        as_role("app_web")
        values = {"to": PHONE, "subject": "", "body": "Hi Rosa.", "slot": "one", "channel": Channel.TEXT, **values}
        with tenant_context(ORGANIZATION), transaction.atomic():
            return actions.write_message(**values)

    return written


@pytest.fixture
def send(as_role):
    def sent():
        as_role("app_sender")
        return empty_outbox()

    return sent


@pytest.fixture
def gateway():
    """A web address that takes texts; `answers` are its next answers."""
    taken, answers = [], []

    class Taking(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            taken.append((self.headers["Authorization"], self.headers["Idempotency-Key"], body))
            self.send_response(answers.pop(0) if answers else 202)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.taken, server.answers = taken, answers
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def by_http(settings, gateway):
    settings.TEXT_GATEWAY = "collaborative.outbox.gateways.HttpGateway"
    settings.TEXT_GATEWAY_URL = f"http://127.0.0.1:{gateway.server_port}/texts"
    settings.TEXT_GATEWAY_TOKEN, settings.TEXT_GATEWAY_FROM = "secret", "+16175550100"
    return gateway


def test_a_text_is_written_into_the_state_folder_once(write, send, settings, tmp_path):
    settings.TEXTS_FOLDER = str(tmp_path / "texts")
    message, again = write(language="es"), write()

    first, second = send(), send()

    (path,) = (tmp_path / "texts").iterdir()
    assert (again, first.sent, second.sent) == (None, 1, 0)
    assert path.name == f"{message.pk}.txt"
    assert path.read_text() == f"To: {PHONE}\nLanguage: es\n\nHi Rosa.\n"


def test_a_gateway_gets_the_words_the_number_and_the_same_key_at_every_attempt(write, send, by_http):
    message = write()
    by_http.answers.append(503)

    put_off = send()
    Message.objects.filter(pk=message.pk).update(not_before=timezone.now())
    sent = send()

    words = {"to": PHONE, "from": "+16175550100", "body": "Hi Rosa.", "id": message.message_id, "language": "en"}
    assert (put_off.put_off, sent.sent) == (1, 1)
    assert by_http.taken == [("Bearer secret", message.message_id, words)] * 2
    assert Message.objects.get(pk=message.pk).state == MessageState.SENT


@pytest.mark.parametrize(("code", "state"), [(400, "given_up"), (302, "given_up"), (429, "waiting"), (500, "waiting")])
def test_a_no_for_good_is_not_asked_again_and_nothing_is_sent_to_another_address(write, send, by_http, code, state):
    message = write()
    by_http.answers.append(code)

    send()

    assert Message.objects.get(pk=message.pk).state == state
    assert len(by_http.taken) == 1


def test_a_gateway_that_is_away_is_left_alone_until_the_next_round_and_mails_leave(
    write, send, by_http, mail_server, settings
):
    mailbox, address = mail_server
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = address.removeprefix("smtp://").split(":")
    for number in range(3):
        write(slot=str(number))
    write(channel=Channel.MAIL, to="rosa@example.org", subject="Hello")
    by_http.shutdown()
    by_http.server_close()

    done = send()

    assert (done.sent, done.put_off, done.mail_answers) == (1, 1, True)
    assert len(mailbox.mails) == 1


def test_without_a_gateway_texts_wait(write, send, settings):
    settings.TEXT_GATEWAY = ""
    message = write()

    assert send().sent == 0
    assert Message.objects.get(pk=message.pk).state == MessageState.WAITING


@pytest.mark.parametrize("to", ["555-0142", "rosa@example.org", "+0123456789", ""])
def test_a_text_goes_to_a_whole_phone_number_alone(write, to):
    with pytest.raises(IntegrityError, match="text_to_a_whole_phone_number"):
        write(to=to)


@pytest.mark.parametrize(
    ("body", "pieces"),
    [("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("á" * 70, 1), ("á" * 71, 2), ("{" * 81, 2),
     ("niño ¿qué?" * 16, 1), ("😀" * 35, 1), ("😀" * 36, 2)],
)  # fmt: skip
def test_how_many_pieces_a_text_travels_in(body, pieces):
    assert rules.segments(body) == pieces


def test_a_text_keeps_its_accents_where_they_fit_and_loses_them_where_not():
    short, long = "¿Qué probamos el próximo martes? Está aquí.", "Está aquí, María. ¿Qué tal, niño? " * 5

    assert rules.as_text(short) == short
    assert rules.as_text(long) == "Esta aqui, Maria. ¿Qué tal, niño? " * 5


def test_a_refusal_of_a_gateway_written_by_somebody_else_is_heeded(write, send, settings):
    settings.TEXT_GATEWAY = "tests.outbox.test_texts.Stopped"
    message = write(erase_when_sent=True)

    send()

    row = Message.objects.get(pk=message.pk)
    assert (row.state, row.body, row.attempts) == (MessageState.GIVEN_UP, "", 1)


class Stopped:
    def send(self, *, to, body, message_id, language):
        raise gateways.Refused("answered STOP")
