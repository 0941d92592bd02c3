"""One showing of a page, the way on, and what to do when somebody else saved first."""

from django.shortcuts import redirect, render
from django.utils import timezone

from collaborative.tenancy.sent_forms import new_form_key


def show(request, template, context, status=200):
    """A page; `form_key` is another one at each of its forms, so that two of them are never taken for a double tap."""
    return render(request, f"introductions/{template}.html", {"form_key": new_form_key, **context}, status=status)


def go(request, name, *args):
    """To another page of this room."""
    return redirect(f"introductions:{name}", request.actor.organization_slug, request.actor.collaborative_slug, *args)


def here(request, queryset):
    """Those of the rows the reader may see that belong to this collaborative."""
    return queryset.visible_to(request.actor).filter(collaborative_id=request.actor.collaborative_id)


def language(request) -> str:
    return request.actor.person["language"]


def theirs(form, changed, names):
    """The form takes the newer version; [(label, what the other person saved)] to stand beside one's own words."""
    current = changed.current
    data = form.data.copy()
    data["version"] = current.version
    form.data = data
    return [(form.fields[name].label, _said(current, name)) for name in names]


def _said(row, name):
    shown = getattr(row, f"get_{name}_display", None)
    return (shown() if shown else getattr(row, name)) or "-"


def taken_away(request, model, pk):
    """What the reader took off a page within 30 days, as a query of one row at most."""
    return model.objects.taken_away_by(request.actor, timezone.now()).filter(pk=pk)
