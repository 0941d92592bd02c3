"""The agreement the teams make together at a session, with the day they look at it again among the dates."""

from django.db import transaction

from collaborative.schedule.actions import plan_line
from collaborative.schedule.enums import DateKind
from collaborative.tenancy.actions.sharing import agree_on_sharing


@transaction.atomic
def make_agreement(collaborative, *, title, by, on, **words):
    """Write down what was agreed; `title`: what the day to look again is called. It holds from now on."""
    agreement = agree_on_sharing(collaborative, by=by.pk if by else None, on=on, **words)
    plan_line(collaborative=collaborative, kind=DateKind.DUE, title=title, on=agreement.look_again_on, by=by)
    return agreement
