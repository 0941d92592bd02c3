from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.tenancy.enums import Audience

TOLD_TO = (Audience.TEAM, Audience.GROUP, Audience.ALL, Audience.FACULTY)  # whom one may introduce oneself to
BOARD_RUNGS = (Audience.TEAM, Audience.ALL)  # a storyboard is the team's until the team shows it


class Subject(TextChoices):
    """What one may have a question about: the source's subjects with a contact each."""

    DATA = "data", _("Counting and numbers")
    PDSA = "pdsa", _("Trying something (small tests of change)")
    TECHNOLOGY = "technology", _("This place here, phones and tablets")
    FAMILY = "family", _("Family partners, pay, child care, rides")
    FACULTY = "faculty", _("Coaches, and what to do in the rooms")
    LOGISTICS = "logistics", _("Dates, places and everything else")


class StructureQuestion(TextChoices):
    """The eight lines of the guide's checklist for the structure of a project team."""

    HOW_OFTEN = "how_often", _("How often do we meet?")
    AGENDA = "agenda", _("Who makes the agenda, and how?")
    FACILITATES = "facilitates", _("Who leads us through a meeting?")
    NOTES = "notes", _("Who takes notes, and where are they kept?")
    WORKPLAN = "workplan", _("Who keeps an eye on the workplan and its dates?")
    FOLLOWS_UP = "follows_up", _("Who sees to what we said we would do?")
    DECISIONS = "decisions", _("Who makes which important decisions?")
    AUTHORITY = "authority", _("Is it clear to all of us who may decide, and how?")


class Skill(TextChoices):
    """What a project team needs among its people: experience, and the guide's eight skills."""

    BSC_EXPERIENCE = "bsc_experience", _("Having led a collaborative like this, or learned how at the BTS College")
    FIELD_EXPERIENCE = "field_experience", _("Having worked with young children; being trusted by those who do")
    PROJECT_MANAGEMENT = "project_management", _("Keeping a project together")
    OPEN_MIND = "open_mind", _("An open mind")
    ENGAGING_STYLE = "engaging_style", _("Getting people talking and glad to be there")
    RESPECT = "respect", _("Respect for the field")
    RELATIONSHIPS = "relationships", _("Building relationships")
    CONTENT = "content", _("Knowing the content")
    IMPROVEMENT = "improvement", _("Improvement methods")
    FLEXIBILITY = "flexibility", _("Being flexible, and answering soon")


class Viewpoint(TextChoices):
    """Views that the faculty of a collaborative should hold among them."""

    FAMILY = "family", _("Family")
    TEACHER = "teacher", _("Teacher or aide")
    DIRECTOR = "director", _("Director")
    CONTENT = "content", _("Content")
    IMPROVEMENT = "improvement", _("Improvement methods")
    EQUITY = "equity", _("Racial equity")
    LANGUAGES = "languages", _("Languages and cultures of our families")
    POLICY = "policy", _("The system around centers")
    OTHER = "other", _("Another view")


class NoteKind(TextChoices):
    KIND_WORDS = "kind_words", _("Kind words")
    QUESTION = "question", _("A question")


class SupportKind(TextChoices):
    """Practical supports that have let people take part."""

    PAY = "pay", _("Pay for one's time")
    CHILD_CARE = "child_care", _("Child care")
    RIDES = "rides", _("Rides")
    INTERPRETER = "interpreter", _("An interpreter")
    MEAL = "meal", _("A meal")
    DEVICE = "device", _("A phone or tablet to borrow")
    OTHER = "other", _("Something else")


class Ease(TextChoices):
    """Words, not scores: how at home one feels with something."""

    AT_HOME = "at_home", _("I'm at home with it")
    A_HAND = "a_hand", _("A hand now and then would be good")
    BESIDE_ME = "beside_me", _("Please sit beside me")


class ReachBy(TextChoices):
    CALL = "call", _("A call")
    TEXT = "text", _("A text message")
    MAIL = "mail", _("E-mail")
    IN_PERSON = "in_person", _("In person, at the center")
    THROUGH_SOMEBODY = "through_somebody", _("Through somebody on my team")
