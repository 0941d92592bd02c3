"""The guide of a faculty coach, and of the project team."""

from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Role

from .shape import Guide, Step
from .team import ROW

COACH = Guide(
    Role.FACULTY_COACH,
    _("Six steps. Five minutes on a phone are a good visit."),
    "coach",
    (
        Step(
            "home",
            _("See what is new"),
            _("Your first page shows what your teams have to show. Say what you admire, ask one real question, and "
              "think of who else could help."),
            _("The first page of a coach, with the teams that have something new to show."),
            "home:home",
        ),
        Step(
            "ask",
            _("Ask another team first"),
            _("Often another team knows better than we do. Ask them to answer: it helps both teams, and they get to "
              "know each other."),
            _("A form to ask another team: which team, and a few words why."),
            "pdsa:cycle_ask_team",
            begins="pdsa:other_teams",
            links=(rf"pdsa/{ROW}/$",),
            rest="ask-a-team/",
        ),
        Step(
            "team",
            _("Get to know a team"),
            _("Each team has a page: who they are, what they are working on, and how to reach them. Read it before "
              "you call."),
            _("The page of a team, with its name, its people and what it is working on."),
            "introductions:team_detail",
            begins="tenancy:who_is_who",
            links=(rf"teams/{ROW}/$",),
        ),
        Step(
            "times",
            _("Find a time for your role group"),
            _("Offer two or three times, evenings too. People say which of them work. The one you choose becomes a "
              "date for the group."),
            _("Times that are offered for a call, and a form to offer another."),
            "onboarding:slot_list",
        ),
        Step(
            "unanswered",
            _("Leave nobody without an answer"),
            _("Here is what nobody has answered yet. Another team may know; if not, a word from you is a beginning."),
            _("A list of questions that wait for an answer, each with a team that may know."),
            "discussion:waiting",
        ),
        Step(
            "shelf",
            _("Put something on the shelf"),
            _("A link or a file that helped you may help a team. One or two a week are plenty. Say in a sentence what "
              "it is good for."),
            _("A form to put a link or a file on the shelf, with tags for whom it is."),
            "discussion:shelf_put",
        ),
    ),
)  # fmt: skip

PROJECT_TEAM = Guide(
    Role.IMPLEMENTATION_TEAM,
    _("Eight steps for the people who bring the teams together."),
    "project-manager",
    (
        Step(
            "home",
            _("Look from the balcony"),
            _("Four questions, each with a little evidence. Write what you notice, and talk about it when you meet. "
              "There are no ranks here, and no lights."),
            _("The first page of the project team: who could use a call, what comes, and four questions."),
            "home:home",
        ),
        Step(
            "people",
            _("Know who is who"),
            _("Here are all people, center by center. From here you ask somebody in, give a role, or see who walks "
              "with whom."),
            _("A list of people, team by team, with their roles."),
            "tenancy:who_is_who",
        ),
        Step(
            "calls",
            _("Make a friendly call"),
            _("This list says who could use a hello, and why. Put your name beside one and call. What you note stays "
              "with the project team."),
            _("A list of centers that could use a call, each with a reason and who will phone."),
            "notices:call_list",
        ),
        Step(
            "dates",
            _("Plan the dates"),
            _("Sessions, calls and good days for something stand in one list. Change a session, and what hangs on it "
              "moves along."),
            _("A list of all dates, with a button to add one."),
            "schedule:schedule",
        ),
        Step(
            "question",
            _("Ask one question a week"),
            _("A good question brings teams to talk to each other. Plan a few ahead; each comes up on its Monday."),
            _("The questions of the week: those that were asked, and those to come."),
            "discussion:weekly_list",
        ),
        Step(
            "letter",
            _("Send the newsletter"),
            _("It is put together from what happened. You choose, shorten and add a word. It says which teams have not "
              "been in it for a while."),
            _("The newsletters that were sent, and one that is being written."),
            "newsletter:letter_list",
        ),
        Step(
            "plans",
            _("Help with counting"),
            _("See each center's plan for its numbers, in the order of their names. Where somebody is unsure, offer "
              "ten minutes on the phone."),
            _("A list of centers with who counts what, where and when."),
            "metrics:plan_centers",
        ),
        Step(
            "credit",
            _("Give credit where it is due"),
            _("Write down what taking part counts for: training hours, a registry, a credential. Each person can print "
              "a certificate."),
            _("A page of what taking part counts for, with links and whom to ask."),
            "recognition:credit",
        ),
    ),
)  # fmt: skip
