"""The sentence above a chart in words people use, in the language of the moment."""

from django.utils.formats import get_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from metrics.drawing import Words
from metrics.rules.headline import Care, Kind
from metrics.rules.run_chart import Direction


def sentence(headline, periods, counted=None):
    """The sentence of a Headline or a Care.

    `periods`: the name of each row as people say it ("May", "12 Oct"). `counted`: what is counted, in the plural
    and in the reader's language ("hard moments"), for shifts away from what people hope for.
    """
    if isinstance(headline, Care):
        return _care(headline, periods)
    if headline.kind == Kind.EARLY:
        return _early(headline)
    if headline.kind == Kind.NO_CHANGE:
        return _no_change(headline)
    if headline.kind == Kind.LOOK:
        return _look(headline, periods)
    return _other_way(headline, periods, counted) if headline.kind == Kind.OTHER_WAY else _hoped_for(headline, periods)


def sentences(headline, care, periods, counted=None):
    """The sentence above a chart and, if some point is to be read with care, the one that says so."""
    return [sentence(said, periods, counted) for said in (headline, care) if said]


def number_word(number):
    """A number as people write it: words up to ten, digits beyond."""
    words = [_("zero"), _("one"), _("two"), _("three"), _("four"), _("five")]
    words += [_("six"), _("seven"), _("eight"), _("nine"), _("ten")]
    return words[number] if number < len(words) else str(number)


def chart_words():
    """The words inside a drawing, in the language of the moment."""
    return Words(
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


def _look(headline, periods):
    where = _dated(_where(headline), headline, periods)
    if headline.stretch.direction in (Direction.UP, Direction.DOWN):
        return _("{where}. That often happens by luck. Worth watching.").format(where=where)
    return _("{where}. On a chart this long that often happens by luck. Worth watching.").format(where=where)


def _hoped_for(headline, periods):
    first, last = periods[headline.stretch.start], periods[headline.stretch.end]
    if headline.is_ongoing:
        saying = _("{where}. Luck alone seldom does that. What was different from {first} on?")
    else:
        saying = _("{where}. Luck alone seldom does that. What was different from {first} to {last}?")
    return saying.format(where=_where(headline), first=first, last=last)


def _other_way(headline, periods, counted):
    where, is_above = _dated(_where(headline), headline, periods), headline.stretch.direction == Direction.ABOVE
    if counted and is_above:
        saying = _("{where}: more {counted} counted. Is more happening, or do we see more?")
    elif counted:
        saying = _("{where}: fewer {counted} counted. Is less happening, or do we see less?")
    elif is_above:
        saying = _("{where}. Luck alone seldom does that. Is more happening, or do we see more?")
    else:
        saying = _("{where}. Luck alone seldom does that. Is less happening, or do we see less?")
    return saying.format(where=where, counted=counted)


def _where(headline):
    """What the dots do, without a full stop: "Seven in a row above the middle line"."""
    earlier = {
        (Direction.ABOVE, False): _("{before} in a row below the middle line, then {count} in a row above it"),
        (Direction.BELOW, False): _("{before} in a row above the middle line, then {count} in a row below it"),
        (Direction.ABOVE, True): _("{before} in a row below your usual level, then {count} in a row above it"),
        (Direction.BELOW, True): _("{before} in a row above your usual level, then {count} in a row below it"),
    }
    alone = {
        (Direction.ABOVE, False): _("{count} in a row above the middle line"),
        (Direction.BELOW, False): _("{count} in a row below the middle line"),
        (Direction.ABOVE, True): _("{count} in a row above your usual level"),
        (Direction.BELOW, True): _("{count} in a row below your usual level"),
        (Direction.UP, False): _("{count} in a row going up"),
        (Direction.UP, True): _("{count} in a row going up"),
        (Direction.DOWN, False): _("{count} in a row going down"),
        (Direction.DOWN, True): _("{count} in a row going down"),
    }
    saying = (earlier if headline.before else alone)[headline.stretch.direction, headline.is_frozen]
    before = number_word(headline.before.count) if headline.before else ""
    return capfirst(saying.format(count=number_word(headline.count), before=before))


def _dated(where, headline, periods):
    """The same with its first and last period, once it is over."""
    if headline.is_ongoing:
        return where
    first, last = periods[headline.stretch.start], periods[headline.stretch.end]
    return _("{where}, from {first} to {last}").format(where=where, first=first, last=last)


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
