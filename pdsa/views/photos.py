"""Photos: added by a team member, served through the same rights as the try, at every read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from collaborative.files.actions import NotAFile
from collaborative.files.answers import file_response
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.sent_forms import new_form_key

from .. import actions
from ..forms import PhotoForm
from ..models import Photo
from .fetching import cycle_for, me, to


@collaborative_page("try", "write", methods=("GET", "POST"))
def cycle_photo(request, cycle_id):
    """Add a photo; a photo of the paper form is a test in itself."""
    actor = request.actor
    cycle = cycle_for(actor, "write", cycle_id)
    options = {"may_go_further": actor.agreed.photos_go_further}
    form = PhotoForm(request.POST, request.FILES, **options) if request.method == "POST" else PhotoForm(**options)
    if form.is_valid():
        words = form.words()
        try:
            actions.add_photo(cycle, upload=words.pop("photo"), by=me(actor), on=actor.today, **words)
        except NotAFile as refused:
            form.add_error("photo", str(refused))
        else:
            messages.success(request, _("The photo is here. The place where it was taken is not in it any more."))
            return to(actor, "cycle_detail", cycle.pk)
    return render(request, "pdsa/cycle_photo.html", {"cycle": cycle, "form": form, "form_key": new_form_key()})


@collaborative_page("try")
def photo(request, photo_id):
    """The picture itself."""
    found = get_object_or_404(Photo.objects.visible_to(request.actor).select_related("file"), pk=photo_id)
    if not found.file.size:
        raise Http404
    return file_response(found.file)
