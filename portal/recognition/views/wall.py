"""The wall of thanks and celebrations: words alone."""

from django.utils.dateparse import parse_date

from collaborative.tenancy.actors import can
from collaborative.tenancy.doors import collaborative_page

from ..gathering import wall_of
from .showing import show


@collaborative_page("post", "read")
def thanks(request):
    """What people thanked each other for and are glad of, as far as the reader may read it."""
    actor = request.actor
    before = _day(request.GET.get("before", ""))
    wall = wall_of(actor, before)
    context = {
        "wall": wall,
        "is_later_page": before is not None,
        "may_write": can(actor, "write", "post"),
        "may_read_credit": can(actor, "read", "recognition"),
    }
    return show(request, "thanks", context)


def _day(text):
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and found.year > 1999 else None
