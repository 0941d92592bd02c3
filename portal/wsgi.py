"""The web process: it connects as the web's database role, never as the owner."""

import importlib
import os

from .memory import keep_what_is_loaded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ["DATABASE_ROLE"] = "web"

from django.core.wsgi import get_wsgi_application  # noqa: E402 (the role is chosen before settings load)
from django.db import connections  # noqa: E402

application = get_wsgi_application()

from collaborative.isolation.roles import refuse_strong_role  # noqa: E402 (needs the settings)

refuse_strong_role()
importlib.import_module("portal.urls")  # every page is loaded before the first one is asked for
connections.close_all()  # the processes forked from this one open their own
keep_what_is_loaded()
