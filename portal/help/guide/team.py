"""The guide of a teacher, and of a family partner."""

from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Role

from .shape import Guide, Step

ROW = r"[0-9a-f]{8}-[0-9a-f-]{27}"

TEACHER = Guide(
    Role.TEACHER,
    _("Eight small steps. Take one a day, or as many as you like."),
    "teacher",
    (
        Step(
            "home",
            _("Find your way"),
            _("This is your first page. It shows what your team is trying, and what comes next. The bar at the bottom "
              "takes you everywhere you need."),
            _("The first page of a teacher, with the question “What can we try by next Tuesday?” and a bar of "
              "buttons at the bottom."),
            "home:home",
        ),
        Step(
            "start",
            _("Try something small"),
            _("Tap “Try something”. Write what you would like to try, and by when you want to look back. Two lines are "
              "enough. Please leave out children's names."),
            _("A short form: one box for what to try, one for the day to look back."),
            "pdsa:cycle_start",
        ),
        Step(
            "try",
            _("Come back to it"),
            _("Each thing you try has a page of its own. When you have done it, write what you saw and heard. Then "
              "decide: change it, try it again, grow it, or let it go."),
            _("The page of one small test, with its four parts: plan, do, study and act."),
            "pdsa:cycle_detail",
            begins="pdsa:cycle_list",
            links=(rf"pdsa/{ROW}/$",),
        ),
        Step(
            "show",
            _("Show it when you are ready"),
            _("At first nobody but you can read it. You choose who sees it: people in your role, your team, or all "
              "teams. Nobody else can choose that for you."),
            _("A list of who could see it, from “Just me” to “All teams”, with one of them chosen."),
            "pdsa:cycle_share",
            begins="pdsa:cycle_list",
            links=(rf"pdsa/{ROW}/$",),
            rest="share/",
        ),
        Step(
            "borrow",
            _("Borrow from other teams"),
            _("Here you read what others try. Take an idea you like and try it your way. Tell them what came of it: "
              "they will be glad."),
            _("A list of things other teams are trying, each with the name of its center."),
            "pdsa:other_teams",
        ),
        Step(
            "count",
            _("Put in a number"),
            _("Once a week, write how often it happened and out of how many. If you could not count, tell us why. That "
              "is a good answer too."),
            _("A form for this week's numbers, with two boxes for each and a place for a reason."),
            "metrics:observation_enter",
            look="fieldset.asked",
        ),
        Step(
            "talk",
            _("Ask, answer and say thanks"),
            _("In “Learn together” people of all teams talk. Ask what you wonder about. Answer what you know. Above "
              "each post you see who can read it."),
            _("A list of posts: a question, something to celebrate, and a button to share something."),
            "discussion:post_list",
        ),
        Step(
            "call",
            _("Know whom to call"),
            _("Is something not clear? Call or text. The name and number of your person stand at the foot of every "
              "page, and all the others are here."),
            _("A page of names with phone numbers, for each center and each subject."),
            "introductions:directory",
        ),
    ),
)  # fmt: skip

FAMILY_PARTNER = Guide(
    Role.FAMILY_PARTNER,
    _("Seven small steps. You know things about children that nobody else here does."),
    "family-partner",
    (
        Step(
            "home",
            _("Your own first page"),
            _("At the top stands one question for you. Below it you see what the team is trying, and when we meet. "
              "Your family liaison's number is here too."),
            _("The first page of a family partner: a greeting, a phone number, and one question."),
            "home:home",
        ),
        Step(
            "language",
            _("Read it in your language"),
            _("Choose the language you like best. From then on pages and messages come in it. You can write in any "
              "language, too."),
            _("A form with the choice of a language and a box for a line about oneself."),
            "tenancy:profile_edit",
            look="fieldset, .choices",
        ),
        Step(
            "answer",
            _("Answer the question of the week"),
            _("A few words are enough. What you see at home and in the morning at the door is just what the others "
              "cannot see."),
            _("A list of questions, one for each week, and what people answered."),
            "discussion:weekly_list",
        ),
        Step(
            "dates",
            _("See when we meet"),
            _("Here are all the dates. One tap puts them in your phone's calendar. If a time does not suit you, call: "
              "there is often another way to be there."),
            _("A list of dates with the day, the time and a link to join."),
            "schedule:schedule",
        ),
        Step(
            "support",
            _("Ask for what lets you come"),
            _("Pay, child care, a ride, an interpreter: what is promised here is meant to be used. Beside each one "
              "stands whom to ask."),
            _("A list of what is promised, each with a name and a phone number."),
            "introductions:support_list",
        ),
        Step(
            "try",
            _("Look at what we try, and add to it"),
            _("Here is what your team is trying. You can write down something to try, just like everybody else on the "
              "team. It counts as much."),
            _("A list of what the team is trying now, with a button to start something."),
            "pdsa:cycle_list",
        ),
        Step(
            "group",
            _("Talk with other families"),
            _("You have a group with the family partners of the other centers. Only they, and the people who walk with "
              "you, can read it. Choose the group when you write."),
            _("A box to write in. Above it stands who will be able to read the words."),
            "discussion:post_write",
        ),
    ),
)  # fmt: skip
