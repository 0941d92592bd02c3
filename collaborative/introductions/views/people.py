"""One person's page."""

from django.http import Http404

from collaborative.tenancy import listing
from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.here import assignments_here, by_role, faces, members_here

from ..lines import line_of
from ..models import Introduction, Perspective
from .showing import here, show

INTRODUCTIONS = 5  # of one person, to different people; ours


@collaborative_page("person", "read")
def person_detail(request, person_id):
    """Somebody who takes part: each role, how to call, and what the person says for this reader."""
    actor = request.actor
    rows = by_role(members_here(actor).filter(person_id=person_id))
    if not rows:
        raise Http404
    beside = [row.team.center.name for row in assignments_here(actor) if row.person_id == person_id]
    known = faces(actor, rows)
    cards = [listing.card_of(actor, row, () if row.team_id else beside, known) for row in rows]
    said = here(request, Introduction.objects).filter(author_id=person_id).for_page().order_by("-said_at", "-pk")
    views = here(request, Perspective.objects).filter(author_id=person_id).order_by("viewpoint", "pk")
    return show(
        request,
        "person_detail",
        {
            "cards": cards,
            "card": cards[0],
            "introductions": [line_of(row, row.team, actor) for row in said[:INTRODUCTIONS]],
            "views": list(views),
            "is_me": person_id == actor.person_id,
            "may_introduce": can(actor, "write", "introduction"),
            "may_say_comfort": can(actor, "write", "comfort"),
            "may_read_ledger": can(actor, "read", "ledger"),
        },
    )
