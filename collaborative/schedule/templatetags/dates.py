"""Stretches of days in pages: `{% load dates %}`, then `{% span first last today %}`."""

from django.template import Library
from django.utils.translation import gettext as _

from collaborative.ui.dates import day_words, distance_words, said

register = Library()
register.filter("day_words", day_words)
register.filter("distance_words", distance_words)
register.filter("said", said)


@register.simple_tag
def span(first, last, today):
    """ "Tue 24 Nov" or "Tue 24 Nov to Fri 27 Nov"."""
    if first == last:
        return day_words(first, today)
    return _("%(first)s to %(last)s") % {"first": day_words(first, today), "last": day_words(last, today)}
