"""`manage.py organization create`: how an operator starts one; its first admin gets an invitation."""

import sys
import zoneinfo

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from collaborative.isolation.context import tenant_context
from collaborative.people.addresses import AddressField
from collaborative.tenancy.actions import invitations, organizations, people
from collaborative.tenancy.enums import Role

YES_OR_NO = ("yes", "no")
QUESTION = "Does it license, rate, fund or monitor these centers?"


class Command(BaseCommand):
    help = "Start an organization: name it, and invite its first admin."

    def add_arguments(self, parser):
        create = parser.add_subparsers(dest="what", required=True).add_parser("create", help=self.help)
        create.add_argument("--name", required=True, help="the organization's name")
        create.add_argument("--slug", required=True, help="its short address: small letters, numbers and hyphens")
        create.add_argument("--admin-email", required=True, help="where the first admin's invitation goes")
        create.add_argument("--admin-name", required=True, help="the first admin's first and family name")
        create.add_argument("--time-zone", default="America/New_York")
        create.add_argument("--oversees-centers", choices=YES_OR_NO, help=f"{QUESTION} It is asked if left out.")
        create.add_argument("--signed-by", default="", help="who signs that nothing here is used to rate a center")

    def handle(self, **options):
        address = self.create(options)
        if options["oversees_centers"] == "yes":
            self.stdout.write("Name the people who oversee centers on its page of people: they get totals alone.")
        self.stdout.write(f"{options['name']} is there. Its admin's invitation is in the outbox; the link is {address}")

    def oversees(self, answer):
        """Nobody starts an organization without having answered: people read here who stands behind a wall."""
        while answer not in YES_OR_NO:
            if not sys.stdin.isatty():
                raise CommandError(f"{QUESTION} Say --oversees-centers yes or --oversees-centers no.")
            answer = input(f"{QUESTION} (yes/no) ").strip().lower()
        return answer == "yes"

    @transaction.atomic
    def create(self, options):
        if options["time_zone"] not in zoneinfo.available_timezones():
            raise CommandError(f"There is no time zone {options['time_zone']}. One is America/New_York.")
        try:
            options["admin_email"] = AddressField().clean(options["admin_email"])
            organization = organizations.create_organization(
                name=options["name"],
                slug=options["slug"],
                time_zone=options["time_zone"],
                oversees_centers=self.oversees(options["oversees_centers"]),
                not_used_to_rate_signed_by=options["signed_by"],
                not_used_to_rate_signed_on=timezone.localdate() if options["signed_by"] else None,
                on=timezone.localdate(),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except organizations.SlugTaken as error:
            raise CommandError(f"The short address {options['slug']} is taken or kept for pages of ours.") from error
        with tenant_context(organization.pk):
            return self.invite(options)

    def invite(self, options):
        first_name, _space, family_name = options["admin_name"].partition(" ")
        admin = people.create_person(first_name=first_name, family_name=family_name, email=options["admin_email"])
        invitation = invitations.invite(
            first_name=first_name,
            family_name=family_name,
            email=admin.email,
            role=Role.ORGANIZATION_ADMIN,
            by=None,
            on=timezone.localdate(),
        )
        return invitation.address
