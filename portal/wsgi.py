"""The web process: it connects as the web's database role, never as the owner."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ["DATABASE_ROLE"] = "web"

from django.core.wsgi import get_wsgi_application  # noqa: E402 (the role is chosen before settings load)

application = get_wsgi_application()
