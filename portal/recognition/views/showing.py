"""One showing of a page of this room, and the way on."""

from django.shortcuts import redirect, render

from collaborative.tenancy.sent_forms import new_form_key


def show(request, template, context, status=200):
    return render(request, f"recognition/{template}.html", {"form_key": new_form_key, **context}, status=status)


def go(request, name):
    return redirect(f"recognition:{name}", request.actor.organization_slug, request.actor.collaborative_slug)


def theirs(form, changed, names):
    """The form takes the newer version; [(label, what the other person saved)] to stand beside one's own words."""
    data = form.data.copy()
    data["version"] = changed.current.version
    form.data = data
    return [(form.fields[name].label, getattr(changed.current, name) or "-") for name in names]
