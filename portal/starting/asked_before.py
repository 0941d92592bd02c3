"""What an older collaborative asked of people, to be asked again: expectations, letter, assignments, the pre-work day.

Never who signed, what a team did, or who answers for it.
"""

from collaborative.onboarding.models import CommitmentLetter, Expectation, PreworkAssignment, PreworkDay
from collaborative.onboarding.rules import AskedTemplate

OF_EXPECTATION = ("role", "what", "how_much", "when", "whose_time", "cover")
OF_ASSIGNMENT = ("title", "why", "how", "where", "leads_to", "instead_of_day")


def asked_in(collaborative, sessions) -> AskedTemplate:
    """`sessions`: those of the collaborative, in order; good days are distances from the first."""
    here = {"collaborative": collaborative}
    letter = CommitmentLetter.objects.shown().filter(**here).order_by("-number", "pk").first()
    day = PreworkDay.objects.shown().filter(**here).select_related("planned").order_by("pk").first()
    expectations = Expectation.objects.shown().filter(**here).order_by("pk")
    return AskedTemplate(
        expectations=tuple({name: getattr(row, name) for name in OF_EXPECTATION} for row in expectations),
        letter={"title": letter.title, "text": letter.text} if letter else None,
        prework=_prework(here, sessions[0]),
        day=_day(day, sessions[0]) if day else None,
        phases=(),
        agreement={},
    )


def days_of(collaborative) -> set:
    """The dates that come along with what is asked, not by themselves."""
    rows = PreworkAssignment.objects.filter(collaborative=collaborative, ready_by__isnull=False)
    return set(rows.values_list("ready_by_id", flat=True))


def _prework(here, first):
    rows = PreworkAssignment.objects.shown().filter(**here).select_related("ready_by").order_by("position", "pk")
    return tuple(
        {
            "key": row.key or f"own-{number}",
            **{name: getattr(row, name) for name in OF_ASSIGNMENT},
            "offset_days": (row.ready_by.on - first.starts_on).days if row.ready_by else None,
        }
        for number, row in enumerate(rows, start=1)
    )


def _day(day, first):
    return {
        "title": day.planned.title if day.planned else "",
        "offset_days": (day.planned.on - first.starts_on).days if day.planned else 0,
        "objectives": tuple(line for line in day.objectives.splitlines() if line),
    }
