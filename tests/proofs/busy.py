"""A busy day in the world: everybody opens every page and sends every form, well and badly; then what is left behind.

What is left behind lies outside the answers: mails, queue, cache, sessions, logs and reports.
"""

import io
import logging
import os
from contextlib import contextmanager

import structlog
from celery import current_app
from django.db import transaction
from django.test import Client
from kombu import pools

from collaborative.tenancy.enums import Role
from tests.bad_input import crawl, sending
from tests.bad_input.forms import encoded

ROLES = (Role.TEACHER, Role.TEAM_LEADER, Role.IMPLEMENTATION_TEAM)
# Names and telephone numbers, which mails are meant to carry: not sent, so that typed words in a mail are a leak.
NAMES = {
    "tenancy:profile_edit",
    "tenancy:organization_profile_edit",
    "tenancy:center_edit",
    "tenancy:collaborative_edit",
    "tenancy:team_edit",
}


def send_every_form(world, client, role):
    """Every form of this role once well, and once with a null byte, from an old page or signed out, turn about."""
    strict = Client(enforce_csrf_checks=True)
    found = crawl.forms(crawl.sign_in(client, world, role), world, role)
    for turn, form in enumerate(form for name, form in found.items() if name not in NAMES):
        strict.cookies = client.cookies
        well = encoded(form.answers())
        badly = ((client, f"{well}&text=%00&what=%00"), (strict, well.replace("csrf", "no")), (Client(), well))
        for one, body in ((client, well), badly[turn % len(badly)]):
            with transaction.atomic():
                one.generic("POST", form.action, body, content_type=sending.URLENCODED)


@contextmanager
def overheard():
    """What our logs say inside, as they are written in production."""
    said = io.StringIO()
    formatters = [handler.formatter for handler in logging.getLogger().handlers]
    ours = next(one for one in formatters if isinstance(one, structlog.stdlib.ProcessorFormatter))
    handler = logging.StreamHandler(said)
    handler.setFormatter(ours)
    logging.getLogger().addHandler(handler)
    try:
        yield said
    finally:
        logging.getLogger().removeHandler(handler)


@contextmanager
def own_queue():
    """An empty queue that nobody takes from; gives what lies in all of its keys, as text."""
    number = 15 - int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 6
    before = current_app.conf.broker_url
    use_broker(os.environ["REDIS_URL"].partition("?")[0] + f"?virtual_host={number}")
    try:
        with current_app.connection_for_write() as broker:
            server = broker.default_channel.client
            server.flushdb()
            yield lambda: [(key, value_of(server, key)) for key in server.scan_iter("*")]
            server.flushdb()
    finally:
        use_broker(before)


def use_broker(url):
    """Let this process put tasks into another queue from now on."""
    pools.reset()
    current_app._pool = current_app.amqp._producer_pool = None
    current_app.conf.broker_url = current_app.conf.broker_read_url = current_app.conf.broker_write_url = url


def value_of(server, key):
    """Whatever a key holds."""
    readers = {
        b"string": server.get,
        b"list": lambda name: server.lrange(name, 0, -1),
        b"set": server.smembers,
        b"zset": lambda name: server.zrange(name, 0, -1, withscores=True),
        b"hash": server.hgetall,
    }
    return readers[server.type(key)](key)
