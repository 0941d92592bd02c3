"""How a collaborative recognizes people, as pages and papers read it."""

from .enums import PART_TAKERS
from .models import Recognition


def recognition_of(actor) -> Recognition | None:
    return Recognition.objects.here(actor).first()


def titles_of(own) -> list[tuple]:
    """[(role, title)] of those roles that have a title here, in the order of the roles."""
    titles = own.titles if own else {}
    return [(role, titles[role]) for role in PART_TAKERS if titles.get(role)]


def title_of(own, role) -> str:
    return (own.titles if own else {}).get(role, "")
