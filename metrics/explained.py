"""What a number is made of, and how sure we are: a chart's statistics in plain words, for who wants to open them."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.ui.own_words import in_own_words
from metrics.rules.middle import POINTS_TO_JUDGE

from .enums import Collect, Kind
from .labels import value_words


def made_of(definition) -> str:
    """What is counted, out of what, without a full stop: "Talks, out of all families"."""
    what, whole = (in_own_words(said) for said in (definition.numerator_words, definition.denominator_words))
    words = {"what": capfirst(what), "whole": _as_in_a_sentence(whole)}
    if definition.adds_up:
        return _("%(what)s, shared by: %(whole)s") % words
    if not words["whole"]:
        return words["what"]
    said = _("%(what)s, out of %(whole)s") % words
    return said if definition.per == 1 else _("%(said)s, for every %(per)s") % {"said": said, "per": definition.per}


def month_rule(definition) -> str:
    """How the weeks of a month become one number, as `aggregation.months` does it; nothing for what is monthly."""
    if definition.collect == Collect.MONTH:
        return ""
    if definition.kind == Kind.COUNT:
        return _("For a month its weeks are added up and divided by the weeks that were counted.")
    if definition.kind == Kind.AVERAGE and not definition.adds_up:
        return _("A month is the mean of its weeks; where all of them say how many stand behind, more count for more.")
    return _("For a month both numbers of all its weeks are added up first, and then divided.")


def _as_in_a_sentence(words):
    """Words with a small first letter, unless they begin with a name of several capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def how_sure(chart, kind: str) -> list[str]:
    """What was looked at and what was found, one sentence each. The last phase speaks."""
    phase = chart.last_phase
    counted = ngettext(
        "There is %(number)s point on this chart.", "There are %(number)s points on this chart.", phase.n
    ) % {"number": phase.n}
    if not phase.is_judged:
        wait = _("We look for patterns from %(number)s points on. With fewer, luck makes patterns of its own.")
        return [counted, wait % {"number": POINTS_TO_JUDGE}]
    middle = _("The middle line is %(value)s: half of the points lie above it, half below.")
    said = [counted, middle % {"value": value_words(kind, phase.center)}, _useful(phase)]
    if not phase.n_useful:  # every point lies on the line: there is no run to speak of
        return said
    return [
        *said,
        _longest(phase),
        _crossings(phase),
        _runs(phase),
        _together(phase),
        _("Five in a row going up or down happens by luck on one chart in four. So it is only ever worth a look."),
        _("None of this says why. You were there; the chart was not."),
    ]


def _useful(phase):
    on_the_line = phase.n - phase.n_useful
    if not on_the_line:
        return _("No point lies right on the line.")
    return ngettext(
        "%(number)s point lies right on the line. It counts for neither side.",
        "%(number)s points lie right on the line. They count for neither side.",
        on_the_line,
    ) % {"number": on_the_line}


def _longest(phase):
    said = ngettext(
        "The longest run on one side of the line has %(found)s point. Luck alone seldom makes more than %(limit)s.",
        "The longest run on one side of the line has %(found)s points. Luck alone seldom makes more than %(limit)s.",
        phase.longest_run,
    )
    return said % {"found": phase.longest_run, "limit": phase.longest_run_max}


def _crossings(phase):
    said = ngettext(
        "The chart crosses the line once. Luck alone seldom makes fewer than %(limit)s crossings.",
        "The chart crosses the line %(found)s times. Luck alone seldom makes fewer than %(limit)s crossings.",
        phase.crossings,
    )
    return said % {"found": phase.crossings, "limit": phase.crossings_min}


def _runs(phase):
    if phase.runs_lower is None:
        said = ngettext(
            "There is %(found)s run above or below the line.",
            "There are %(found)s runs above and below the line.",
            phase.runs,
        )
        return said % {"found": phase.runs}
    said = ngettext(
        "That makes %(found)s run. With this many points, luck makes between %(lower)s and %(upper)s of them.",
        "That makes %(found)s runs. With this many points, luck makes between %(lower)s and %(upper)s of them.",
        phase.runs,
    )
    return said % {"found": phase.runs, "lower": phase.runs_lower, "upper": phase.runs_upper}


def _together(phase):
    if phase.anhoej_signal:
        return _("Taken together (Anhøj's rules for runs and crossings), this looks like more than luck.")
    return _(
        "Taken together (Anhøj's rules for runs and crossings), luck could have made this. So could a small change."
    )
