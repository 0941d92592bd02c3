"""A person's own photo: shown, taken away, and the picture itself."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response

from .. import listing
from ..actions import people as actions
from ..doors import collaborative_page
from ..forms import PhotoForm
from ..here import members_here
from ..models import Portrait
from .showing import go, show


def _mine(actor):
    own = Portrait.objects.filter(person_id=actor.person_id, collaborative_id=actor.collaborative_id, hidden_at=None)
    return own.first()


@collaborative_page("profile", "write", methods=("GET", "POST"))
def portrait_edit(request):
    """Show a photo of oneself to the people of this collaborative, or another one."""
    actor = request.actor
    form = PhotoForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            actions.show_face(
                actor.person_id, form.cleaned_data["photo"], collaborative_id=actor.collaborative_id, on=actor.today
            )
        except NotAFile as error:
            form.add_error("photo", str(error))
        else:
            messages.success(request, _("Your photo is there. You can take it away whenever you like."))
            return go(request, "portrait_edit")
    return show(request, "portrait_edit", {"form": form, "portrait": _mine(actor)})


@collaborative_page("profile", "write", methods=("POST",))
def portrait_remove(request):
    """One's own photo is gone at once."""
    actions.hide_face(request.actor.person_id, collaborative_id=request.actor.collaborative_id)
    messages.success(request, _("Your photo is gone."))
    return go(request, "portrait_edit")


@collaborative_page("profile", "write")
def portrait_own(request):
    """One's own photo, whatever one's role; nothing where there is none."""
    portrait = _mine(request.actor)
    if portrait is None or not portrait.file.size:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return file_response(portrait.file)


@collaborative_page("person", "read")
def portrait(request, portrait_id):
    """The photo of somebody one knows here by name."""
    actor = request.actor
    here = Portrait.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id)
    found = get_object_or_404(here.select_related("file"), pk=portrait_id)
    known = (listing.shows_face(actor, row) for row in members_here(actor).filter(person_id=found.person_id))
    if not found.file.size or not any(known):
        raise Http404
    return file_response(found.file)
