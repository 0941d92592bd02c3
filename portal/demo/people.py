"""The people one can enter as in a demo; the demo's builder gives each the login `<key>@demo.example`."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOMAIN = "demo.example"


@dataclass(frozen=True)
class Entry:
    """One door of the demo: its key, whom one becomes, what that person comes for, and where one arrives.

    `login`: the key of the person, where it is somebody who has another door as well. `collaborative`: the slug of the
    collaborative whose home one arrives at; the person's first place where it is empty.
    """

    key: str
    label: Promise
    comes_for: Promise
    icon: str
    login: str = ""
    collaborative: str = ""

    @property
    def email(self) -> str:
        return f"{self.login or self.key}@{DOMAIN}"


def _first_weeks(key, label, comes_for, icon, login=""):
    return Entry(key, label, comes_for, icon, login=login, collaborative="calm-starts")


# A collaborative in week five of its pre-work.
FIRST_WEEKS = (
    _first_weeks("new-team-leader", _("A team leader"), _("What is asked of us before Learning Session 1?"), "users"),
    _first_weeks("new-teacher", _("A teacher who reads Spanish"), _("What is this, and who are they?"), "sprout"),
    _first_weeks("new-family-partner", _("A new family partner"), _("Whom can I call?"), "heart-handshake"),
    _first_weeks("new-senior-leader", _("A center's senior leader"), _("What did we say yes to?"), "key-round"),
    _first_weeks("new-coach", _("A faculty coach"), _("Getting to know the teams"), "message-circle"),
    _first_weeks(
        "new-project-manager", _("The project manager"), _("Who could use a hand?"), "binoculars", "project-manager"
    ),
    _first_weeks(
        "new-family-liaison", _("The family liaison"), _("Who comes, and what would help?"), "phone", "family-liaison"
    ),
)
# A collaborative a good year later.
MONTH_14 = (
    Entry("teacher", _("A teacher"), _("What can we try by next Tuesday?"), "sprout"),
    Entry("team-leader", _("A team leader"), _("Her team's tries, numbers and people"), "users"),
    Entry("family-partner", _("A family partner"), _("A parent's view on this week's try"), "heart-handshake"),
    Entry("reads-spanish", _("A family partner who reads Spanish"), _("All of it in her own words"), "languages"),
    Entry("senior-leader", _("A center's senior leader"), _("What the team needs from you"), "key-round"),
    Entry("director", _("A director outside the team"), _("What the team chose to show"), "building-2"),
    Entry("coach", _("A faculty coach"), _("Which teams have something new to show"), "message-circle"),
    Entry("project-manager", _("The project manager"), _("The balcony: what we notice, what comes next"), "binoculars"),
    Entry("data-lead", _("The data lead"), _("One metric over all centers"), "chart-spline"),
    Entry("family-liaison", _("The family liaison"), _("Family partners and whom to call"), "phone"),
    Entry("observer", _("An observer, such as a funder"), _("Totals of many centers, nothing by name"), "telescope"),
    Entry("organization-admin", _("The organization's admin"), _("People, places and dates"), "settings"),
    Entry("other-organization", _("Somebody of another organization"), _("Sees nothing of the first"), "house"),
)
ENTRIES = (*FIRST_WEEKS, *MONTH_14)
ENTRY_OF_KEY = {entry.key: entry for entry in ENTRIES}


def demo_is_allowed() -> bool:
    """A demo opens doors without a key: with DEBUG off, or in production, only with a second, explicit variable."""
    if not settings.DEMO:
        return False
    return settings.DEMO_PUBLIC or (settings.DEBUG and not settings.PRODUCTION)
