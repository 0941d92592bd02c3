"""How an older phone reads a style sheet: what is younger than Safari 15.4 and Chrome 100 is not there.

`light-dark()` makes its declaration invalid, `:has()` its whole rule, and a rule nested in another is skipped.
"""

import re
from dataclasses import dataclass, field

COMMENT = re.compile(r"/\*.*?\*/", re.S)
HOLDS_RULES = ("@media", "@supports", "@layer", "@container", "@keyframes")
TOO_YOUNG = ("light-dark(", ":has(")
PIECE = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)\"']*\)|[{};]|[^{};\"'u]+|u", re.S)


@dataclass
class Block:
    """A rule as it is written: what stands before its brace, its declarations, the rules inside it."""

    head: str = ""
    lines: list[str] = field(default_factory=list)
    rules: list = field(default_factory=list)

    def text(self, *, holds_rules=True):
        """The rule as an older browser keeps it; empty where it keeps nothing."""
        if any(word in self.head for word in TOO_YOUNG):
            return ""
        lines = [line for line in self.lines if not any(word in line for word in TOO_YOUNG)]
        inner = [rule.text(holds_rules=rule.head.startswith(HOLDS_RULES)) for rule in self.rules if holds_rules]
        body = "".join([*[f"{line};" for line in lines], *inner])
        return f"{self.head}{{{body}}}" if self.head else body


def older(sheet: str) -> str:
    """The style sheet without what an older phone does not understand."""
    open_blocks, words = [Block()], ""
    for piece in PIECE.findall(COMMENT.sub("", sheet)):
        if piece == "{":
            block = Block(words.strip())
            open_blocks[-1].rules.append(block)
            open_blocks.append(block)
            words = ""
        elif piece in ("}", ";"):
            if words.strip():
                open_blocks[-1].lines.append(words.strip())
            if piece == "}" and len(open_blocks) > 1:
                open_blocks.pop()
            words = ""
        else:
            words += piece
    return open_blocks[0].text()


def read_as_an_older_phone(context) -> None:
    """Every style sheet this window loads passes through `older`."""
    context.route(re.compile(r"\.css(\?.*)?$"), _pass_on)


def _pass_on(route):
    answer = route.fetch(max_retries=3)  # a server may close a connection it kept open
    route.fulfill(status=answer.status, body=older(answer.text()), headers={"content-type": "text/css; charset=utf-8"})
