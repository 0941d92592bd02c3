"""What somebody typed, taken apart; and which word they may have meant. No tables."""

import re
from dataclasses import dataclass

LONGEST = 100  # characters of what one looks for; ours
MOST_WORDS = 10  # more are left out; ours
ONE_LETTER, TWO_LETTERS = 4, 7  # from how many letters on so many of them may be wrong; ours

# A word, or several between quotation marks; a minus before it: without this.
PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
STRAIGHT = str.maketrans(dict.fromkeys("“”„«»", '"'))  # phones type the others
LAST_WORD = re.compile(r"^\w{2,}$")  # one letter would be in everything
SINGLE = re.compile(r"\w+")


@dataclass(frozen=True)
class Typed:
    """`wanted`: everything one hopes for; `before` and `last` the same, where its last word may still go on;
    `unwanted`: what should not stand there; `words`: the single words one hopes for."""

    wanted: str = ""
    before: str = ""
    last: str = ""
    unwanted: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def typed(text: str) -> Typed:
    """What somebody typed, taken apart."""
    pieces = list(PIECE.finditer(text[:LONGEST].translate(STRAIGHT)))[:MOST_WORDS]
    wanted = [piece.group() for piece in pieces if not piece["minus"] and SINGLE.search(piece.group())]
    unwanted = [_inside(piece) for piece in pieces if piece["minus"]]
    last = wanted[-1] if wanted and LAST_WORD.match(wanted[-1]) else ""
    return Typed(
        wanted=" ".join(wanted),
        before=" ".join(wanted[:-1]) if last else "",
        last=last,
        unwanted=tuple(words for words in unwanted if SINGLE.search(words)),
        words=tuple(dict.fromkeys(word.lower() for one in wanted for word in SINGLE.findall(one))),
    )


def _inside(piece):
    return piece["quoted"] if piece["quoted"] is not None else piece["bare"]


def letters_apart(one: str, other: str) -> int:
    """How many letters must be changed, added, left out, or swapped with their neighbour (optimal string alignment)."""
    earlier, above = [], list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for column, beside in enumerate(other, start=1):
            cost = min(above[column] + 1, row[column - 1] + 1, above[column - 1] + (letter != beside))
            if at > 1 and column > 1 and letter == other[column - 2] and one[at - 2] == beside:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        earlier, above = above, row
    return above[-1]


def may_differ(word: str) -> int:
    """How many letters of a word may be wrong before it is another word."""
    return (len(word) >= ONE_LETTER) + (len(word) >= TWO_LETTERS)


def nearest(word: str, candidates) -> str:
    """The likeliest of `candidates` [(word, in how many places it stands)]; "" where none is near."""
    near = [(letters_apart(word, other), -places, other) for other, places in candidates]
    near = [found for found in near if 0 < found[0] <= may_differ(word)]
    return min(near)[2] if near else ""


def corrected(text: str, meant: dict[str, str]) -> str:
    """What was typed, with other words in place of some: quotation marks and the like stay."""
    return SINGLE.sub(lambda found: meant.get(found.group().lower(), found.group()), text)
