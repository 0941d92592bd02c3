"""Whether numbers fit what is counted, and what to ask where they do not: each question says what to do next."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import labels
from .enums import Kind

FEWER = "fewer"  # too few stand behind a number


def question_about(definition, numbers) -> tuple[str, ValidationError] | None:
    """The field to look at once more and what to ask about it; None where the numbers fit.

    `numbers`: those a form asks for (numerator, denominator, value), None where one was left empty.
    """
    if definition.kind == Kind.COUNT:
        return None
    if "value" in numbers:
        return _of_worked_out(definition, **numbers)
    return _of_two(definition, **numbers)


def is_on_scale(definition, value) -> bool:
    """Whether an average can be this one."""
    return definition.lowest is None or definition.lowest <= value <= definition.highest


def scale(definition) -> dict:
    """The lowest and the highest one can give, as people write them."""
    ends = {"lowest": definition.lowest, "highest": definition.highest}
    return {name: labels.value_words(Kind.AVERAGE, end) for name, end in ends.items()}


def _of_two(definition, numerator, denominator):
    is_average = definition.kind == Kind.AVERAGE
    if numerator is None:
        return "numerator", _ask(_("And what do they add up to?") if is_average else _("And how many of them?"))
    if denominator is None:
        return "denominator", _ask(_("And how many are they?") if is_average else _("And out of how many?"))
    if denominator == 0:
        nobody = _("With 0 there is nothing to share by. If there were none, tell us why below instead.")
        return "denominator", _ask(
            nobody if is_average else _("Out of 0 we cannot tell. If nobody was there, tell us why below instead.")
        )
    if definition.kind == Kind.PERCENTAGE and numerator > denominator:
        said = _("%(part)s is more than %(whole)s, and it is a part of it. Which of the two is a slip?")
        return "numerator", _ask(said % {"part": numerator, "whole": denominator})
    if is_average and not is_on_scale(definition, numerator / denominator):
        return "numerator", _ask(_off_the_scale(definition, numerator, denominator))
    return _of_few(definition, denominator)


def _off_the_scale(definition, numerator, denominator):
    """35 for 5 makes 7 each; 3 for 10, where somebody divided already, 0.3."""
    words = {
        "sum": numerator,
        "number": denominator,
        "each": labels.value_words(Kind.AVERAGE, numerator / denominator),
        **scale(definition),
    }
    said = _(
        "%(sum)s shared by %(number)s makes %(each)s each, and each one goes from %(lowest)s to %(highest)s."
        " Which of the two numbers needs another look?"
    )
    if is_on_scale(definition, numerator):
        said += " " + _("Here we need all of them added up, not yet divided.")
    return said % words


def _of_worked_out(definition, value, denominator):
    if value is None:
        return "value", _ask(_("And what was the average?"))
    if not is_on_scale(definition, value):
        said = _(
            "This goes from %(lowest)s to %(highest)s. Is %(value)s all of them added up? Then please divide first."
        )
        return "value", _ask(said % {"value": labels.value_words(Kind.AVERAGE, value), **scale(definition)})
    return _of_few(definition, denominator)


def is_few(definition, denominator) -> bool:
    """Whether fewer stand behind a number than were agreed on."""
    return bool(definition.fewest) and denominator is not None and denominator < definition.fewest


def _of_few(definition, denominator):
    if not is_few(definition, denominator):
        return None
    said = _(
        "With fewer than %(fewest)s it could show who said what. Please keep them for next time, and say so below under"
        " “Not this time”."
    )
    return "denominator", _ask(said % {"fewest": definition.fewest}, FEWER)


def few_words(definition) -> str:
    """What was agreed about few answers, in one sentence; nothing where nothing was."""
    if not definition.fewest:
        return ""
    said = _("If there are fewer than %(fewest)s, keep them for next time and say so under “Not this time”.")
    return said % {"fewest": definition.fewest}


def agreed(definition) -> str:
    """What was agreed about putting a number in: from where to where it goes, and what to do with few answers."""
    return " ".join(filter(None, [scale_words(definition), few_words(definition)]))


def scale_words(definition) -> str:
    """From where to where each answer goes; nothing where there is no scale."""
    return "" if definition.lowest is None else _("Each goes from %(lowest)s to %(highest)s.") % scale(definition)


def _ask(words, code=""):
    return ValidationError(words, code=code or "question")
