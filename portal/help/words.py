"""The permission table in plain words: every resource has a name, and stands under the heading it belongs to."""

from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

# (heading, the resources under it with their names)
GROUPS = (
    (
        _("What we're trying"),
        {
            "try.self": _("What we're trying, while it is just mine"),
            "try.group": _("What we're trying, shown to my role group"),
            "try.team": _("What we're trying, shown to my team"),
            "try.team_staff": _("What we're trying, shown to my team, our coach and the project team"),
            "try.all": _("What we're trying, shown to all teams"),
            "priority": _("What a team is working on this period"),
            "need": _("What a team needs from its senior leader"),
        },
    ),
    (
        _("What's asked of us"),
        {
            "asked": _("What is asked of people, and the letter we sign"),
            "signature.team_staff": _("A signature for a center"),
            "signature.all": _("A signature for the project team"),
            "prework.team_staff": _("How a team gets ready, and a hand it asks for"),
            "tick": _("A team's own checklist"),
            "slot.group": _("Times offered for a role group's call"),
            "slot_answer.group": _("Who can come when, in a role group"),
            "trial.faculty": _("Trying this place out before teams come"),
        },
    ),
    (
        _("Our numbers"),
        {
            "metric": _("What is counted, and how"),
            "number": _("A center's numbers, by name"),
            "middle_line": _("The middle line of all centers"),
            "report": _("A center's monthly report"),
        },
    ),
    (
        _("Learn together"),
        {
            "post.all": _("Posts to all teams"),
            "post.group": _("Posts in a role group"),
            "post.team": _("Posts in a team"),
            "post.faculty": _("Posts among coaches and the project team"),
            "shelf": _("The shelf of links and files"),
            "shelf_use": _("Which team used something from the shelf"),
            "circle": _("Groups run by their members: name and topic"),
            "circle_member": _("Who is in a group run by its members"),
            "weekly_question": _("Planning the question of the week"),
            "guidance": _("Hints on posting, for coaches"),
            "letter.faculty": _("Writing the newsletter"),
            "letter.all": _("The newsletter"),
            "guest_words": _("A few lines of one's own for the newsletter, when asked"),
            "care_step": _("What was done about a worry"),
            "worry": _(
                "What worries somebody about a post; on the project team only who looks after shared learning reads it"
            ),
        },
    ),
    (
        _("Recognition"),
        {
            "recognition": _("What taking part counts for, titles, and who signs"),
            "certificate": _("A certificate of participation"),
        },
    ),
    (
        _("Framework and dates"),
        {
            "framework": _("The framework and the words of the field"),
            "schedule": _("Dates, sessions and periods"),
            "closure": _("Days a center is closed"),
        },
    ),
    (
        _("People and places"),
        {
            "person": _("Who is who"),
            "directory": _("Whom to ask: for each center, for each subject"),
            "introduction.all": _("What people say of themselves to all teams"),
            "introduction.group": _("What people say of themselves in a role group"),
            "introduction.team": _("What people say of themselves in their team"),
            "introduction.faculty": _("What coaches and the project team say of themselves to each other"),
            "storyboard.team": _("A team's storyboard, while it is the team's alone"),
            "storyboard.all": _("A storyboard that is shown to all teams"),
            "perspective": _("What coaches bring, in their own words"),
            "support": _("What is promised so that people can come"),
            "ledger": _("What somebody was given: theirs alone, and the family liaison's and the project manager's"),
            "comfort": _("Who would like a hand: theirs alone, and who helps with it"),
            "contact": _("Phone and mail of people in the centers"),
            "contact.staff": _("Phone and mail of coaches and the project team"),
            "membership": _("Roles"),
            "invitation": _("Invitations"),
            "card": _("Printed sign-in cards"),
            "tablet": _("A team's shared tablets"),
            "assignment": _("Which coach walks beside which team"),
            "affinity_group": _("Role groups: who belongs, who coaches"),
            "team": _("A team's page"),
            "spread": _("How far a team's tries have come"),
            "own_part": _("What a team wrote and counted, to take along"),
            "center": _("A center's page"),
            "collaborative": _("The collaborative's page"),
            "house": _("Preparing a collaborative before it opens"),
            "organization": _("The organization's page"),
            "looking_on": _("On what basis somebody looks on from outside, and until when"),
            "agreement": _("What teams agreed to show each other"),
            "pause": _("A team's pause from showing its numbers"),
        },
    ),
    (
        _("The project team's own reflection"),
        {
            "noticing": _("What are we noticing?"),
            "friendly_call": _("Who could use a friendly call"),
            "project_team": _("Who has what in hand, and how the project team decides"),
            "skill": _("What each of the project team brings"),
            "welcome_call": _("First calls with each center"),
            "departure": _("Why a center left, and what is learned from it"),
        },
    ),
    (
        _("One's own"),
        {
            "voices": _("A team leader's notes: whose voice is still to come"),
            "draft": _("Words that are being typed"),
            "history": _("The history of one's own changes"),
            "trash": _("What one has taken off a page"),
            "profile": _("What is said about oneself"),
            "pin": _("A PIN for the team's tablet"),
            "home": _("A first page"),
        },
    ),
)

# The ladder, from nobody else to everybody, with who reads on each rung.
LADDER = (
    (Audience.SELF, _("Nobody else, not even your team's leaders or its history.")),
    (Audience.GROUP, _("The people in your role from all centers, the group's coach and its co-lead. Nobody else.")),
    (Audience.TEAM, _("The people of your team.")),
    (Audience.TEAM_STAFF, _("Your team, your coach and the project team.")),
    (Audience.ALL, _("Everybody in the collaborative, by the name of your center. You choose how you are shown.")),
)

PROMISES = (
    _("New words start with you alone. Whoever leads a try shows it, and says to whom."),
    _("Your team sees what you posted, never what you were typing before."),
    _("The organization's admin looks after people and places. They do not read a team's own words or numbers."),
    _("Nobody gets a list of who read what."),
    _("Within a day you can remove your own words for good. A mail already sent, and a backup, keep them a while."),
    _("No child is ever named here."),
)
