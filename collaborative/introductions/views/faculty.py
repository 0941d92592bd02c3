"""Which views the faculty holds, in its people's own words."""

from django.contrib import messages
from django.utils.translation import gettext as _

from collaborative.drafts.typed import DraftOf
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.enums import Role

from .. import rules
from ..actions import project as actions
from ..enums import Viewpoint
from ..forms.project import ViewsForm
from ..models import Perspective
from .showing import go, here, language, show


@collaborative_page("perspective", "read")
def perspectives(request):
    """View by view who brings it; for coaches and the project team also which are still to be found."""
    actor = request.actor
    rows = list(here(request, Perspective.objects).select_related("author").order_by("author__first_name", "pk"))
    by_view = {view: [row for row in rows if row.viewpoint == view.value] for view in Viewpoint}
    looks_for = actor.has_role(Role.IMPLEMENTATION_TEAM, Role.FACULTY_COACH)
    sought = [view.label for view in rules.still_to_be_found(row.viewpoint for row in rows)] if looks_for else []
    held = [(view.label, found) for view, found in by_view.items() if found]
    context = {"held": held, "sought": sought, "may_write": can(actor, "write", "perspective")}
    return show(request, "perspectives", context)


@collaborative_page("perspective", "write", methods=("GET", "POST"))
def perspective_edit(request):
    """What I bring, in my own words: a line for each view, most of them empty."""
    actor = request.actor
    draft = DraftOf(actor, "views", actor.collaborative_id)
    own = here(request, Perspective.objects).filter(author_id=actor.person_id)
    form = ViewsForm(request.POST or None, initial={**{row.viewpoint: row.words for row in own}, **draft.words()})
    if form.is_valid():
        place = {"collaborative_id": actor.collaborative_id, "by": actor.person_id}
        actions.bring_views(form.views(), language=language(request), **place)
        draft.drop()
        messages.success(request, _("Saved."))
        return go(request, "perspectives")
    return show(request, "perspective_edit", {"form": form, "draft": draft})
