"""Pages a phone keeps for when there is no connection: empty forms that know nobody and hold no row."""

import datetime
import re
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.forms import formset_factory
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from collaborative.discussion.forms import PostForm, ReplyForm
from collaborative.tenancy.enums import Audience
from collaborative.ui.dates import order_of
from pdsa.forms import StartForm, TeamTryForm, WriteForTeamForm

ANY_ROW = UUID(int=7)
ANY_DAY = datetime.date(2000, 1, 4)  # nothing on an empty form depends on it: a script fills in the days
AT_ONCE = 4  # ideas on "Write it down for the team"


@dataclass(frozen=True)
class Form:
    """An empty form: the address it stands in for (of any row, where one is named) and where from there it sends."""

    name: str
    url_name: str
    sends_to: str = ""
    of_a_row: bool = False


FORMS = {
    form.name: form
    for form in (
        Form("try", "pdsa:cycle_start"),
        Form("team", "pdsa:write_for_team"),
        Form("numbers", "metrics:observation_enter"),
        Form("post", "discussion:post_write"),
        Form("reply", "discussion:post_detail", sends_to="reply/", of_a_row=True),
    )
}
# Whom one may write to is asked for when it is sent; these two are everybody's.
AUDIENCES = ((Audience.TEAM, _("My team")), (Audience.ALL, _("All teams")))


@cache
def page(language: str, name: str = "") -> str:
    """The whole page in a language; with no request, so that nothing of anybody can be in it."""
    with translation.override(language):
        return render_to_string(
            f"phone/{name or 'no_connection'}.html", {"shell": name, "is_shell": True, **_context(name)}
        )


def addresses() -> list[tuple[str, str]]:
    """[(regular expression of a path, form)]: the address each form stands in for."""
    return [(_pattern(form), form.name) for form in FORMS.values()]


def _pattern(form):
    rest = [str(ANY_ROW)] if form.of_a_row else []
    path = reverse(form.url_name, args=["organization", "collaborative", *rest])
    inside = path.removeprefix("/organization/collaborative/").replace(str(ANY_ROW), "[0-9a-f-]{36}")
    return rf"^/[a-z0-9-]+/[a-z0-9-]+/{inside}$"


def _context(name):
    if name == "try":
        return {"form": StartForm(today=ANY_DAY)}
    if name == "team":
        lines = formset_factory(TeamTryForm, extra=AT_ONCE, max_num=AT_ONCE, absolute_max=AT_ONCE)
        return {"formset": lines(prefix="try", form_kwargs={"today": ANY_DAY}), "form": WriteForTeamForm()}
    if name == "post":
        form = PostForm(audiences=AUDIENCES)
        form.fields["audience"].initial = None
        return {"form": form}
    if name == "reply":
        return {"form": ReplyForm(), "sends_to": FORMS[name].sends_to}
    if name == "numbers":
        return {"day_as": order_of("MONTH_DAY_FORMAT")}
    return {}


def files_of(html: str) -> list[str]:
    """The static files a page asks for."""
    return re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
