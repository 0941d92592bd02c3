"""What somebody who leaves has in hand, for the people who stay to take over. Their words stay where they are, and what
they kept to themselves stays theirs: only what the reader may see anyway stands here."""

from collaborative.schedule.models import PlannedDate
from pdsa import pages
from pdsa.models import PDSACycle, TeamNeed

YEAR = 365
MOST = 50


def in_hand(actor, membership) -> dict:
    """Tries that run, needs that are open, dates to come and numbers, of the person of this membership."""
    person, team = membership.person_id, membership.team_id
    cycles = PDSACycle.objects.visible_to(actor).filter(author_id=person, team_id=team).running().for_lines()
    needs = TeamNeed.objects.visible_to(actor).filter(author_id=person, team_id=team).open().for_page()
    dates = PlannedDate.objects.visible_to(actor).filter(collaborative_id=actor.collaborative_id, has_in_hand_id=person)
    return {
        "tries": [pages.line(cycle, actor) for cycle in cycles.order_by("look_back_on", "pk")[:MOST]],
        "needs": list(needs[:MOST]),
        "dates": list(dates.coming(actor.today, YEAR)[:MOST]),
        "counts": membership.is_data_point_person,
    }
