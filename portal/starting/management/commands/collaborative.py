"""`manage.py collaborative create`: an operator starts a collaborative for an organization."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from collaborative.framework.rules import TemplateProblem
from collaborative.framework.templates import UnknownTemplate, template_data, template_keys
from collaborative.isolation.context import Context, entered, tenant_context
from collaborative.schedule.rules import months_after
from collaborative.tenancy.actions.organizations import SlugTaken
from collaborative.tenancy.logins import find_person
from collaborative.tenancy.models import Organization

from ... import rules
from ...actions import start_collaborative


class Command(BaseCommand):
    help = "Start a collaborative from a template. Its sessions, periods and dates follow from the first day."

    def add_arguments(self, parser):
        create = parser.add_subparsers(dest="what", required=True).add_parser("create", help=self.help)
        create.add_argument("--organization", required=True, metavar="SLUG")
        create.add_argument("--template", required=True, help="one of: " + ", ".join(template_keys()))
        create.add_argument("--name", required=True)
        create.add_argument("--short-name", default="", help="in short, for the address (else the template's)")
        day = create.add_mutually_exclusive_group(required=True)
        day.add_argument("--starts", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the first day of pre-work")
        day.add_argument("--first-session", type=date.fromisoformat, metavar="YYYY-MM-DD")
        create.add_argument("--by", default="", metavar="E-MAIL", help="who is on the project team from the first day")

    def handle(self, *args, **options):
        organization = _organization(options["organization"])
        with tenant_context(organization.pk):
            made = self._start(options)
        self.stdout.write(f"Started {made.name} at /{organization.slug}/{made.slug}/")

    def _start(self, options):
        try:
            plan = rules.read_plan(template_data(options["template"]))
            first = options["first_session"] or _first_session(plan, options["starts"])
            return start_collaborative(
                template_key=options["template"],
                name=options["name"],
                short_name=options["short_name"],
                session_days=rules.propose_days(plan.sessions, first),
                by=_person(options["by"]),
                on=timezone.localdate(),
            )
        except SlugTaken as taken:
            raise CommandError("A collaborative with this short name is there already: give --short-name.") from taken
        except (UnknownTemplate, TemplateProblem) as problem:
            raise CommandError(str(problem)) from problem


def _organization(slug):
    with entered(Context(organization_slug=slug)):
        found = Organization.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(f"There is no organization {slug!r}.")
    return found


def _first_session(plan, starts):
    """The day of the first session when pre-work begins on `starts`."""
    prework = min(plan.periods, key=lambda period: period.number)
    return months_after(starts, -prework.starts[1])


def _person(email):
    if not email:
        return None
    person = find_person(email)
    if person is None:
        raise CommandError(f"Nobody in this organization has the address {email}.")
    return person
