"""What we're trying: tries, and what others say to them."""

from uuid import UUID

from django.utils.translation import gettext_lazy

from pdsa import wording
from pdsa.models import CycleAnswer, PDSACycle
from pdsa.models.cycle import short_name

from ..enums import Group
from .base import Kind, Shown, is_of_own_team, person_of, text_of, who

WORDS = (
    "what", "with_whom", "where", "prediction", "how_to_tell", "did", "saw", "compared", "surprised", "for_whom",
    "decision_reason", "next_step", "whose_idea",
)  # fmt: skip
SAID = ("text", "admire", "ask", "suggest")


def _by(model, told, actor, own_team):
    """The author as a page of tries shows her: by first name or by role, as she chose for this one."""
    row = model(author=person_of(told), author_role=told["role"], shown_as=told["chosen"])
    row.author_id = UUID(told["author"])
    name = wording.shown_name(row, actor, own_team=own_team)
    return f"{name}, {told['center']}" if told["center"] and row.author_id != actor.person_id else name


def _show_try(told, key, here):
    name = short_name(told["title"], told["what"])
    is_whole = name == told["what"]
    text = text_of(told, *(WORDS[1:] if is_whole else WORDS))
    by = _by(PDSACycle, told, here.actor, is_of_own_team(told, here.actor))
    return Shown(name, here.url("pdsa:cycle_detail", key), text, by, told["language"])


def _show_answer(told, key, here):
    name = short_name(told["title"], told["what"])
    url = here.url("pdsa:cycle_detail", told["cycle"]) + f"#said-{key}"
    by = _by(CycleAnswer, told, here.actor, is_of_own_team(told, here.actor))
    return Shown(name, url, text_of(told, *SAID), by, told["language"])


def _here(model):
    return lambda here: model.objects.visible_to(here.actor).filter(collaborative_id=here.actor.collaborative_id)


KINDS = (
    Kind(
        "try", Group.TRIES, gettext_lazy("Try"), "try", table="pdsa_pdsacycle", is_many=True,
        rows=_here(PDSACycle), show=_show_try, at="begun_on", author="author_id", team="team_id",
        told={**who(), "chosen": "shown_as", "language": "language", "title": "title",
              **{name: name for name in WORDS}},
    ),
    Kind(
        "try_answer", Group.TRIES, gettext_lazy("Answer to a try"), "try", table="pdsa_cycleanswer", is_many=True,
        rows=_here(CycleAnswer), show=_show_answer, at="said_on", author="author_id", team="author_team_id",
        told={**who(team="author_team_id", center="author_team__center__name"), "chosen": "shown_as",
              "language": "language", "cycle": "cycle_id", "title": "cycle__title", "what": "cycle__what",
              **{name: name for name in SAID}},
    ),
)  # fmt: skip
