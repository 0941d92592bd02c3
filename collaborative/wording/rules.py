"""What a phrase has to keep of its source. Pure."""

import re

# Places that are filled in later: {name}, %(name)s, %s.
PLACE = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
LONGEST = 10_000  # characters; the longest text anything here is written in


def lines_of(text: str) -> list[str]:
    """The lines of a text, one phrase each; empty ones say nothing."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def lost_places(source: str, words: str) -> list[str]:
    """The places of `source` that `words` do not have, and the other way round."""
    asked, kept = PLACE.findall(source), PLACE.findall(words)
    return sorted(set(asked) ^ set(kept))


def as_one_line(words: str) -> str:
    """Pasted words as a phrase: one line, spaced once."""
    return " ".join(words.replace("\x00", "").split())
