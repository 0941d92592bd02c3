"""The question of the week: planned by coaches and the project team, answered by everybody it is put to."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import AffinityGroup
from collaborative.tenancy.sent_forms import new_form_key
from collaborative.ui.own_words import in_own_words

from .. import actions
from ..enums import PostKind
from ..forms import WeeklyForm
from ..lines import lines_of
from ..rules import monday_of
from .fetching import me, place, posts_of

PER_PAGE = 20
WEEKS_AHEAD = 12  # for which questions can be planned; ours


@collaborative_page("post", "read")
def weekly_list(request):
    """This week's question, earlier ones, and for who plans them those to come."""
    actor = request.actor
    put = posts_of(actor).weekly(actor.today).for_page().with_group()
    page = Paginator(put, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    page.object_list = lines_of(rows, actor)
    plans = can(actor, "write", "weekly_question")
    to_come = lines_of(list(posts_of(actor).still_planned(actor.today).for_page().with_group()), actor) if plans else []
    context = {"page": page, "to_come": to_come, "plans": plans, "this_week": monday_of(actor.today)}
    return render(request, "discussion/weekly_list.html", context)


@collaborative_page("weekly_question", "write", methods=("GET", "POST"))
def weekly_plan(request):
    """Write the question of a week, for everybody or for one role group."""
    actor = request.actor
    choices = {"weeks": _weeks(actor.today), "audiences": _asked(actor)}
    draft = DraftOf(actor, "weekly", actor.collaborative_id)
    form = WeeklyForm(request.POST or None, initial={"language": actor.person["language"], **draft.words()}, **choices)
    if request.method == "POST" and form.is_valid():
        if _planned(request, form.cleaned_data):
            draft.drop()
            messages.success(request, _("Planned. It is put on the Monday of its week, and nobody sees it before."))
            return redirect("discussion:weekly_list", *place(request))
        form.add_error("week", _("These people have a question for that week already. Please choose another week."))
    context = {"form": form, "draft": draft, "form_key": new_form_key()}
    return render(request, "discussion/weekly_plan.html", context)


def _weeks(today):
    mondays = (monday_of(today) + timedelta(weeks=ahead) for ahead in range(WEEKS_AHEAD))
    return [
        (monday.isoformat(), _("The week of %(day)s") % {"day": date_format(monday, "MONTH_DAY_FORMAT")})
        for monday in mondays
    ]


def _asked(actor):
    """Everybody, or one role group that the writer belongs to."""
    groups = AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).order_by("name", "pk")
    return [("all", _("Everybody")), *((f"group:{group.pk}", in_own_words(group.name)) for group in groups)]


def _planned(request, typed) -> bool:
    """Whether it stands; False where that week has one already."""
    actor = request.actor
    audience, _colon, group = typed["audience"].partition(":")
    try:
        with transaction.atomic():
            actions.write_post(
                collaborative_id=actor.collaborative_id, by=me(request), role=actor.roles[0],
                audience=Audience(audience), group_id=group or None, title=typed["title"], text=typed["text"],
                kind=PostKind.WEEKLY, week=date.fromisoformat(typed["week"]),
                language=typed["language"] or actor.person["language"],
            )  # fmt: skip
    except IntegrityError:
        return False
    return True
