"""What a reader asks for, read from the address: unknown values count for nothing."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.http import urlencode

from . import rules
from .enums import Group, Period, Whose
from .finding import Asked

MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Question:
    """The words, and what narrows them."""

    words: str
    group: str
    period: str
    whose: str
    typed: rules.Typed
    has_team: bool
    today: object

    @classmethod
    def of(cls, get, actor):
        words = " ".join(get.get("words", "").split())[: rules.LONGEST]
        has_team = bool(actor.own_team_ids)
        whose = _one_of(Whose, get.get("whose", ""))
        return cls(
            words=words,
            group=_one_of(Group, get.get("kind", "")),
            period=_one_of(Period, get.get("when", "")),
            whose=whose if has_team or whose != Whose.OURS else "",
            typed=rules.typed(words),
            has_team=has_team,
            today=actor.today,
        )

    @property
    def asked(self) -> Asked:
        since = {Period.MONTH: self.today - MONTH, Period.YEAR: self.today.replace(month=1, day=1)}
        return Asked(self.group, since.get(self.period), self.whose == Whose.MINE, self.whose == Whose.OURS)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.group or self.period or self.whose)

    @property
    def is_by_time_or_whose(self) -> bool:
        return bool(self.period or self.whose)

    @property
    def wider(self) -> str:
        """The same words, and nothing that narrows them."""
        return self.address(kind="", when="", whose="")

    @property
    def periods(self):
        return Period.choices

    @property
    def whoses(self):
        return [choice for choice in Whose.choices if self.has_team or choice[0] != Whose.OURS]

    def address(self, **changes) -> str:
        """The address of the same question with something changed."""
        now = {"words": self.words, "kind": self.group, "when": self.period, "whose": self.whose, **changes}
        return "?" + urlencode({name: str(value) for name, value in now.items() if value})


def _one_of(choices, value):
    return value if value in choices.values else ""
