"""Words in a row."""

import re

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

I_SOUND = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)  # Spanish: "e Inés", but "y hielo"


def listed(names) -> str:
    """Names in a row: "Ladybugs, Sunflowers and Explorers"."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    parts = {"first": ", ".join(names[:-1]), "last": names[-1]}
    if I_SOUND.match(strip_tags(str(names[-1])).strip()):
        return pgettext("the last begins with the sound of i", "%(first)s and %(last)s") % parts
    return _("%(first)s and %(last)s") % parts
