import importlib

from django.apps import AppConfig
from django.core import checks
from django.db.models import Exists, OuterRef


class InboundConfig(AppConfig):
    name = "portal.inbound"
    label = "inbound"

    def ready(self):
        """Tell the page of a post which answers came by mail, and look at the settings when the process starts."""
        mailed = importlib.import_module("portal.inbound.models").MailedAnswer
        things = importlib.import_module("collaborative.discussion.things")
        things.reply_marks["by_mail"] = lambda: Exists(mailed.objects.filter(reply_id=OuterRef("pk")))
        checks.register(importlib.import_module("portal.inbound.checks").mail_can_come)
