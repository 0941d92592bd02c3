"""What a stop of the tour is, and who walks there."""

from dataclasses import dataclass

from portal.demo.people import FIRST_WEEKS

TEAM = ("teacher", "team-leader", "family-partner", "reads-spanish", "senior-leader")
PROJECT_TEAM = ("project-manager", "data-lead", "family-liaison", "other-organization")
ADMIN = ("organization-admin",)
STAFF = ("coach", *PROJECT_TEAM)
MEMBERS = (*TEAM, *STAFF)
INSIDE = (*MEMBERS, "director", *ADMIN)
NEW = tuple(entry.key for entry in FIRST_WEEKS)  # the same roles in a collaborative that gets ready to begin
EVERYBODY = (*INSIDE, "observer", *NEW)
KEYS = tuple(dict.fromkeys((*TEAM, "coach", "director", *PROJECT_TEAM, "observer", *ADMIN, *NEW)))

ROW = r"[0-9a-f]{8}-[0-9a-f-]{27}"
DESK = rf"newsletter/{ROW}/edit/$"  # where an issue of the newsletter is written


@dataclass(frozen=True)
class Stop:
    """A page: its name in pictures, its address ({here} is the collaborative, {organization} the organization).

    `links`: from there on, the first link of each of these shapes is followed; `rest` is written behind the last one.
    """

    name: str
    address: str
    keys: tuple[str, ...]
    links: tuple[str, ...] = ()
    rest: str = ""
