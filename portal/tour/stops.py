"""The main pages, and who walks them. Written by hand: a page that a person should see and does not is found out."""

from dataclasses import dataclass

TEAM = ("teacher", "team-leader", "family-partner", "senior-leader")
PROJECT_TEAM = ("project-manager", "data-lead", "family-liaison", "other-organization")
ADMIN = ("organization-admin",)
STAFF = ("coach", *PROJECT_TEAM)
MEMBERS = (*TEAM, *STAFF)
INSIDE = (*MEMBERS, "director", *ADMIN)
EVERYBODY = (*INSIDE, "observer")
KEYS = tuple(dict.fromkeys((*TEAM, "coach", "director", *PROJECT_TEAM, "observer", *ADMIN)))

ROW = r"[0-9a-f]{8}-[0-9a-f-]{27}"


@dataclass(frozen=True)
class Stop:
    """A page: its name in pictures, its address ({here} is the collaborative, {organization} the organization).

    `link`: the page is the first one that the address leads to by a link of this shape.
    """

    name: str
    address: str
    keys: tuple[str, ...]
    link: str = ""


STOPS = (
    Stop("home", "{here}", EVERYBODY),
    # What we're trying
    Stop("tries", "{here}pdsa/", INSIDE),
    Stop("tries-of-others", "{here}pdsa/other-teams/", INSIDE),
    Stop("try", "{here}pdsa/other-teams/", INSIDE, rf"pdsa/{ROW}/$"),
    Stop("own-try", "{here}pdsa/", TEAM, rf"pdsa/{ROW}/$"),
    Stop("start", "{here}pdsa/start/", TEAM),
    Stop("start-from-an-idea", "{here}pdsa/start/", TEAM, r"\?driver="),
    Stop("write-for-the-team", "{here}pdsa/for-the-team/", TEAM),
    Stop("paper-form", "{here}pdsa/paper/", ("teacher",)),
    Stop("huddle", "{here}pdsa/huddle/", ("teacher", "team-leader")),
    Stop("working-on", "{here}pdsa/working-on/", TEAM),
    Stop("needs", "{here}pdsa/needs/", TEAM),
    Stop("trash", "{here}pdsa/trash/", ("teacher", "coach")),
    Stop("story", "{here}story/", (*TEAM, "director")),
    # Our numbers
    Stop("numbers", "{here}metrics/", (*MEMBERS, "director")),
    Stop("chart", "{here}metrics/", (*TEAM, "director"), rf"metrics/{ROW}/$"),
    Stop("numbers-of-a-team", "{here}metrics/", STAFF, rf"metrics/teams/{ROW}/$"),
    Stop("enter", "{here}metrics/enter/", TEAM),
    Stop("enter-by-room", "{here}metrics/enter/?by=room", ("teacher",)),
    Stop("sheet", "{here}metrics/sheet/", ("teacher",)),
    Stop("definitions", "{here}metrics/definitions/", EVERYBODY),
    Stop("define", "{here}metrics/definitions/new/", ("data-lead",)),
    Stop("who-sees-numbers", "{here}metrics/sharing/", TEAM),
    Stop("centers", "{here}metrics/", PROJECT_TEAM, rf"metrics/{ROW}/centers/$"),
    # The theory, and the dates
    Stop("framework", "{here}framework/", EVERYBODY),
    Stop("driver", "{here}framework/", EVERYBODY, r"framework/drivers/[\w-]+/$"),
    Stop("glossary", "{here}framework/glossary/", EVERYBODY),
    Stop("dates", "{here}schedule/", EVERYBODY),
    Stop("date-add", "{here}schedule/lines/add/", ("project-manager",)),
    Stop("closures", "{here}schedule/closures/", ("team-leader", "project-manager")),
    # Learn together
    Stop("together", "{here}discussion/", (*MEMBERS, "director")),
    Stop("post", "{here}discussion/", (*MEMBERS, "director"), rf"discussion/{ROW}/$"),
    Stop("write", "{here}discussion/write/", MEMBERS),
    Stop("shelf", "{here}discussion/shelf/", EVERYBODY),
    Stop("shelf-put", "{here}discussion/shelf/put/", ("coach",)),
    # People
    Stop("who-is-who", "{here}people/", INSIDE),
    Stop("team", "{here}people/", INSIDE, rf"teams/{ROW}/$"),
    Stop("profile", "{here}people/me/", EVERYBODY),
    Stop("welcome", "{here}people/welcome/", ("teacher",)),
    Stop("agreement", "{here}agreement/", INSIDE),
    Stop("history", "{here}history/", EVERYBODY),
    Stop("role-groups", "{here}people/groups/", MEMBERS),
    Stop("coaches", "{here}people/coaches/", INSIDE),
    Stop("invitations", "{here}people/invitations/", ("team-leader", "senior-leader", *PROJECT_TEAM, *ADMIN)),
    Stop("invite", "{here}people/invite/", ("team-leader", "project-manager")),
    Stop("collaborative-settings", "{here}settings/", ("project-manager", *ADMIN)),
    Stop("center-add", "{here}centers/add/", ("project-manager",)),
    # The project team's work, reports, help
    Stop("calls", "{here}notices/calls/", PROJECT_TEAM),
    Stop("call-add", "{here}notices/calls/add/", ("family-liaison",)),
    Stop("reports", "{here}reports/", (*MEMBERS, "director")),
    Stop("help", "{here}help/", EVERYBODY),
    Stop("rights", "{here}help/rights/", EVERYBODY),
    Stop("places", "/", ("project-manager",)),
    Stop("mail", "/demo/mail/", ("teacher", "team-leader")),
    # The organization
    Stop("organization", "{organization}", ADMIN),
    Stop("organization-settings", "{organization}settings/", ADMIN),
    Stop("organization-people", "{organization}people/", ADMIN),
    Stop("collaborative-start", "{organization}collaboratives/new/", ADMIN),
)

# What one sees before anybody knows who one is.
AT_THE_DOOR = (
    Stop("demo", "/demo/", ()),
    Stop("sign-in", "/accounts/login/", ()),
    Stop("password-reset", "/accounts/password/reset/", ()),
    Stop("components", "/components/", ()),
)


PAGES = tuple(stop.name for stop in (*AT_THE_DOOR, *STOPS))


def stops_of(key, pages=PAGES) -> list[Stop]:
    """The pages of one of the demo's people, in order; those before signing in for nobody in particular."""
    stops = [stop for stop in STOPS if key in stop.keys] if key in KEYS else AT_THE_DOOR
    return [stop for stop in stops if stop.name in pages]
