"""The only writes of openings and accesses."""

from .models import Access, Opening


def record_opening(thing: str, thing_id, *, team_id=None, coach_id=None, on) -> None:
    """Note once that a team, or a coach, opened a thing."""
    Opening.objects.bulk_create(
        [Opening(thing=thing, thing_id=thing_id, team_id=team_id, coach_id=coach_id, opened_on=on)],
        ignore_conflicts=True,
    )


def record_access(what: str, *, person_id, thing_id=None, rows=0) -> None:
    """Note that a person took rows out, or changed who may see a thing."""
    Access.objects.create(what=what, person_id=person_id, thing_id=thing_id, rows=rows)
