"""The weekly message as a text: the same, in as few words as two text pieces hold; what does not fit waits a week."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.outbox import rules
from collaborative.outbox.enums import NoticeKind
from collaborative.ui.own_words import in_own_words

from .reasons import short_why
from .words import ORDER

LONGEST_DATE = 80  # letters of a date in a text


def letter(person, dues, world, helper, collaborative, reason) -> dict:
    """The text: its parts as `outbox.gather` takes them; `said` is the sentence by each due's key."""
    opening, closing = _opening(person, helper), _closing(world, collaborative, helper)
    said, sentences = {}, {}
    for due in sorted(dues, key=lambda due: (ORDER.index(due.kind), due.due_on, due.about_id)):
        sentence = rules.as_text(SENTENCES[due.kind](due, world))
        if sentence not in sentences:
            body = rules.together([opening, *sentences, sentence, closing])
            if sentences and rules.segments(body) > rules.MOST_SEGMENTS:
                continue
            sentences[sentence] = due.key
        said[due.key] = sentence
    # Several that read alike are said once: the last one carries the words, as in a mail.
    last = {sentence: key for key, sentence in said.items()}
    spoken = {key: sentence if last[sentence] == key else "" for key, sentence in said.items()}
    return {"said": spoken, "opening": opening, "closing": closing, "subject": ""}


def _opening(person, helper):
    if helper is None:
        return rules.as_text(_("Hi %(name)s.") % {"name": person.first_name})
    return rules.as_text(_("Hi %(name)s, it is %(helper)s.") % {"name": person.first_name, "helper": helper.first_name})


def _closing(world, collaborative, helper):
    address = settings.PUBLIC_ADDRESS + reverse("home:home", args=[world.organization.slug, collaborative.slug])
    why = rules.as_text(short_why())
    if helper is None or not helper.phone:
        return f"{address} {why}"
    return rules.as_text(_("Or call me: %(phone)s.") % {"phone": helper.phone}) + f" {address} {why}"


def _numbers(due, world):
    center = world.teams[due.team_id].center.name
    return _("Counts of %(center)s: whenever you have them.") % {"center": center}


def _look_back(due, world):
    day = f"{date_format(due.day, 'D')} {date_format(due.day, 'MONTH_DAY_FORMAT')}"
    return _("%(day)s was your day to look back at something you are trying.") % {"day": day}


def _answers(due, world):
    return _("Another team answered something you are trying.")


def _mention(due, world):
    return _("Somebody named you in a conversation.")


def _reply(due, world):
    return _("Somebody answered you.")


def _new(due, world):
    return _("There is something new on “Learn together”.")


def _question(due, world):
    return _("There is a question of the week.")


def _date(due, world):
    day = f"{date_format(due.thing.on, 'D')} {date_format(due.thing.on, 'MONTH_DAY_FORMAT')}"
    return f"{day}: {in_own_words(due.thing.title)}"[:LONGEST_DATE]


SENTENCES = {
    NoticeKind.NUMBERS: _numbers,
    NoticeKind.LOOK_BACK: _look_back,
    NoticeKind.ANSWERS: _answers,
    NoticeKind.MENTION: _mention,
    NoticeKind.REPLY: _reply,
    NoticeKind.POST: _new,
    NoticeKind.CELEBRATION: _new,
    NoticeKind.SHELF: _new,
    NoticeKind.QUESTION: _question,
    NoticeKind.DATE: _date,
}
