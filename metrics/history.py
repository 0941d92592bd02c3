"""What a number was before, for the team to read: told by the history the database keeps."""

from dataclasses import dataclass, replace
from datetime import datetime

from collaborative.tenancy.models import Person

from . import labels
from .aggregation import Counted, value_of
from .chart_page import remark_of
from .models import Observation


@dataclass(frozen=True, slots=True)
class Line:
    """One state of a number: what it was, who put it in, and when."""

    said: str
    remark: str
    note: str
    who: str
    at: datetime


def history_of(row: Observation, *, within_team: bool) -> list[Line]:
    """Every state of a row, the latest first. Who may read the row may read these: the row policies hold here too.

    Who put it in, and the note beside it, are words within the team, its coach and the project team.
    """
    events = Observation.pgh_event_model.objects.filter(organization_id=row.organization_id, pgh_obj_id=row.pk)
    found = [event for event in events.order_by("-pgh_id") if event.pgh_label != "delete_delete"]
    people = dict(
        Person.objects.shown()
        .filter(organization_id=row.organization_id, pk__in={event.entered_by_id for event in found})
        .values_list("pk", "first_name")
    )
    lines = [_line(row.definition, event, people) for event in found]
    return lines if within_team else [replace(line, who="", note="") for line in lines]


def _line(definition, event, people):
    counted = Counted(
        event.numerator,
        event.denominator,
        event.value,
        event.not_this_time,
        event.subgroup,
        tuple(event.rooms_covered),
        event.rooms_there,
    )
    said = labels.said(definition.kind, counted, value_of(definition.kind, counted, definition.per))
    return Line(said, remark_of(counted), event.note, people.get(event.entered_by_id, ""), event.entered_at)
