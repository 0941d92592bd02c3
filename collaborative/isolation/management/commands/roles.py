from urllib.parse import unquote, urlsplit

import environ
from django.core.management.base import BaseCommand

from collaborative.isolation.roles import ensure_roles

VARIABLES = {
    "app_web": "DATABASE_WEB_URL",
    "app_worker": "DATABASE_WORKER_URL",
    "app_sender": "DATABASE_SENDER_URL",
    "app_receiver": "DATABASE_RECEIVER_URL",
}


class Command(BaseCommand):
    help = "Make the database roles of the application, with the passwords in their addresses."
    requires_system_checks = []

    def handle(self, **options):
        env = environ.Env()
        passwords = {
            role: unquote(urlsplit(env(variable, default="")).password or "") for role, variable in VARIABLES.items()
        }
        made = ensure_roles(passwords)
        self.stdout.write(f"Made {', '.join(made)}." if made else "The roles are there.")
