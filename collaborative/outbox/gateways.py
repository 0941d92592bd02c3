"""Text gateways: what takes a text and brings it to a phone. TEXT_GATEWAY names one by its dotted path.

A gateway is a class without arguments with one method, `send(to, body, message_id, language)`: `to` is a phone number
in E.164 form, `body` a few lines, `message_id` the same at every attempt, so that nothing need be sent twice.
It raises `Refused` where trying again does not help (an unknown number, a person who answered STOP), and `NotThrough`,
or lets an OSError out, where it may. It answers within the sender's lease (rules.LEASE): ten seconds are plenty.

"Answer STOP" is the gateway's own: phone companies ask each gateway to honour it, and it refuses that number from then
on. In here each person says under "About me" whether reminders come by mail, as a text, or not at all.
"""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings

SECONDS = 10
TRY_AGAIN = (408, 425, 429)  # RFC 9110, 6585, 8470: too slow, too early, too many; else 4xx says no for good


class NotThrough(Exception):
    """Not this time; perhaps later."""


class Refused(Exception):
    """Never: this text to this number."""


class FileGateway:
    """Writes each text into a file of the state folder: to develop with, and for `make run`."""

    def send(self, *, to, body, message_id, language):
        folder = Path(settings.TEXTS_FOLDER)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{message_id.strip('<>').partition('@')[0]}.txt"
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(f"To: {to}\nLanguage: {language}\n\n{body}\n")


class SilentGateway:
    """Takes texts and brings them nowhere: for a demo, where anybody writes to anybody."""

    def send(self, *, to, body, message_id, language):
        """Read on the demo's page of messages."""


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Words and token go to the address that was named, and nowhere else."""

    def redirect_request(self, *details):
        return None


class HttpGateway:
    """Hands each text to a web address, as JSON: what most gateways (or ten lines in front of one) understand.

    POST TEXT_GATEWAY_URL with `Authorization: Bearer TEXT_GATEWAY_TOKEN` and `Idempotency-Key: <message id>`:
    {"to": "+16175550142", "from": "<TEXT_GATEWAY_FROM>", "body": "...", "id": "<message id>", "language": "en"}.
    An answer of 2xx means taken; 408, 425, 429 and 5xx "try again"; every other one "never".
    """

    def send(self, *, to, body, message_id, language):
        words = {"to": to, "from": settings.TEXT_GATEWAY_FROM, "body": body, "id": message_id, "language": language}
        request = urllib.request.Request(
            settings.TEXT_GATEWAY_URL,
            data=json.dumps(words).encode(),
            method="POST",
            headers={
                "Authorization": f"Bearer {settings.TEXT_GATEWAY_TOKEN}",
                "Content-Type": "application/json",
                "Idempotency-Key": message_id,
            },
        )
        opener = urllib.request.build_opener(NoRedirects)
        try:
            with opener.open(request, timeout=SECONDS) as answer:
                answer.read(10_000)
        except urllib.error.HTTPError as error:
            raise (NotThrough if error.code in TRY_AGAIN or error.code >= 500 else Refused) from error
        except (OSError, ValueError) as error:  # URLError and time-outs are OSErrors
            raise NotThrough from error
