from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from collaborative.outbox.enums import NoticeKind


class CallReason(TextChoices):
    """Why a team could use a friendly call."""

    NUMBERS = "numbers", _("Numbers have not come in for a while")
    ASKED = "asked", _("Somebody thought of them")


class Subject(TextChoices):
    """What a person may hear of; each says how soon."""

    TALK = "talk", _("Somebody names or answers me")
    ASKED = "asked", _("What asks for me: a day to look back, numbers")
    CELEBRATIONS = "celebrations", _("What teams celebrate")
    POSTS = "posts", _("New posts I can read")
    QUESTION = "question", _("The question of the week")
    DATES = "dates", _("Dates ahead")
    SHELF = "shelf", _("New on the shelf")
    NEWSLETTER = "newsletter", _("The newsletter")


class Pace(TextChoices):
    """How soon something reaches a person."""

    NOW = "now", _("Right away")
    DAY = "day", _("Once a day, all together")
    WEEK = "week", _("Once a week, all together")
    HERE = "here", _("Only here, on the pages")


GATHERED = (Subject.TALK, Subject.ASKED, Subject.CELEBRATIONS, Subject.POSTS, Subject.QUESTION, Subject.DATES,
            Subject.SHELF)  # fmt: skip
# What everybody starts with: one message a week with everything together; an issue of the newsletter as it comes out.
STARTS_WITH = {**dict.fromkeys(GATHERED, Pace.WEEK), Subject.NEWSLETTER: Pace.NOW}
OFFERED = {
    **dict.fromkeys(GATHERED, tuple(Pace)),
    **dict.fromkeys((Subject.ASKED, Subject.DATES, Subject.SHELF), (Pace.DAY, Pace.WEEK, Pace.HERE)),
    Subject.NEWSLETTER: (Pace.NOW, Pace.HERE),
}
SUBJECT_OF = {
    NoticeKind.REPLY: Subject.TALK, NoticeKind.ANSWERS: Subject.TALK, NoticeKind.MENTION: Subject.TALK,
    NoticeKind.LOOK_BACK: Subject.ASKED, NoticeKind.NUMBERS: Subject.ASKED,
    NoticeKind.CELEBRATION: Subject.CELEBRATIONS, NoticeKind.POST: Subject.POSTS,
    NoticeKind.QUESTION: Subject.QUESTION, NoticeKind.DATE: Subject.DATES, NoticeKind.SHELF: Subject.SHELF,
}  # fmt: skip
