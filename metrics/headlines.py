"""The sentence above a chart in words people use, in the language of the moment: how it is lately, then what was."""

from dataclasses import dataclass

from django.utils.formats import get_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from metrics.aggregation import AVERAGE, COUNT, PERCENTAGE, RATE
from metrics.drawing import Words
from metrics.rules.headline import Care, Kind
from metrics.rules.run_chart import Direction, Rule, Weight


@dataclass(frozen=True, slots=True)
class What:
    """What the numbers of a chart are: their kind and, for a count, what is counted, in the plural ("hard moments")."""

    kind: str = COUNT
    unit: str = ""


def sentence(headline, periods, what=None):
    """The sentence of a Headline, which says how it is lately, or of a Care.

    `periods`: the name of each row as people say it ("May", "12 Oct"). `what`: a What.
    """
    if isinstance(headline, Care):
        return _care(headline, periods)
    if headline.kind == Kind.EARLY:
        return _early(headline)
    if headline.kind == Kind.NO_CHANGE:
        return _no_change(headline)
    if headline.newest:
        return _newest(headline)
    if headline.kind == Kind.LOOK:
        return _look(headline)
    if headline.kind == Kind.OTHER_WAY:
        return _other_way(headline, periods, what or What())
    return _hoped_for(headline, periods)


def earlier(headline, periods, what=None):
    """What moved before that, in one more sentence; nothing where nothing did."""
    if isinstance(headline, Care) or not (headline.newest or headline.before):
        return ""
    stretch = headline.stretch if headline.newest else headline.before
    where = _("Earlier, from {first} to {last}: {where}.").format(
        where=_where(stretch, headline.is_frozen), **_ends(stretch, periods)
    )
    return f"{where} {_about_what_is_over(stretch, headline, what or What())}" if headline.newest else where


def sentences(headline, care, periods, what=None):
    """How it is lately, what moved earlier, and which point is to be read with care, as far as they apply."""
    told = [sentence(headline, periods, what), earlier(headline, periods, what)]
    return [said for said in (*told, care and sentence(care, periods)) if said]


def number_word(number):
    """A number as people write it: words up to ten, digits beyond."""
    words = [_("zero"), _("one"), _("two"), _("three"), _("four"), _("five")]
    words += [_("six"), _("seven"), _("eight"), _("nine"), _("ten")]
    return words[number] if number < len(words) else str(number)


def chart_words(kind=COUNT):
    """The words inside a drawing of numbers of this kind, in the language of the moment."""
    return Words(
        counted_reading=_("{period}: {counted} = {value}") if kind == AVERAGE else _("{period}: {counted}, {value}"),
        reading=_("{period}: {value}"),
        middle=_("Middle line {value}"),
        middle_early=_("Middle so far {value}"),
        middle_before=_("Earlier middle line {value}"),
        usual=_("Usual level {value}"),
        above=_("{count} above"),
        below=_("{count} below"),
        up=_("{count} going up"),
        down=_("{count} going down"),
        in_above=_("one of {count} in a row above the middle line"),
        in_below=_("one of {count} in a row below the middle line"),
        in_up=_("one of {count} in a row going up"),
        in_down=_("one of {count} in a row going down"),
        note=_("Note {number}, {period}: {label}"),
        points=_("Points on this chart: {count}."),
        decimal_mark=get_format("DECIMAL_SEPARATOR"),
    )


def _early(headline):
    if headline.count == 0 and not headline.is_frozen:
        return _("No points yet. The first one starts the story.")
    if headline.is_frozen:
        early = ngettext(
            "Early days: the usual level rests on {count} point so far. What story do these dots tell?",
            "Early days: the usual level rests on {count} points so far. What story do these dots tell?",
            headline.count,
        )
    elif headline.is_new_line:
        early = ngettext(
            "Early days for the new middle line: {count} point so far. What story do these dots tell?",
            "Early days for the new middle line: {count} points so far. What story do these dots tell?",
            headline.count,
        )
    else:
        early = ngettext(
            "Early days: {count} point so far. What story does this dot tell?",
            "Early days: {count} points so far. What story do these dots tell?",
            headline.count,
        )
    return early.format(count=headline.count)


def _no_change(headline):
    if headline.is_mostly_on_the_line:
        return _("More than half of the dots lie on the middle line, so it says little here. What story do they tell?")
    if headline.is_frozen:
        return _(
            "Up and down around your usual level, as most numbers do. No clear change yet, and that is worth knowing."
        )
    return _("Up and down around the middle, as most numbers do. No clear change yet, and that is worth knowing.")


def _newest(headline):
    """How it is since the last stretch was over."""
    is_above, number = headline.newest.direction == Direction.ABOVE, headline.newest.count
    line = _("your usual level") if headline.is_frozen else _("the middle line")
    if not number:
        return _("The newest dots lie right on {line}.").format(line=line)
    if headline.newest.direction is None:
        return _("Lately up and down around {line}.").format(line=line)
    if is_above:
        saying = ngettext("The newest dot lies above {line}.", "The newest {count} dots lie above {line}.", number)
    else:
        saying = ngettext("The newest dot lies below {line}.", "The newest {count} dots lie below {line}.", number)
    return saying.format(line=line, count=number_word(number))


def _look(headline):
    where = capfirst(_where(headline.stretch, headline.is_frozen))
    if headline.stretch.rule == Rule.TREND:
        return _("{where}. That often happens by luck. Worth watching.").format(where=where)
    return _("{where}. On a chart this long that often happens by luck. Worth watching.").format(where=where)


def _hoped_for(headline, periods):
    where = capfirst(_where(headline.stretch, headline.is_frozen))
    saying = _("{where}. Luck alone seldom does that. What was different from {first} on?")
    return saying.format(where=where, **_ends(headline.stretch, periods))


def _other_way(headline, periods, what):
    """A shift away from what people hope for, worded by what the numbers are and which way it goes."""
    is_above = headline.stretch.direction == Direction.ABOVE
    if what.kind == COUNT:
        saying = _of_counts(is_above, what.unit)
    else:
        higher = {PERCENTAGE: _("a higher percent"), RATE: _("a higher rate"), AVERAGE: _("a higher average")}
        lower = {PERCENTAGE: _("a lower percent"), RATE: _("a lower rate"), AVERAGE: _("a lower average")}
        level = (higher if is_above else lower)[what.kind]
        saying = _("{where}: {level}. Luck alone seldom does that. What was different from {first} on, and for whom?")
        saying = saying.replace("{level}", level)
    where = capfirst(_where(headline.stretch, headline.is_frozen))
    return saying.format(where=where, counted=what.unit, **_ends(headline.stretch, periods))


def _of_counts(is_above, unit):
    if unit and is_above:
        return _("{where}: more {counted} counted. Is more happening, or do we see more?")
    if unit:
        return _("{where}: fewer {counted} counted. Is less happening, or do we see less?")
    if is_above:
        return _("{where}. Luck alone seldom does that. Is more happening, or do we see more?")
    return _("{where}. Luck alone seldom does that. Is less happening, or do we see less?")


def _about_what_is_over(stretch, headline, what):
    """What to think of a stretch that is over."""
    if stretch.weight == Weight.LOOK and stretch.rule == Rule.TREND:
        return _("That often happens by luck.")
    if stretch.weight == Weight.LOOK:
        return _("On a chart this long that often happens by luck.")
    if headline.kind == Kind.OTHER_WAY and what.kind == COUNT:
        if stretch.direction == Direction.ABOVE:
            return _("Luck alone seldom does that. Was more happening, or did we see more?")
        return _("Luck alone seldom does that. Was less happening, or did we see less?")
    return _("Luck alone seldom does that. What was different then?")


def _where(stretch, is_frozen):
    """What the dots do, without a full stop: "seven in a row above the middle line"."""
    said = {
        (Direction.ABOVE, False): _("{count} in a row above the middle line"),
        (Direction.BELOW, False): _("{count} in a row below the middle line"),
        (Direction.ABOVE, True): _("{count} in a row above your usual level"),
        (Direction.BELOW, True): _("{count} in a row below your usual level"),
        (Direction.UP, False): _("{count} in a row going up"),
        (Direction.UP, True): _("{count} in a row going up"),
        (Direction.DOWN, False): _("{count} in a row going down"),
        (Direction.DOWN, True): _("{count} in a row going down"),
    }
    return said[stretch.direction, is_frozen].format(count=number_word(stretch.count))


def _ends(stretch, periods):
    """The names of a stretch's first and last period."""
    return {"first": periods[stretch.start], "last": periods[stretch.end]}


def _care(care, periods):
    values = {"counted": care.counted, "expected": care.expected, "period": periods[care.row]}
    if care.expected is None:
        return ngettext(
            "Only {counted} was counted in {period}, so read that dot with care.",
            "Only {counted} were counted in {period}, so read that dot with care.",
            care.counted,
        ).format(**values)
    return ngettext(
        "Only {counted} of {expected} room counted in {period}, so read that dot with care.",
        "Only {counted} of {expected} rooms counted in {period}, so read that dot with care.",
        care.expected,
    ).format(**values)
