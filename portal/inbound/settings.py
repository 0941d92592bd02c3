"""Where mail comes in: answers to what people were told by mail. Off unless one of these is set."""

from urllib.parse import urlsplit

import environ

env = environ.Env()
# For `manage.py receive` alone: lmtp://host:port to listen there, imaps://user:password@host/folder to ask a mailbox.
INBOUND_URL = env("INBOUND_URL", default="")
_domain = urlsplit(env("PUBLIC_ADDRESS", default="http://localhost:8000")).hostname or "localhost"
# What people answer to: reply@example.org becomes reply+<token>@example.org. Empty: no mail invites an answer.
INBOUND_ADDRESS = env("INBOUND_ADDRESS", default="") or (f"reply@{_domain}" if INBOUND_URL else "")
