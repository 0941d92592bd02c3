"""The words of a mail that came as HTML alone, as lines; what was quoted begins with ">" as in a plain mail."""

from html.parser import HTMLParser

import nh3

SILENT = {"script", "style", "title", "template"}
LINES = {"p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
APART = {"p", "blockquote", "ul", "ol", "table", "pre"}  # with an empty line before them
# Where Outlook begins to repeat the mail that is answered: nothing after it was written now.
REPEATS = {"divrplyfwdmsg", "appendonsend", "x_divrplyfwdmsg"}
MOST_TAGS = 4000  # that are looked at: an answer stands at the beginning, and thousands within each other take long
SIGNATURES = {"gmail_signature", "gmail_attr_signature", "moz-signature"}


def words_of(html: str) -> str:
    """Plain words of an HTML mail, without its signature where the program that wrote it marks one.

    It is made whole first: the parser below takes very long over thousands of tags that do not end.
    """
    beginning = "<".join(html.split("<", MOST_TAGS)[:MOST_TAGS])
    whole = nh3.clean(beginning, tags=LINES | {"br"}, attributes={"*": {"id", "class"}}, clean_content_tags=SILENT)
    reader = Words()
    reader.feed(whole)
    reader.close()
    return reader.words()


class Words(HTMLParser):
    """Collects lines of whole HTML; `hushed`: how many tags deep we are in a signature."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.line = [], ""
        self.quoted, self.hushed, self.over = 0, 0, False

    def handle_starttag(self, tag, attributes):
        given = {name: (value or "").lower() for name, value in attributes}
        self.over = self.over or given.get("id") in REPEATS
        if tag in ("br", "hr"):
            self._end_line(always=tag == "br")
        elif self.hushed or SIGNATURES & set(given.get("class", "").split()):
            self.hushed += 1
        else:
            self._end_line()
            if tag in APART:
                self._apart()
            self.quoted += tag == "blockquote"
            self.line += "- " if tag == "li" else ""

    def handle_endtag(self, tag):
        if self.hushed:
            self.hushed -= 1
            return
        self._end_line()
        self.quoted -= tag == "blockquote"
        if tag in APART:
            self._apart()

    def handle_data(self, data):
        if not self.hushed and not self.over:
            words = " ".join(data.split())
            before = " " if data[:1].isspace() and self.line and not self.line.endswith(" ") else ""
            self.line += before + words + (" " if words and data[-1:].isspace() else "")

    def _end_line(self, *, always=False):
        if not self.over and not self.hushed and (self.line.strip() or always):
            self.lines.append("> " * bool(self.quoted) + self.line.strip())
        self.line = ""

    def _apart(self):
        if self.lines and self.lines[-1] and not self.over:
            self.lines.append("")

    def words(self):
        self._end_line()
        return "\n".join(self.lines).strip()
