"""What every team does before the first session."""

from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy

from collaborative.onboarding.enums import PreworkDayPlan
from collaborative.onboarding.models import PreworkAssignment, PreworkDay
from collaborative.ui.own_words import in_own_words

from ..enums import Group
from .base import Kind, Shown, side_by_side


def _asked(here):
    """What a pre-work day would do is asked only where no such day is held."""
    no_day = PreworkDay.objects.visible_to(here.actor).here(here.actor).filter(plan=PreworkDayPlan.NOT_HELD)
    rows = PreworkAssignment.objects.visible_to(here.actor).here(here.actor)
    return rows.filter(Q(instead_of_day=False) | Exists(no_day))


def _show(told, key, here):
    text = side_by_side(in_own_words(told["why"]), in_own_words(told["how"]))
    return Shown(in_own_words(told["title"]), here.url("onboarding:prework_detail", key), text)


KINDS = (
    Kind(
        "assignment", Group.ASKED, gettext_lazy("To do before we meet"), "asked", table="onboarding_preworkassignment",
        rows=_asked, show=_show, said=("title", "why", "how"), told={"title": "title", "why": "why", "how": "how"},
    ),
)  # fmt: skip
