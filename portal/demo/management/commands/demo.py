from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from collaborative.people.models import User
from metrics.tasks import renew_organization
from portal.demo.building import build_demo
from portal.demo.people import DOMAIN


class Command(BaseCommand):
    help = "Build the demo organizations, once; dates are relative to today."

    def handle(self, **options):
        if User.objects.filter(email__endswith=f"@{DOMAIN}").exists():
            raise CommandError("The demo is there already. Start from an empty database to build it anew.")
        built = build_demo(timezone.localdate())
        for organization_id in built.organizations.values():
            renew_organization(organization_id)  # else nobody would see a middle line before the worker's next round
        self.stdout.write(
            f"Built {len(built.organizations)} organizations, {len(built.teams)} teams, {len(built.people)} people "
            f"and {len(built.cycles)} tries."
        )
