from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import COLLABORATIVE_ROLES, TEAM_ROLES, Audience, Role

# Who is asked for something: the teams, and those who walk with them.
ASKED_ROLES = tuple(role for role in (*TEAM_ROLES, *COLLABORATIVE_ROLES) if role not in (Role.OBSERVER, Role.APPLICANT))

# On which rungs of the ladder the rows of this room stand.
SIGNED_FOR = (Audience.TEAM_STAFF, Audience.ALL)
OF_A_TEAM = (Audience.TEAM_STAFF,)
OF_A_GROUP = (Audience.GROUP,)
OF_FACULTY = (Audience.FACULTY,)


def rungs(audiences):
    """Choices of a column that knows only some rungs."""
    return [(audience.value, audience.label) for audience in audiences]


class LeadsTo(TextChoices):
    """Where a team goes to do what an assignment asks."""

    NOWHERE = "", _("Nowhere in here")
    PEOPLE = "people", _("Who's who")
    TEAM = "team", _("The team's page")
    PROFILE = "profile", _("One's own page")
    STORYBOARD = "storyboard", _("The storyboard")
    DATA_PLAN = "data_plan", _("Our plan for counting")
    NUMBERS = "numbers", _("Our numbers")
    PRIORITIES = "priorities", _("What we are working on")
    TALK = "talk", _("Learn together")


class Works(TextChoices):
    """Whether a time works for somebody."""

    YES = "yes", _("Works for me")
    COULD = "could", _("I could")
    NO = "no", _("Not for me")


class Every(TextChoices):
    """How often a call comes back."""

    ONCE = "once", _("Once")
    MONTH = "month", _("Every four weeks")
    TWO_MONTHS = "two_months", _("Every eight weeks")


class PreworkDayPlan(TextChoices):
    """Whether the collaborative meets for a day before its first learning session."""

    OPEN = "open", _("We have not decided yet")
    HELD = "held", _("Yes, we meet for a day")
    NOT_HELD = "not_held", _("No, teams do it at home")
