"""Issues of the newsletter, made through the actions people use."""

import datetime

from collaborative.isolation.context import entered
from pdsa import actions as tries
from portal.newsletter import actions
from portal.newsletter.models import Letter, Piece
from tests.factories.pdsa import acting_as, cycle

TODAY = datetime.date.today()


def begun(editor, **values):
    """An issue the editor has begun, with what happened in it."""
    with acting_as(editor) as actor:
        return actions.begin(
            collaborative_id=editor.collaborative_id, by=editor.person, on=TODAY, reader=actor,
            **{"title": "November", **values},
        )  # fmt: skip


def learned(member, **values):
    """A try of this member's team, shown to all and looked back at."""
    made = cycle(member, audience="all", what="Sing at the door", on=TODAY - datetime.timedelta(days=7),
                 look_back_on=TODAY, **values)  # fmt: skip
    with acting_as(member):
        tries.study(made, by=member.person, on=TODAY, compared="Twice as many stayed.", surprised="They sang along.")
        tries.act(made, decision="grow", decision_reason="All rooms.", by=member.person, on=TODAY)
    return made


def pieces(context, letter):
    """[(section, words or source)] of what stands in an issue, in order, seen in this context."""
    with entered(context):
        return [(row.section, row.text or row.source_id) for row in Piece.objects.shown().of(letter)]


def again(context, letter):
    with entered(context):
        return Letter.objects.get(pk=letter.pk)
