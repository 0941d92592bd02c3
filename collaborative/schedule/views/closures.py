"""Days on which centers are closed."""

from uuid import UUID

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Center, Team
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import ALL_CENTERS, ClosureForm
from ..models import Closure
from .saving import page_url, person_of

MOST = 200  # closed days shown at once; ours


@collaborative_page("closure", "read")
def closure_list(request):
    """Closed days that are still to come, of the centers in this collaborative."""
    actor = request.actor
    rows = list(_here(request, Closure.objects.visible_to(actor)).coming(actor.today)[:MOST])
    writable = set(_here(request, Closure.objects.within(actor, "write")).values_list("pk", flat=True))
    return render(
        request,
        "schedule/closure_list.html",
        {
            "today": actor.today,
            "closures": _together(rows, writable),
            "may_write": can(actor, "write", "closure"),
            "hidden": _just_hidden(request),
            "form_key": new_form_key(),
        },
    )


@collaborative_page("closure", "write", methods=("GET", "POST"))
def closure_add(request):
    """Say on which days a center is closed."""
    centers = {str(center.pk): center for center in _centers(request.actor)}
    form = ClosureForm(request.POST or None, centers=[(key, center.name) for key, center in centers.items()])
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        actions.close_centers(
            centers.values() if words["center_id"] == ALL_CENTERS else [centers[words["center_id"]]],
            starts_on=words["starts_on"],
            ends_on=words["ends_on"],
            why=words["why"],
            by=person_of(request),
        )
        return HttpResponseRedirect(page_url(request, "closure_list"))
    return render(request, "schedule/closure_add.html", {"form": form, "form_key": new_form_key()})


@collaborative_page("closure", "write", methods=("POST",))
def closure_hide(request, closure_id):
    """Open after all; the next page offers the closed days back."""
    closure = get_object_or_404(_here(request, Closure.objects.within(request.actor, "write")), pk=closure_id)
    actions.hide_closure(closure, by=person_of(request))
    return HttpResponseRedirect(f"{page_url(request, 'closure_list')}?closure={closure.pk}")


@collaborative_page("closure", "write", methods=("POST",))
def closure_show(request, closure_id):
    """Bring closed days back."""
    closure = get_object_or_404(_here(request, Closure.objects.hidden_for(request.actor)), pk=closure_id)
    actions.show_closure(closure, by=person_of(request))
    return HttpResponseRedirect(page_url(request, "closure_list"))


def _together(rows, writable):
    """Centers that are closed on the same days for the same reason stand together, in the order of their names."""
    groups = {}
    for row in sorted(rows, key=lambda row: (row.starts_on, row.ends_on, row.why, row.center.name)):
        group = groups.setdefault((row.starts_on, row.ends_on, row.why), {"first": row, "rows": []})
        group["rows"].append({"row": row, "may_write": row.pk in writable})
    return list(groups.values())


def _here(request, rows):
    """Closed days of the centers that take part in this collaborative."""
    teams = Team.objects.shown().taking_part(on=request.actor.today)
    teams = teams.filter(collaborative_id=request.actor.collaborative_id)
    return rows.filter(center_id__in=teams.values("center_id"))


def _centers(actor):
    """The centers of this collaborative for which `actor` may say when they are closed."""
    teams = Team.objects.shown().taking_part(on=actor.today).filter(collaborative_id=actor.collaborative_id)
    here = Center.objects.shown().filter(organization_id=actor.organization_id, pk__in=teams.values("center_id"))
    return here.filter(Center.objects.all().reach_of(actor, "closure", "write")).order_by("name", "pk")


def _just_hidden(request):
    try:
        wanted = UUID(request.GET.get("closure", ""))
    except ValueError:
        return None
    return _here(request, Closure.objects.hidden_for(request.actor)).filter(pk=wanted).first()
