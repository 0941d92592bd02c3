"""Whoever leads a try decides who sees it."""

from django.contrib import messages
from django.shortcuts import render

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import AffinityGroup
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions, rules, wording
from ..forms import ShareForm
from ..models import PDSACycle
from .fetching import cycle_for, me, to

WORDS = (
    "title", "what", "whose_idea", "with_whom", "where", "prediction", "how_to_tell", "did", "saw", "compared",
    "surprised", "for_whom", "decision_reason", "next_step",
)  # fmt: skip


@collaborative_page("try", "share", methods=("GET", "POST"))
def cycle_share(request, cycle_id):
    """Show my team, or whom the teams' agreement says, unless one chooses otherwise. It says who will see it."""
    actor = request.actor
    cycle = cycle_for(actor, "share", cycle_id)
    groups = AffinityGroup.objects.visible_to(actor).filter(pk__in=actor.group_ids).select_related("coach")
    form = _form(request, cycle, list(groups.order_by("pk")))
    if form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != "no_child_named"}
        actions.share_cycle(cycle, by=me(actor), on=actor.today, **words)
        messages.success(request, wording.who_can_see(cycle, mine=True))
        return to(actor, "cycle_detail", cycle.pk)
    return render(
        request,
        "pdsa/cycle_share.html",
        {
            "cycle": cycle,
            "form": form,
            "can_see": wording.who_can_see(cycle, mine=True),
            "was_asked_before": _was_asked_before(actor, cycle),
            "form_key": new_form_key(),
        },
    )


def _form(request, cycle, groups):
    first_time = cycle.audience == Audience.SELF
    initial = {
        "audience": request.actor.agreed.first_rung if first_time else cycle.audience,
        "shown_as": cycle.shown_as,
    }
    names = dict.fromkeys(name for field in WORDS for name in rules.possible_child_names(getattr(cycle, field)))
    return ShareForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        groups=groups,
        rung_labels=wording.rung_labels(cycle.team.center.name, groups),
        names=names,
    )


def _was_asked_before(actor, cycle):
    """How one is shown is asked once: with the first try one posts."""
    own = PDSACycle.objects.visible_to(actor).filter(author_id=actor.person_id).exclude(pk=cycle.pk)
    return own.posted().exists()
