"""What a gathered message says: sentence 8 of the field review, and more in its voice.

Nothing that people wrote about their tries or to each other stands in a mail: it says that there is something, and
where. Words for everybody in the collaborative may be quoted (see news_words.py).
"""

from itertools import groupby

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.outbox.enums import NoticeKind
from collaborative.outbox.rules import together
from collaborative.ui.lists import listed
from metrics.enums import Collect
from metrics.labels import period_name

from . import reasons
from .addresses import address
from .due import Due
from .enums import CallReason, Pace
from .news_words import PARAGRAPHS as NEWS
from .news_words import to_post, who_said

# Answers to me and what asks for me first, then what is good to know.
ORDER = (NoticeKind.REPLY, NoticeKind.ANSWERS, NoticeKind.MENTION, NoticeKind.LOOK_BACK, NoticeKind.NUMBERS,
         NoticeKind.QUESTION, NoticeKind.CELEBRATION, NoticeKind.POST, NoticeKind.DATE, NoticeKind.SHELF)  # fmt: skip


def letter(person, dues, world, helper, collaborative, reason) -> dict:
    """The mail: its parts as `outbox.gather` takes them; `said` is the paragraph by each due's key."""
    stops = reasons.stops(world.organization, person, reason)
    return {
        "said": paragraphs(dues, world, helper),
        "opening": opening(person, helper, collaborative),
        "closing": together([closing(dues, helper), reasons.why(world, collaborative, reason, stops)]),
        "subject": subject(dues, world, helper, reason.pace),
        "leave_url": stops.these,
        "erase_when_sent": not settings.DEMO and any(due.thing is not None for due in dues),  # words of people
    }


def opening(person, helper, collaborative) -> str:
    """ "Hi Rosa, it is Amal from the project team." """
    if helper is None:
        return _("Hi %(name)s, this is a note from %(collaborative)s.") % {
            "name": person.first_name,
            "collaborative": collaborative.name,
        }
    return _("Hi %(name)s, it is %(helper)s from the project team.") % {
        "name": person.first_name,
        "helper": helper.first_name,
    }


def closing(dues, helper) -> str:
    """ "Would ten minutes on the phone help? I am at 555-0175. This note went only to you." """
    alone = _("This note went only to you.")
    if helper is None or not helper.phone:
        return alone
    if any(due.kind == NoticeKind.NUMBERS for due in dues):
        said = _("Would ten minutes on the phone help? I am at %(phone)s.")
    else:
        said = _("If you would like to talk about it, I am at %(phone)s.")
    return said % {"phone": helper.phone} + " " + alone


def subject(dues, world, helper, pace=Pace.WEEK) -> str:
    """What it is about where that is one thing; else whom it is from."""
    kinds = {due.kind for due in dues}
    if kinds == {NoticeKind.NUMBERS}:
        return _("Numbers of %(center)s, whenever you have them") % {"center": world.teams[dues[0].team_id].center.name}
    if kinds == {NoticeKind.MENTION}:
        return _("Somebody named you in a conversation")
    if kinds == {NoticeKind.LOOK_BACK}:
        return _("What did you see?")
    if kinds == {NoticeKind.ANSWERS}:
        return _("Another team answered you")
    if kinds == {NoticeKind.REPLY}:
        return _("Somebody answered in a conversation of yours")
    if pace != Pace.WEEK:
        return _("Today, from %(helper)s") % {"helper": helper.first_name} if helper else _("Today")
    return _("This week, from %(helper)s") % {"helper": helper.first_name} if helper else _("This week")


def paragraphs(dues, world, helper) -> dict:
    """The paragraph for each due's key; several of one kind about one thing share the last one's."""
    said = {}
    for _about, group in groupby(sorted(dues, key=_order), key=lambda due: (due.kind, due.leads_to)):
        same = list(group)
        said |= dict.fromkeys((due.key for due in same), "")
        said[same[-1].key] = PARAGRAPHS[same[-1].kind](same, world, helper)
    return said


def _order(due):
    return ORDER.index(due.kind), due.leads_to, due.due_on


def _numbers(dues: list[Due], world, helper):
    periods, team = dues[-1].periods, world.teams[dues[-1].team_id]
    values = {"center": team.center.name, "periods": listed(_period_names(periods))}
    is_one_month = len(periods) == 1 and periods[0].collect == Collect.MONTH
    if is_one_month and helper:
        said = _("I do not have %(center)s's %(periods)s numbers yet.")
    elif helper:
        said = _("I do not have %(center)s's numbers for %(periods)s yet.")
    else:
        said = _("%(center)s's numbers for %(periods)s are still to come.")
    return " ".join([said % values, _if_it_was_hard(periods, helper), _link(world, team, "metrics:observation_enter")])


def _if_it_was_hard(periods, helper):
    is_month = any(period.collect == Collect.MONTH for period in periods)
    if helper is None:
        return _("If you could not count, say why. That is a good answer too.")
    if is_month:
        return _("If it was a hard month, just reply “not this month” and I will note it for you.")
    return _("If it was a hard week, just reply “not this week” and I will note it for you.")


def _period_names(periods):
    months = [period_name(period.collect, period.start) for period in periods if period.collect == Collect.MONTH]
    weeks = [date_format(period.start, "MONTH_DAY_FORMAT") for period in periods if period.collect == Collect.WEEK]
    if len(weeks) == 1:
        return [*months, _("the week of %(day)s") % {"day": weeks[0]}]
    return [*months, _("the weeks of %(days)s") % {"days": listed(weeks)}] if weeks else months


def _look_back(dues, world, helper):
    day = f"{date_format(dues[-1].day, 'D')} {date_format(dues[-1].day, 'MONTH_DAY_FORMAT')}"
    said = _(
        "%(day)s was the day you chose to look back at something you are trying. What did you see and hear?"
        " Two lines are plenty, and if it did not work, that counts too."
    )
    return (
        said % {"day": day} + " " + _link(world, world.teams[dues[-1].team_id], "pdsa:cycle_detail", dues[-1].about_id)
    )


def _answers(dues, world, helper):
    names = dict.fromkeys(name for due in dues for name in due.names)
    said = _("%(centers)s answered something you are trying.") % {"centers": listed(names)}
    return said + " " + _link(world, world.teams[dues[-1].team_id], "pdsa:cycle_detail", dues[-1].about_id)


def _mention(dues, world, helper):
    said = _("%(people)s named you in a conversation on “Learn together”.") % {"people": who_said(dues)}
    return said + " " + to_post(dues[-1], world)


def _link(world, team, name, *rest):
    return address(world, team.collaborative, name, *rest)


PARAGRAPHS = {NoticeKind.NUMBERS: _numbers, NoticeKind.LOOK_BACK: _look_back, NoticeKind.ANSWERS: _answers,
              NoticeKind.MENTION: _mention, **NEWS}  # fmt: skip


def why_words(call) -> str:
    """Why a call would be nice, for the project team."""
    if call.reason == CallReason.NUMBERS and not call.why:
        return _("Two weeks or more went by without numbers. Perhaps it is a hard time, perhaps a new person.")
    return call.why


def offer_words(call) -> str:
    """What to offer."""
    if call.reason == CallReason.NUMBERS and not call.offer:
        return _("Ask how things are first. Offer to put the numbers in together, or to note “not this time”.")
    return call.offer
