"""The main pages, and who walks them. Written by hand: a page that a person should see and does not is found out."""

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


STOPS = (
    Stop("home", "{here}", EVERYBODY),
    # What we're trying
    Stop("tries", "{here}pdsa/", INSIDE),
    Stop("tries-of-others", "{here}pdsa/other-teams/", INSIDE),
    Stop("try", "{here}pdsa/other-teams/", (*MEMBERS, "director"), (rf"pdsa/{ROW}/$",)),
    Stop("own-try", "{here}pdsa/", TEAM, (rf"pdsa/{ROW}/$",)),
    Stop("start", "{here}pdsa/start/", TEAM),
    Stop("start-from-an-idea", "{here}framework/", TEAM, (r"framework/drivers/[\w-]+/$", r"start/\?idea=")),
    Stop("write-for-the-team", "{here}pdsa/for-the-team/", TEAM),
    Stop("paper-form", "{here}pdsa/paper/", ("teacher",)),
    Stop("huddle", "{here}pdsa/huddle/", ("teacher", "team-leader")),
    Stop("working-on", "{here}pdsa/working-on/", TEAM),
    Stop("needs", "{here}pdsa/needs/", TEAM),
    Stop("trash", "{here}pdsa/trash/", ("teacher", "coach")),
    Stop("reach", "{here}people/", (*TEAM, "project-manager"), (rf"teams/{ROW}/$", rf"pdsa/reach/{ROW}/$")),
    Stop("voices", "{here}pdsa/voices/", ("team-leader", "new-team-leader")),
    Stop("story", "{here}story/", (*TEAM, "director")),
    # Our numbers
    Stop("numbers", "{here}metrics/", (*MEMBERS, "director")),
    Stop("chart", "{here}metrics/", (*TEAM, "director"), (rf"metrics/{ROW}/$",)),
    Stop("numbers-of-a-team", "{here}metrics/", STAFF, (rf"metrics/teams/{ROW}/$",)),
    Stop("enter", "{here}metrics/enter/", TEAM),
    Stop("enter-by-room", "{here}metrics/enter/?by=room", ("teacher",)),
    Stop("sheet", "{here}metrics/sheet/", ("teacher",)),
    Stop("definitions", "{here}metrics/definitions/", EVERYBODY),
    Stop("define", "{here}metrics/definitions/new/", ("data-lead",)),
    Stop("who-sees-numbers", "{here}metrics/sharing/", TEAM),
    Stop("data-plan", "{here}metrics/plan/", (*TEAM, "new-team-leader")),
    Stop("plans-of-centers", "{here}metrics/plan/centers/", PROJECT_TEAM),
    Stop("centers", "{here}metrics/", PROJECT_TEAM, (rf"metrics/{ROW}/centers/$",)),
    # The theory, and the dates
    Stop("framework", "{here}framework/", EVERYBODY),
    Stop("driver", "{here}framework/", EVERYBODY, (r"framework/drivers/[\w-]+/$",)),
    Stop("glossary", "{here}framework/glossary/", EVERYBODY),
    Stop("other-languages", "{here}languages/", ("project-manager", *ADMIN)),
    Stop("other-languages-sheet", "{here}languages/sheet/", ("project-manager",)),
    Stop("dates", "{here}schedule/", EVERYBODY),
    Stop("date-add", "{here}schedule/lines/add/", ("project-manager",)),
    Stop("closures", "{here}schedule/closures/", ("team-leader", "project-manager")),
    # What's asked of us
    Stop("asked", "{here}asked/", INSIDE),
    Stop("expectations", "{here}asked/expectations/", INSIDE),
    Stop("letter", "{here}asked/letter/", INSIDE),
    Stop("signature", "{here}asked/letter/", INSIDE, (rf"signatures/{ROW}/$",)),
    Stop("getting-ready", "{here}asked/prework/", INSIDE),
    Stop("assignment", "{here}asked/prework/", INSIDE, (rf"prework/{ROW}/$",)),
    Stop("phases", "{here}asked/phases/", INSIDE),
    Stop("next-steps", "{here}asked/next-steps/", MEMBERS),
    Stop("call-times", "{here}asked/calls/", MEMBERS),
    # Learn together
    Stop("together", "{here}discussion/", (*MEMBERS, "director")),
    Stop("post", "{here}discussion/", (*MEMBERS, "director"), (rf"discussion/{ROW}/$",)),
    Stop("write", "{here}discussion/write/", MEMBERS),
    Stop("shelf", "{here}discussion/shelf/", EVERYBODY),
    Stop("shelf-put", "{here}discussion/shelf/put/", ("coach",)),
    Stop("questions-of-the-week", "{here}discussion/questions/", (*MEMBERS, "director")),
    Stop("groups", "{here}discussion/groups/", MEMBERS),
    Stop("newsletter", "{here}newsletter/", (*MEMBERS, "director", "new-teacher")),
    Stop(
        "newsletter-issue",
        "{here}newsletter/",
        ("teacher", "family-partner", "coach", "director", "new-teacher"),
        (rf"newsletter/{ROW}/$",),
    ),
    Stop("newsletter-desk", "{here}newsletter/", ("project-manager",), (DESK,)),
    Stop("newsletter-guest", "{here}newsletter/", ("project-manager",), (DESK, rf"newsletter/{ROW}/guest/$")),
    Stop("newsletter-as-guest", "{here}newsletter/", ("reads-spanish",), (rf"pieces/{ROW}/guest/$",)),
    Stop("what-reaches-me", "{here}notices/me/", (*MEMBERS, "director", "observer", "new-teacher")),
    Stop("group", "{here}discussion/groups/", ("team-leader", "teacher"), (rf"groups/{ROW}/$",)),
    Stop("nobody-answered-yet", "{here}discussion/waiting/", ("coach", *PROJECT_TEAM)),
    Stop("worries", "{here}discussion/worries/", (*MEMBERS, "director")),
    Stop("how-we-talk", "{here}discussion/guidance/", ("coach", "project-manager")),
    # People
    Stop("who-is-who", "{here}people/", INSIDE),
    Stop("team", "{here}people/", INSIDE, (rf"teams/{ROW}/$",)),
    Stop(
        "take-along",
        "{here}people/",
        ("team-leader", "senior-leader", "project-manager"),
        (rf"teams/{ROW}/$", rf"keeping/teams/{ROW}/$"),
    ),
    Stop("center-leaves", "{here}people/", ("project-manager",), (rf"teams/{ROW}/$", rf"teams/{ROW}/leave/$")),
    Stop("center-left", "{here}people/", ("project-manager",), (rf"teams/{ROW}/left/$",)),
    Stop("person", "{here}people/", INSIDE, (rf"people/{ROW}/$",)),
    Stop("whom-to-ask", "{here}people/ask/", INSIDE),
    Stop("packet", "{here}people/", (*TEAM, "project-manager"), (rf"teams/{ROW}/$",), "packet/"),
    Stop("introductions", "{here}people/introductions/", MEMBERS),
    Stop("introduce-yourself", "{here}people/introductions/mine/", ("teacher", "coach")),
    Stop("storyboards", "{here}storyboards/", (*MEMBERS, "director")),
    Stop("storyboard", "{here}storyboards/", (*TEAM, "coach"), (rf"storyboards/{ROW}/$",)),
    Stop("storyboard-slide", "{here}storyboards/", ("teacher",), (rf"storyboards/{ROW}/$",), "slide/"),
    Stop("storyboard-edit", "{here}storyboards/ours/", ("teacher", "family-partner")),
    Stop("supports", "{here}supports/", INSIDE),
    Stop("given", "{here}supports/given/", ("family-partner", "family-liaison", "project-manager")),
    Stop("a-hand", "{here}people/me/comfort/", ("teacher", "family-partner", "family-liaison")),
    Stop("my-photo", "{here}people/me/photo/", ("teacher",)),
    Stop("faculty-views", "{here}people/faculty/", ("teacher", "coach")),
    Stop("in-hand", "{here}people/project-team/", (*PROJECT_TEAM, *ADMIN)),
    Stop("how-we-decide", "{here}people/project-team/how/", PROJECT_TEAM),
    Stop("what-we-bring", "{here}people/project-team/skills/", PROJECT_TEAM),
    Stop("what-i-bring", "{here}people/project-team/skills/mine/", ("project-manager",)),
    Stop("first-calls", "{here}people/welcome-calls/", PROJECT_TEAM),
    Stop("profile", "{here}people/me/", EVERYBODY),
    Stop("welcome", "{here}people/welcome/", ("teacher",)),
    Stop("agreement", "{here}agreement/", INSIDE),
    Stop("history", "{here}history/", EVERYBODY),
    Stop("role-groups", "{here}people/groups/", MEMBERS),
    Stop("coaches", "{here}people/coaches/", INSIDE),
    Stop("invitations", "{here}people/invitations/", ("team-leader", "senior-leader", *PROJECT_TEAM, *ADMIN)),
    Stop("invite", "{here}people/invite/", ("team-leader", "project-manager")),
    Stop("cards", "{here}cards/", ("team-leader", "new-team-leader", "project-manager")),
    Stop("card-add", "{here}cards/add/", ("team-leader", "project-manager")),
    Stop("ways-in", "{here}cards/mine/", ("teacher", "family-partner")),
    Stop("tablets", "{here}people/", ("team-leader",), (rf"teams/{ROW}/$", rf"tablets/{ROW}/$")),
    Stop("new-here", "{here}new-here/", (*INSIDE, "new-teacher")),
    Stop("collaborative-settings", "{here}settings/", ("project-manager", *ADMIN)),
    Stop("center-add", "{here}centers/add/", ("project-manager",)),
    # The project team's work, reports, help
    Stop("calls", "{here}notices/calls/", PROJECT_TEAM),
    Stop("call-add", "{here}notices/calls/add/", ("family-liaison",)),
    Stop("reports", "{here}reports/", (*MEMBERS, "director")),
    Stop("find", "{here}search/", EVERYBODY),
    Stop("found", "{here}search/?words=song", EVERYBODY),
    Stop("found-another-word", "{here}search/?words=feelngs", ("teacher", "family-partner")),
    Stop("found-nothing", "{here}search/?words=purple+elephants&when=month", ("teacher", "project-manager")),
    Stop("help", "{here}help/", EVERYBODY),
    Stop("guide-choose", "{here}help/guide/", ("observer",)),
    Stop(
        "guide",
        "{here}help/guide/family_partner/",
        ("teacher", "family-partner", "reads-spanish", "coach", "project-manager"),
    ),
    Stop("guide-step", "{here}help/guide/teacher/start/", ("teacher", "reads-spanish", "new-team-leader")),
    Stop("credit", "{here}recognition/", (*INSIDE, "new-teacher")),
    Stop("certificates", "{here}recognition/certificates/", ("teacher", "team-leader", "coach", "project-manager")),
    Stop("thanks", "{here}recognition/thanks/", (*MEMBERS, "director", "new-teacher")),
    Stop("our-team", "{here}our-team/", (*TEAM, "new-team-leader")),
    Stop("observers", "{here}observers/", ADMIN),
    Stop("rights", "{here}help/rights/", EVERYBODY),
    Stop("places", "/", ("project-manager",)),
    Stop("my-phone", "/accounts/my-phone/", ("teacher", "reads-spanish")),
    Stop("second-key", "/accounts/second/", ("project-manager",)),
    Stop("mail", "/demo/mail/", ("teacher", "team-leader")),
    # The organization
    Stop("organization", "{organization}", ADMIN),
    Stop("organization-settings", "{organization}settings/", ADMIN),
    Stop("organization-people", "{organization}people/", ADMIN),
    Stop("collaborative-start", "{organization}collaboratives/new/", ADMIN),
    Stop("house", "{organization}stories-at-home/house/", ADMIN),
    Stop("house-letters", "{organization}stories-at-home/house/letters/", ADMIN),
)

# Forms and single rows, opened by somebody who may write there.
TRY, CHART = rf"pdsa/{ROW}/$", rf"metrics/{ROW}/$"
TEACHER, LEADER, MANAGER, COACH = ("teacher",), ("team-leader",), ("project-manager",), ("coach",)
DEEPER = (
    *(
        Stop(f"own-try-{word}", "{here}pdsa/", TEACHER, (TRY,), f"{word}/")
        for word in ("plan", "do", "study", "act", "next", "share", "photo")
    ),
    Stop("try-answer", "{here}pdsa/other-teams/", TEACHER, (TRY,), "answer/"),
    Stop("try-thank", "{here}pdsa/other-teams/", TEACHER, (TRY,), "thank/"),
    Stop("try-ask-a-team", "{here}pdsa/other-teams/", COACH, (TRY,), "ask-a-team/"),
    Stop("newsletter-words-add", "{here}newsletter/", MANAGER, (DESK, rf"newsletter/{ROW}/words/$")),
    Stop("newsletter-words", "{here}newsletter/", MANAGER, (DESK, rf"pieces/{ROW}/words/$")),
    Stop("working-on-edit", "{here}pdsa/working-on/", TEACHER, (rf"working-on/{ROW}/$",)),
    Stop("count-history", "{here}metrics/", TEACHER, (CHART, rf"counts/{ROW}/$")),
    Stop("chart-note", "{here}metrics/", TEACHER, (CHART,), "notes/add/"),
    Stop("chart-goal", "{here}metrics/", LEADER, (CHART,), "goal/"),
    Stop("chart-plan", "{here}metrics/", LEADER, (CHART,), "plan/"),
    Stop("chart-talk", "{here}metrics/", LEADER, (CHART,), "talk/"),
    Stop("counted-already", "{here}metrics/plan/counted-already/", LEADER),
    Stop("counted-already-edit", "{here}metrics/plan/", LEADER, (rf"counted-already/{ROW}/$",)),
    Stop("plan-of-a-team", "{here}metrics/plan/centers/", MANAGER, (rf"teams/{ROW}/plan/$",)),
    Stop("chart-of-a-team", "{here}metrics/", MANAGER, (rf"metrics/{ROW}/centers/$", rf"teams/{ROW}/{ROW}/$")),
    Stop("definition", "{here}metrics/definitions/", ("data-lead",), (rf"{ROW}/definition/$",)),
    Stop("session-add", "{here}schedule/sessions/add/", MANAGER),
    Stop("session-edit", "{here}schedule/", MANAGER, (rf"sessions/{ROW}/edit/$",)),
    Stop("date-edit", "{here}schedule/", MANAGER, (rf"lines/{ROW}/edit/$",)),
    Stop("period-edit", "{here}schedule/", MANAGER, (rf"periods/{ROW}/edit/$",)),
    Stop("closure-add", "{here}schedule/closures/add/", LEADER),
    Stop("framework-edit", "{here}framework/", MANAGER, (rf"framework/{ROW}/edit/$",)),
    Stop("aim-edit", "{here}framework/", MANAGER, (rf"aims/{ROW}/edit/$",)),
    Stop("driver-edit", "{here}framework/", MANAGER, (r"framework/drivers/[\w-]+/$", rf"drivers/{ROW}/edit/$")),
    Stop("idea-add", "{here}framework/", MANAGER, (r"framework/drivers/[\w-]+/$", r"ideas/add/$")),
    Stop("idea-edit", "{here}framework/", MANAGER, (r"framework/drivers/[\w-]+/$", rf"ideas/{ROW}/edit/$")),
    Stop("secondary-edit", "{here}framework/", MANAGER, (r"framework/drivers/[\w-]+/$", rf"secondary/{ROW}/edit/$")),
    Stop("term-edit", "{here}framework/glossary/", MANAGER, (rf"glossary/{ROW}/edit/$",)),
    Stop("taken-down", "{here}discussion/taken-down/", MANAGER),
    Stop("credit-add", "{here}recognition/add/", MANAGER),
    Stop("credit-edit", "{here}recognition/", MANAGER, (rf"recognition/{ROW}/edit/$",)),
    Stop("credit-words", "{here}recognition/words/", MANAGER),
    Stop("observer-edit", "{here}observers/", ADMIN, (rf"observers/{ROW}/$",)),
    Stop("own-post-edit", "{here}discussion/?show=mine", LEADER, (rf"discussion/{ROW}/$",), "edit/"),
    Stop("own-post-add", "{here}discussion/?show=mine", LEADER, (rf"discussion/{ROW}/$",), "add/"),
    Stop("post-versions", "{here}discussion/?show=mine", LEADER, (rf"discussion/{ROW}/$",), "versions/"),
    Stop("post-worry", "{here}discussion/?show=celebration", TEACHER, (rf"discussion/{ROW}/$",), "worry/"),
    Stop("question-plan", "{here}discussion/questions/plan/", COACH),
    Stop("group-found", "{here}discussion/groups/found/", TEACHER),
    Stop("worry", "{here}discussion/worries/", MANAGER, (rf"worries/{ROW}/$",)),
    Stop("shelf-edit", "{here}discussion/shelf/", MANAGER, (rf"shelf/{ROW}/edit/$",)),
    Stop("shelf-used", "{here}discussion/shelf/", LEADER, (rf"shelf/{ROW}/used/$",)),
    Stop("shelf-retired", "{here}discussion/shelf/retired/", MANAGER),
    Stop("team-edit", "{here}people/", LEADER, (rf"teams/{ROW}/$", rf"teams/{ROW}/edit/$")),
    Stop("center-edit", "{here}people/", MANAGER, (rf"teams/{ROW}/$", rf"centers/{ROW}/$")),
    Stop("role-give", "{here}people/roles/give/", MANAGER),
    Stop("role-edit", "{here}people/", MANAGER, (rf"roles/{ROW}/$",)),
    Stop("coach-add", "{here}people/coaches/add/", MANAGER),
    Stop("handing-on", "{here}people/", MANAGER, (rf"roles/{ROW}/$", rf"handing-on/{ROW}/$")),
    Stop("card-make", "{here}cards/", LEADER, (rf"cards/for/{ROW}/$",)),
    Stop("pin", "{here}cards/mine/pin/", TEACHER),
    Stop("tablet-add", "{here}people/", LEADER, (rf"teams/{ROW}/$", rf"tablets/{ROW}/$"), "here/"),
    Stop("role-group-add", "{here}people/groups/add/", MANAGER),
    Stop("role-group-edit", "{here}people/groups/", MANAGER, (rf"groups/{ROW}/$",)),
    Stop("agreement-make", "{here}asked/agreement/", MANAGER),
    Stop("expectation-add", "{here}asked/expectations/add/", MANAGER),
    Stop("expectation-edit", "{here}asked/expectations/", MANAGER, (rf"expectations/{ROW}/edit/$",)),
    Stop("letter-edit", "{here}asked/letter/edit/", MANAGER),
    Stop("signatures", "{here}asked/letter/signatures/", (*MANAGER, "coach")),
    Stop("signature-take-back", "{here}asked/letter/", ("senior-leader",), (rf"{ROW}/take-back/$",)),
    Stop("assignment-add", "{here}asked/prework/add/", MANAGER),
    Stop("assignment-edit", "{here}asked/prework/", MANAGER, (rf"prework/{ROW}/$", rf"prework/{ROW}/edit/$")),
    Stop("prework-day", "{here}asked/prework/day/", MANAGER),
    Stop("hands", "{here}asked/hands/", MANAGER),
    Stop("next-steps-of", "{here}asked/next-steps/", ("coach", *MANAGER), (rf"next-steps/{ROW}/$",)),
    Stop("call-time-offer", "{here}asked/calls/offer/", ("coach", *MANAGER)),
    Stop("ready", "{here}asked/ready/", ("coach", *MANAGER)),
    Stop("coming-in", "{here}asked/coming-in/", MANAGER),
    Stop("introduction", "{here}people/introductions/", TEACHER, (rf"introductions/{ROW}/$",)),
    Stop("storyboard-picture", "{here}storyboards/", TEACHER, (rf"storyboards/{ROW}/$", rf"{ROW}/pictures/$")),
    Stop("whom-to-ask-edit", "{here}people/ask/subjects/", MANAGER),
    Stop("point-people-edit", "{here}people/ask/centers/", MANAGER),
    Stop("faculty-view-edit", "{here}people/faculty/mine/", COACH),
    Stop("in-hand-edit", "{here}people/project-team/", MANAGER, (r"in-hand/\w+/$",)),
    Stop("how-we-decide-edit", "{here}people/project-team/how/", MANAGER, (r"how/\w+/$",)),
    Stop("first-call-add", "{here}people/welcome-calls/", MANAGER, (rf"welcome-calls/teams/{ROW}/$",)),
    Stop("first-call", "{here}people/welcome-calls/", MANAGER, (rf"welcome-calls/{ROW}/$",)),
    Stop("promise-add", "{here}supports/promise/", MANAGER),
    Stop("promise", "{here}supports/", MANAGER, (rf"supports/promise/{ROW}/$",)),
    Stop("given-add", "{here}supports/given/add/", MANAGER),
    Stop("given-edit", "{here}supports/given/", MANAGER, (rf"supports/given/{ROW}/$",)),
    Stop("who-would-like-a-hand", "{here}people/comfort/", ("family-liaison",)),
    Stop("role-groups-make", "{here}people/groups/make/", MANAGER),
    *(
        Stop(f"house-{step}", f"{{organization}}stories-at-home/house/{step}/", ADMIN)
        for step in ("dates", "words", "people", "centers", "texts", "framework")
    ),
    Stop("own-profile-above", "{organization}people/me/", ADMIN),
    Stop("welcome-above", "{organization}people/welcome/", ADMIN),
)

# What one sees before anybody knows who one is.
AT_THE_DOOR = (
    Stop("demo", "/demo/", ()),
    Stop("sign-in", "/accounts/login/", ()),
    Stop("password-reset", "/accounts/password/reset/", ()),
    Stop("card-place", "/card/", ()),
    Stop("card-type", "/card/harbor-early-learning/", ()),
    Stop("components", "/components/", ()),
)


PAGES = tuple(stop.name for stop in (*AT_THE_DOOR, *STOPS, *DEEPER))


def stops_of(key, pages=PAGES) -> list[Stop]:
    """The pages of one of the demo's people, in order; those before signing in for nobody in particular."""
    stops = [stop for stop in (*STOPS, *DEEPER) if key in stop.keys] if key in KEYS else AT_THE_DOOR
    return [stop for stop in stops if stop.name in pages]
