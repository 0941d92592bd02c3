from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person is in one organization, collaborative or team; roles hang on memberships, never on the login."""

    ORGANIZATION_ADMIN = "organization_admin", _("Organization admin")
    IMPLEMENTATION_TEAM = "implementation_team", _("Project team")
    FACULTY_COACH = "faculty_coach", _("Faculty coach")
    SENIOR_LEADER = "senior_leader", _("Senior leader")
    TEAM_LEADER = "team_leader", _("Team leader")
    TEACHER = "teacher", _("Teacher")
    FAMILY_PARTNER = "family_partner", _("Family partner")
    DIRECTOR = "director", _("Director")
    OBSERVER = "observer", _("Observer")
    APPLICANT = "applicant", _("Applicant")


TEAM_ROLES = (Role.SENIOR_LEADER, Role.TEAM_LEADER, Role.TEACHER, Role.FAMILY_PARTNER)
COLLABORATIVE_ROLES = (Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH, Role.OBSERVER, Role.APPLICANT)


class Responsibility(TextChoices):
    """Named responsibilities of the project team (the source's competency checklist, shortened to who acts in here)."""

    SENIOR_LEADER = "senior_leader", _("Senior leader of the project team")
    PROJECT_MANAGER = "project_manager", _("Project manager")
    DATA_LEAD = "data_lead", _("Data lead")
    FAMILY_LIAISON = "family_liaison", _("Family liaison")
    CONTENT_EXPERT = "content_expert", _("Content expert")
    IMPROVEMENT_ADVISOR = "improvement_advisor", _("Improvement advisor")
    RELATIONSHIP_MANAGER = "relationship_manager", _("Relationship manager")
    CENTER_COMMUNICATION = "center_communication", _("Center communication")
    PROGRESS_COACHING = "progress_coaching", _("Team progress and coaching")
    SHARED_LEARNING = "shared_learning", _("Shared learning")
    # Named elsewhere in the guide, and not on its printed checklist
    FACULTY_LIAISON = "faculty_liaison", _("Point person for the faculty coaches")
    PDSA_LEAD = "pdsa_lead", _("Small tests of change (PDSA) and the Model for Improvement")
    METRICS_LEAD = "metrics_lead", _("Metrics and how they are counted")
    CALENDAR = "calendar", _("The calendar")
    TECHNOLOGY = "technology", _("Help with technology, and the library")
    ONLINE_RESPONDER = "online_responder", _("Answering people online")
    VIRTUAL_MEETINGS = "virtual_meetings", _("Meetings on screen")


class Setting(TextChoices):
    """Where an organization's early care and education takes place: the settings in which the method has been run."""

    CENTERS = "centers", _("Child care centers")
    SCHOOLS = "schools", _("Preschools in schools")
    HOMES = "homes", _("Family child care homes")
    AGENCIES = "agencies", _("Agencies that work with homes")
    PUBLIC = "public", _("A county or state agency")


class Meeting(TextChoices):
    """How a collaborative meets."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    MIXED = "mixed", _("Some of both")


class CenterKind(TextChoices):
    """What kind of center it is: the choices of the field's cover sheet, and the settings it was run in later."""

    STAND_ALONE = "stand_alone", _("Stand-alone center")
    AGENCY = "agency", _("Part of an agency with several centers")
    HEAD_START = "head_start", _("Head Start")
    EARLY_HEAD_START = "early_head_start", _("Early Head Start")
    SCHOOL = "school", _("Preschool in a school")
    HOME = "home", _("Family child care home")


class AgeGroup(TextChoices):
    """Ages a center cares for, as on the field's cover sheet."""

    INFANT = "infant", _("Infants")
    TODDLER = "toddler", _("Toddlers")
    PRESCHOOL = "preschool", _("Preschool and kindergarten")


class Scope(TextChoices):
    """How far a permission reaches."""

    NONE = "none", _("nothing")
    ALL = "all", _("everything in the collaborative")
    ASSIGNED = "assigned", _("the centers one coaches now")
    TEAM = "team", _("one's own team or center")
    GROUP = "group", _("one's own role group")
    OWN = "own", _("one's own")
    AGGREGATE = "aggregate", _("totals of many centers only")


class Verb(TextChoices):
    READ = "read", _("read")
    COMMENT = "comment", _("answer")
    WRITE = "write", _("write")
    SHARE = "share", _("share or decide")
    EXPORT = "export", _("take out")


class Audience(TextChoices):
    """Who can see a thing. Only the last three are ordered; new words start at the author alone."""

    SELF = "self", _("Just me")
    GROUP = "group", _("My role group")
    TEAM = "team", _("My team")
    TEAM_STAFF = "team_staff", _("My team, our coach and the project team")
    ALL = "all", _("All teams")
    FACULTY = "faculty", _("Coaches and the project team")


class ShownAs(TextChoices):
    """How a person appears to other teams; each chooses once and is asked again when a try is let go."""

    FIRST_NAME = "first_name", _("My first name")
    ROLE = "role", _("Just my role")


class Reminders(TextChoices):
    """How the one message a week reaches a person; each says so, and it holds from that moment on."""

    MAIL = "mail", _("By e-mail")
    TEXT = "text", _("As a text to my phone")
    NONE = "none", _("Not at all")


class LeavingReason(TextChoices):
    """Why a center leaves, as centers have said it; several may be true, and none need be named."""

    FIT = "fit", _("It did not fit how the center works")
    TIME = "time", _("It took too much time")
    PEOPLE = "people", _("People left, or were needed elsewhere")
    CHANGE = "change", _("Something else changed for the center")
    CLOSED = "closed", _("The center is no longer open")
    OTHER = "other", _("Another reason")


class WordsAfter(TextChoices):
    """What a center that leaves chose about what it wrote and counted here; it owns both."""

    STAY = "stay", _("It stays where the others can read it")
    TOTALS = "totals", _("Only the totals already told keep it; its words are no longer shown to others")
    TAKEN = "taken", _("The center takes it along, and nobody else sees it any more")


HIDING = (WordsAfter.TOTALS, WordsAfter.TAKEN)


class CollaborativeState(TextChoices):
    BUILDING = "building", _("Not open yet")  # only the project team and admins are inside, and nothing is sent
    PREPARING = "preparing", _("Getting ready")
    RUNNING = "running", _("Under way")
    CLOSED = "closed", _("Finished")
