"""The guide of a team leader, and of a senior leader."""

from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Role

from .shape import Guide, Step

TEAM_LEADER = Guide(
    Role.TEAM_LEADER,
    _("Eight steps for whoever keeps the team together. You need not do them all yourself."),
    "team-leader",
    (
        Step(
            "home",
            _("Begin at the team's page"),
            _("You see what everybody on the team sees: what we are working on, what we try, and what comes. It is a "
              "good page to open when the team meets."),
            _("The first page of a team, with what it is working on and what it is trying."),
            "home:home",
        ),
        Step(
            "invite",
            _("Ask your people in"),
            _("Write a name and an address, and add a line of your own. The letter goes out in your name. It is fine "
              "if somebody says no."),
            _("A form to invite somebody: name, e-mail, what they would be on the team, a few own words."),
            "tenancy:invitation_send",
        ),
        Step(
            "cards",
            _("Hand somebody a card"),
            _("Not everybody uses e-mail. Print a card with a code and give it to the person yourself. They come in "
              "with their phone or the team's tablet."),
            _("A page of printed sign-in cards: for whom one was made, and a button to make another."),
            "cards:card_list",
        ),
        Step(
            "together",
            _("See everything in one place"),
            _("What the team was asked for, which numbers are still to come, what is ready to look back at: it all "
              "stands on one page. Share it out, and keep only a little."),
            _("A page of what the team has in hand: dates, tries, numbers, and whom to call."),
            "home:in_hand",
        ),
        Step(
            "meet",
            _("Meet for fifteen minutes"),
            _("Once a week is enough. This page is your agenda: look back, choose the next small thing, say who does "
              "what. Print it, or put the phone on the table."),
            _("A one-page agenda for a team meeting, ready to print."),
            "pdsa:huddle_sheet",
        ),
        Step(
            "write",
            _("Write it down for the team"),
            _("In a meeting one person can write for all. Say whose idea it was, so that the right person gets the "
              "credit."),
            _("A form with room for several small tests, each with a box for whose idea it was."),
            "pdsa:write_for_team",
        ),
        Step(
            "plan",
            _("Agree who counts, and when"),
            _("Your data plan fits on a page: who counts, where, on which day, and who can stand in. Print the sheet "
              "and hang it where it happens."),
            _("A plan for each number: who counts it, where, when and on which sheet."),
            "metrics:data_plan",
        ),
        Step(
            "work",
            _("Choose what comes first"),
            _("Up to three lines say what the team is working on, and why. Everything you try can hang on one of "
              "them."),
            _("The team's lines of what it is working on this period, each with its reason."),
            "pdsa:priority_list",
        ),
    ),
)  # fmt: skip

SENIOR_LEADER = Guide(
    Role.SENIOR_LEADER,
    _("Six steps. You are on the team, you try things yourself, and you clear the way."),
    "senior-leader",
    (
        Step(
            "home",
            _("See what the team needs from you"),
            _("It stands at the top: cover on Tuesday, fifteen minutes, two chairs, a yes. One tap tells the team that "
              "you will see to it."),
            _("The first page of a senior leader. At the top stands what the team needs, with a button to say yes."),
            "home:home",
        ),
        Step(
            "try",
            _("Try something yourself"),
            _("A small change in your own work shows the team that trying is safe here, even if it does not work."),
            _("A short form: one box for what to try, one for the day to look back."),
            "pdsa:cycle_start",
        ),
        Step(
            "asked",
            _("Know what you said yes to"),
            _("Here is what is asked of each person, how much time it takes, and on whose time. Plan the cover before "
              "anybody needs to ask."),
            _("What is asked of people: role by role, with the time it takes and who covers for them."),
            "onboarding:expectation_list",
        ),
        Step(
            "agreement",
            _("Know what is shown to whom"),
            _("The teams agreed together what they show each other. You see what your team shows, not what somebody is "
              "still typing. That is what makes it safe."),
            _("The agreement of the teams, subject by subject, with the day to look at it again."),
            "tenancy:agreement",
        ),
        Step(
            "dates",
            _("Keep the days free"),
            _("Put the dates in your calendar and plan the cover with them. Your own calls with the other senior "
              "leaders are here too."),
            _("A list of dates with the day, the time and a link to join."),
            "schedule:schedule",
        ),
        Step(
            "story",
            _("Tell the story"),
            _("One page shows what your team works on, tries and learned. Print it for your board, your families or "
              "the staff room."),
            _("A one-page story of the team, with a chart."),
            "home:story",
        ),
    ),
)  # fmt: skip
