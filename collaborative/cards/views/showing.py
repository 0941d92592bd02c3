"""One showing of a page of this room, and the way to another one."""

from django.shortcuts import redirect, render

from collaborative.tenancy.sent_forms import new_form_key


def show(request, template, context):
    actor = request.actor
    shared = {"form_key": new_form_key(), "org": actor.organization_slug, "collab": actor.collaborative_slug}
    return render(request, f"cards/{template}.html", {**shared, **context})


def go(request, name, *args):
    actor = request.actor
    return redirect(f"cards:{name}", actor.organization_slug, actor.collaborative_slug, *args)
