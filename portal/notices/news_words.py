"""How news is told in a mail: who, what, where. Words for everybody in the collaborative are quoted as they were
written; of a group's or a team's words it says only that there are some, and where. What members call a group of
their own stays in it."""

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from collaborative.discussion.enums import PostKind
from collaborative.outbox.enums import NoticeKind
from collaborative.tenancy.enums import Audience
from collaborative.ui.lists import listed
from collaborative.ui.own_words import in_own_words
from collaborative.ui.rich_text import as_plain

from .addresses import address
from .sayers import sayer_of

QUOTED = 140  # characters of somebody's words; ours


def who_said(dues) -> str:
    """The people who said something, each once."""
    sayers = dict.fromkeys(sayer for due in dues for sayer in due.sayers)
    return listed(dict.fromkeys(sayer.name() for sayer in sayers))


def to_post(due, world) -> str:
    return address(world, world.collaborative(due.collaborative_id), "discussion:post_detail", due.leads_to)


def _reply(dues, world, helper):
    said = _("%(people)s answered in a conversation of yours on “Learn together”.") % {"people": who_said(dues)}
    return said + " " + to_post(dues[-1], world)


def _post(dues, world, helper):
    post = dues[-1].thing
    values = {"name": sayer_of(post).name(), "words": _quoted(post)}
    if post.audience == Audience.ALL:
        said = {
            PostKind.QUESTION: _("%(name)s asks: “%(words)s”"),
            PostKind.THEMES: _("What we heard on a call, from %(name)s: “%(words)s”"),
        }.get(post.kind, _("%(name)s: “%(words)s”"))
    elif post.audience == Audience.GROUP:
        values["group"] = in_own_words(post.group.name) if post.group_id else ""
        said = _("New in %(group)s, from %(name)s.") if post.group_id else _("New in a group of yours, from %(name)s.")
    elif post.audience == Audience.TEAM:
        said = _("New on your own team's page, from %(name)s.")
    else:
        said = _("New among coaches and the project team, from %(name)s.")
    return said % values + " " + to_post(dues[-1], world)


def _celebration(dues, world, helper):
    post = dues[-1].thing
    values = {"name": sayer_of(post).name(), "words": _quoted(post)}
    is_quoted = post.audience == Audience.ALL
    said = _("%(name)s has something to celebrate: “%(words)s”") if is_quoted else _(
        "%(name)s has something to celebrate with you."
    )  # fmt: skip
    return said % values + " " + to_post(dues[-1], world)


def _question(dues, world, helper):
    post = dues[-1].thing
    if post.audience == Audience.ALL:
        said = _("The question of the week: “%(words)s”") % {"words": _quoted(post)}
    else:
        said = _("There is a question of the week in %(group)s.") % {"group": in_own_words(post.group.name)}
    return said + " " + to_post(dues[-1], world)


def _quoted(post):
    """A post's title, else its first words, as they were written."""
    return as_plain(post.title or post.text, QUOTED)


def _date(dues, world, helper):
    date = dues[-1].thing
    values = {
        "day": f"{date_format(date.on, 'D')} {date_format(date.on, 'MONTH_DAY_FORMAT')}",
        "time": time_format(date.at) if date.at else "",
        "title": in_own_words(date.title),
    }
    said = _("%(day)s, %(time)s: %(title)s.") if date.at else _("%(day)s: %(title)s.")
    return (
        capfirst(said % values) + " " + address(world, world.collaborative(date.collaborative_id), "schedule:schedule")
    )


def _shelf(dues, world, helper):
    item = dues[-1].thing
    said = _("New on the shelf: “%(title)s”.") % {"title": item.title}
    return said + " " + address(world, world.collaborative(item.collaborative_id), "discussion:shelf")


PARAGRAPHS = {
    NoticeKind.REPLY: _reply,
    NoticeKind.POST: _post,
    NoticeKind.CELEBRATION: _celebration,
    NoticeKind.QUESTION: _question,
    NoticeKind.DATE: _date,
    NoticeKind.SHELF: _shelf,
}
