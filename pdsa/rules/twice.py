"""Has this been written down just now? A hint for a question: going back in the browser is easily done."""

import datetime
import re
from difflib import SequenceMatcher

JUST_NOW = datetime.timedelta(hours=1)  # ours
ALIKE = 0.6  # of 1: half a sentence changed is still the same try; ours
LONGEST = 600  # characters that are compared; ours


def looks_like(words: str, earlier: str) -> bool:
    """Whether two texts say much the same: equal but for case and spaces, one inside the other, or alike."""
    one, other = _plain(words), _plain(earlier)
    if not one or not other:
        return False
    if one in other or other in one:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _plain(text):
    return re.sub(r"\s+", " ", text).strip().casefold()[:LONGEST]
