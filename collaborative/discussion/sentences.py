"""Sentences about posts: who can see one, how long one has waited, which language it is in."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.ui import dates
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words

WEEK = 7


def who_can_see(post) -> str:
    """One sentence: who can see this post. Read it with its group and circle."""
    if post.audience == "group":
        return of_circle(post.circle) if post.circle_id else of_group(post.group)
    return {
        "all": _("Everyone in this collaborative can see this."),
        "team": _("Only your own team can see this."),
        "faculty": _("Only coaches and the project team can see this."),
    }[post.audience]


def of_group(group) -> str:
    """The role group, its coach and its co-lead by their names, and nobody else."""
    people = [person.first_name for person in (group.coach, group.co_lead) if person]
    names = {"group": in_own_words(group.name), "people": listed(people)}
    if not people:
        return _("Only the role group %(group)s can see this.") % names
    return _("Only the role group %(group)s, with %(people)s, can see this.") % names


def of_circle(circle) -> str:
    return _("Only the people in the group %(group)s can see this. The project team cannot, unless it was invited.") % {
        "group": circle.name
    }


def asked_on(day, today) -> str:
    """ "Asked on Tuesday", and further back with its date."""
    if day == today:
        return _("Asked today")
    if (today - day).days < WEEK:
        return _("Asked on %(weekday)s") % {"weekday": date_format(day, "l")}
    return _("Asked on %(day)s") % {"day": dates.day_words(day, today)}


def waited(days: int) -> str:
    """ "3 working days ago" """
    if not days:
        return ""
    return ngettext("%(days)s working day ago", "%(days)s working days ago", days) % {"days": days}
