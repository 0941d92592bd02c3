"""What waits for an answer: how long, in working days and in words, and which other team may know."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from collaborative.schedule.models import Closure
from collaborative.schedule.public_holidays import holidays_of
from collaborative.tenancy.models import Organization

from . import rules
from .sentences import asked_on, waited

MOST_NEAR = 3  # teams suggested for one question; ours


@dataclass(frozen=True)
class Entry:
    """A question nobody has answered yet. `is_ripe`: after the days in which a question should find an answer."""

    line: object
    asked: str
    waited: str
    near: tuple
    is_ripe: bool


def entries(actor, lines, near, answer_days) -> list[Entry]:
    """Lines of posts as entries, in their order. `near`: {driver id: [things.Near]}."""
    silent = _silent_days(actor, lines)
    return [_entry(actor, line, near, answer_days, silent) for line in lines]


def _entry(actor, line, near, answer_days, silent):
    post = line.words
    on = timezone.localdate(post.posted_at)
    center = post.team.center_id if post.team_id else None
    days = rules.working_days_waited(on, actor.today, silent[None] | silent[center])
    others = [one for one in near.get(post.driver_id, []) if one.team_id != post.team_id]
    return Entry(line, asked_on(on, actor.today), waited(days), tuple(others[:MOST_NEAR]), days >= answer_days)


def _silent_days(actor, lines):
    """Days that do not count: public holidays for all (under None), and by center the days it is closed."""
    first = actor.today - timedelta(days=rules.LONGEST_WAIT)
    organization = Organization.objects.get(pk=actor.organization_id)
    found = defaultdict(set, {None: set(holidays_of(organization, actor.today))})
    centers = {line.words.team.center_id for line in lines if line.words.team_id}
    closures = Closure.objects.visible_to(actor).filter(center_id__in=centers, ends_on__gte=first)
    for closure in closures:
        days = (closure.ends_on - closure.starts_on).days
        found[closure.center_id] |= {closure.starts_on + timedelta(days=ahead) for ahead in range(days + 1)}
    return found
