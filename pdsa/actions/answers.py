"""Teams answer teams; a coach first asks another team, then answers with one prompt or more."""

from django.db import transaction
from django.utils import timezone

from collaborative.outbox.actions import drop_notices
from collaborative.outbox.enums import NoticeKind
from collaborative.tenancy.enums import Audience
from collaborative.tenancy.models import Membership

from ..enums import AnswerKind
from ..models import AskedTeam, CycleAnswer
from ..rules.twice import JUST_NOW

PROMPTS = ("admire", "ask", "suggest", "text")


class SaySomething(Exception):
    """An answer needs words under one prompt at least."""


class NotAnotherTeam(Exception):
    """Only a try shown to all teams can be brought to another team, and only to another one of the collaborative."""


@transaction.atomic
def answer_cycle(
    cycle, *, by, on, kind=AnswerKind.ANSWER, in_reply_to=None, refers_to=None, language=None, **words
) -> CycleAnswer:
    """Say something to a try, or to an answer under it. `words`: admire, ask, suggest, text; one is enough.

    A question put to the answering person's team counts as answered from now on. The same words said again within the
    hour (one went back and sent once more) make no second answer. Raises SaySomething.
    """
    words = {prompt: words.get(prompt, "").strip() for prompt in PROMPTS}
    if not any(words.values()):
        raise SaySomething
    said = {**words, "author": by, "kind": kind, "in_reply_to": in_reply_to, "refers_to": refers_to}
    earlier = CycleAnswer.objects.filter(**said, cycle=cycle, hidden_at=None)
    if again := earlier.filter(created_at__gte=timezone.now() - JUST_NOW).order_by("pk").first():
        return again
    role, team_id = _place_of(by, cycle.collaborative_id)
    answer = CycleAnswer.objects.create(
        **_like(cycle),
        **said,
        author_role=role,
        author_team_id=team_id,
        shown_as=by.shown_as,
        language=language or by.language,
        said_on=on,
    )
    if team_id:
        AskedTeam.objects.filter(cycle=cycle, asked_id=team_id, answered_on=None).update(answered_on=on)
    if by.pk == cycle.author_id:
        drop_notices(NoticeKind.ANSWERS, cycle.pk)
    return answer


def thank(cycle, *, text, by, on, in_reply_to=None, language=None) -> CycleAnswer:
    """Say thank you, in words, for a try or for an answer. Raises SaySomething."""
    return answer_cycle(
        cycle, by=by, on=on, kind=AnswerKind.THANKS, in_reply_to=in_reply_to, language=language, text=text
    )


@transaction.atomic
def ask_team(cycle, *, team, by, on, words="") -> AskedTeam:
    """Ask another team to answer a try; asking the same team again changes nothing. Raises NotAnotherTeam."""
    other = team.pk != cycle.team_id and team.collaborative_id == cycle.collaborative_id
    if not other or cycle.audience != Audience.ALL:
        raise NotAnotherTeam
    asked = AskedTeam.objects.filter(cycle=cycle, asked=team, hidden_at=None).first()
    return asked or AskedTeam.objects.create(
        **_like(cycle), author=by, asked=team, words=words, language=by.language, said_on=on
    )


def _like(cycle):
    """The columns that make a row go as far as its try."""
    return {
        "cycle": cycle,
        "cycle_author_id": cycle.author_id,
        "collaborative_id": cycle.collaborative_id,
        "team_id": cycle.team_id,
        "group_id": cycle.group_id,
        "audience": cycle.audience,
    }


def _place_of(person, collaborative_id):
    """The role and team by which a person speaks here: a team's role before another."""
    places = Membership.objects.on(timezone.localdate()).filter(person=person, collaborative_id=collaborative_id)
    ordered = sorted(places.order_by("created_at", "pk").values_list("role", "team_id"), key=lambda place: not place[1])
    return ordered[0] if ordered else ("", None)
