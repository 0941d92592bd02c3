"""What can stand in an issue: only what all teams may see today, read from where it stands each time it is shown.

`reader`: whoever looks at a page, whose own rights hold besides; None for the worker, who writes the mails.
"""

from collections import defaultdict

from django.db.models import Q

from collaborative.discussion.enums import PostKind
from collaborative.discussion.models import Post, ShelfItem
from collaborative.schedule.models import PlannedDate
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import Membership, SharingPause
from pdsa.enums import Stage
from pdsa.models import PDSACycle

from .enums import Section
from .rules import DATES_AHEAD

KIND_OF = {
    Section.CELEBRATION: PostKind.CELEBRATION,
    Section.THEME: PostKind.THEMES,
    Section.QUESTION: PostKind.QUESTION,
}
MOST = 40  # things of one kind that are looked at for one issue; ours
MOST_WELCOMED = 30


def all_see(section, collaborative_id, reader=None):
    """Rows for a section that everybody in the collaborative may see now, the newest first."""
    if section in KIND_OF:
        rows = _of(Post, reader).filter(kind=KIND_OF[section], audience=Audience.ALL, week=None)
        rows = rows.filter(collaborative_id=collaborative_id).select_related("author", "team__center")
        return rows.order_by("-posted_at", "-pk")
    if section == Section.TRY:
        rows = _of(PDSACycle, reader).filter(audience=Audience.ALL, stage=Stage.CLOSED, forgotten_at=None)
        paused = SharingPause.objects.shown().filter(ended_at=None).values("team_id")
        rows = rows.filter(collaborative_id=collaborative_id).exclude(team_id__in=paused)
        return rows.select_related("author", "team__center").order_by("-decided_on", "-pk")
    rows = _of(ShelfItem, reader).filter(collaborative_id=collaborative_id, retired_on=None, merged_into=None)
    return rows.order_by("-shows_from", "-pk")


def _of(model, reader):
    return model.objects.visible_to(reader) if reader else model.objects.shown().still_told_here()


def new_since(letter, reader, today):
    """{section: rows} of what happened since the day an issue looks back to, as far as all may see it."""
    here, since = letter.collaborative_id, letter.since
    found = {section: all_see(section, here, reader) for section in (*KIND_OF, Section.TRY, Section.SHELF)}
    for section in (*KIND_OF, Section.TRY):
        found[section] = found[section].filter(Q(team=None) | Q(team__left_on=None))  # in turn: who takes part
    came = Q(posted_at__date__gte=since)
    return {
        Section.THEME: list(found[Section.THEME].filter(came)[:MOST]),
        Section.CELEBRATION: list(found[Section.CELEBRATION].filter(came)[:MOST]),
        Section.TRY: list(found[Section.TRY].filter(decided_on__gte=since)[:MOST]),
        Section.QUESTION: list(found[Section.QUESTION].filter(came).unanswered()[:MOST]),
        Section.SHELF: list(found[Section.SHELF].filter(shows_from__range=(since, today), translation_of=None)[:MOST]),
    }


def there(pieces, collaborative_id, reader=None) -> dict:
    """{(section, source id): row} of the pieces whose source all may still see, in one query a kind."""
    wanted = defaultdict(set)
    for piece in pieces:
        if piece.source_id:
            wanted[Section(piece.section)].add(piece.source_id)
    return {
        (section, row.pk): row
        for section, ids in wanted.items()
        for row in all_see(section, collaborative_id, reader).filter(pk__in=ids)
    }


def dates_ahead(collaborative_id, today, reader=None):
    """Everybody's dates of the next weeks."""
    rows = _of(PlannedDate, reader).filter(collaborative_id=collaborative_id, group=None)
    return list(rows.coming(today, DATES_AHEAD))


def newcomers(letter, until, reader=None):
    """Who has come in since the day an issue looks back to."""
    rows = Membership.objects.visible_to(reader).on(until) if reader else Membership.objects.on(until)
    rows = rows.filter(collaborative_id=letter.collaborative_id, starts_on__gte=letter.since, person__hidden_at=None)
    rows = rows.accepted().exclude(role="observer").select_related("person", "team__center")
    return list(rows.order_by("team__center__name", "person__first_name", "pk")[:MOST_WELCOMED])
