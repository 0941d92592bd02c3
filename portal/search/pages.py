"""The page of an answer: what was found, how it may be narrowed, and what else one could try."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from . import finding, rules
from .asking import Question
from .enums import Group
from .kinds import KINDS, Here, day_of
from .marking import marked

FEW = 5  # with fewer found, words that were perhaps meant are looked for; ours
MOST_ALONE = 4  # words offered one by one; ours
FURTHEST = 10_000  # pages; ours
EXAMPLES = (_("song"), _("pick-up"), _("learning session"))


@dataclass(frozen=True)
class Hit:
    """One thing that was found; `title` and `snippet` are safe, with what was looked for marked."""

    kind: str
    title: str
    snippet: str
    url: str
    by: str
    language: str
    day: object


@dataclass(frozen=True)
class Choice:
    """A way to narrow what was found."""

    label: str
    address: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class Answer:
    """`instead`: the words that were looked for in place of those typed, as nothing answered those."""

    page: Page
    total: int
    choices: tuple[Choice, ...] = ()
    instead: str = ""
    meant: str = ""
    meant_address: str = ""
    alone: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Looked:
    """One look through everything: the query, what was found, and on which page."""

    query: str
    counts: dict
    places: tuple
    number: int
    total: int


def answer_to(question: Question, actor, number, per_page) -> Answer:
    """What answers a question; where little does, also the words that were perhaps meant."""
    here = Here(actor)
    looked, meant, instead = _look(here, question, question.typed, number, per_page), "", ""
    if sum(looked.counts.values()) < FEW:
        meant = _meant(here, question)
    if meant:
        other = _look(here, question, rules.typed(meant), number, per_page)
        if not looked.counts and other.counts:
            looked, instead = other, meant
        elif sum(other.counts.values()) <= sum(looked.counts.values()):
            meant = ""  # it would lead to less
    page = Paginator(range(looked.total), per_page).get_page(looked.number)
    page.object_list = _hits(here, looked)
    return Answer(
        page=page,
        total=looked.total,
        choices=tuple(_choices(question, looked, instead)),
        instead=instead,
        meant="" if instead else meant,
        meant_address=question.address(words=meant) if meant else "",
        alone=tuple(_alone(question)) if not looked.counts else (),
    )


def _look(here, question, typed, number, per_page) -> Looked:
    """Look once; where the page is behind the last one, the last one."""
    sought = finding.sought(here, typed)
    number = min(int(number), FURTHEST) if str(number or "").isdecimal() and int(number) else 1
    found = finding.find(here, sought, question.asked, at=(number - 1) * per_page, most=per_page)
    total = sum(count for kind, count in found.counts.items() if question.group in ("", KINDS[kind].group))
    if total and not found.page:
        number = -(-total // per_page)
        found = finding.find(here, sought, question.asked, at=(number - 1) * per_page, most=per_page)
    return Looked(sought.query, found.counts, found.page, number, total)


def _meant(here, question):
    """The same question with words that stand somewhere in place of those that stand nowhere; "" for none."""
    other = finding.meant_by(here, question.typed.words)
    return rules.corrected(question.words, other) if other else ""


def _hits(here, looked):
    rows = finding.details_of(here, looked.places)
    shown = [kind.show(told, key, here) for kind, key, told in rows]
    drawn = marked([(one.title, one.text) for one in shown], looked.query)
    return [
        Hit(str(kind.label), title, snippet, one.url, one.by, one.language, day_of(told))
        for (kind, _key, told), one, (title, snippet) in zip(rows, shown, drawn, strict=True)
    ]


def _choices(question, looked, instead):
    """Everything, and each kind of which there is something, or which is chosen."""
    counts = dict.fromkeys(Group, 0)
    for kind, count in looked.counts.items():
        counts[KINDS[kind].group] += count
    words = {"words": instead} if instead else {}
    yield Choice(_("Everything"), question.address(kind="", **words), sum(counts.values()), not question.group)
    for group, count in counts.items():
        if count or group == question.group:
            address = question.address(kind=group, **words)
            yield Choice(group.label, address, count, group == question.group)


def _alone(question):
    """Each word by itself, where several together found nothing."""
    words = question.typed.words[:MOST_ALONE]
    if len(words) > 1:
        for word in words:
            yield Choice(word, question.address(words=word), 0, is_chosen=False)
