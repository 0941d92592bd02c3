"""The words of a mail that came as HTML alone, as lines; what was quoted begins with ">" as in a plain mail."""

from html.parser import HTMLParser

SILENT = {"head", "script", "style", "title", "template"}
LINES = {"p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
APART = {"p", "blockquote", "ul", "ol", "table", "pre"}  # with an empty line before them
VOID = {"br", "hr", "img", "meta", "link", "input", "col", "wbr"}
# Where Outlook begins to repeat the mail that is answered: nothing after it was written now.
REPEATS = {"divrplyfwdmsg", "appendonsend", "x_divrplyfwdmsg"}
SIGNATURES = {"gmail_signature", "gmail_attr_signature", "moz-signature"}


def words_of(html: str) -> str:
    """Plain words of an HTML mail, without its signature where the program that wrote it marks one."""
    reader = Words()
    reader.feed(html)
    reader.close()
    return reader.words()


class Words(HTMLParser):
    """Collects lines; never fails on broken HTML."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.line = [], ""
        self.quoted, self.silent, self.over = 0, [], False

    def handle_starttag(self, tag, attributes):
        given = {name: (value or "") for name, value in attributes}
        if given.get("id", "").lower() in REPEATS:
            self.over = True
        if self.silent:
            self.silent += [] if tag in VOID else [tag]
        elif tag in SILENT or SIGNATURES & set(given.get("class", "").lower().split()):
            self.silent.append(tag)
        elif tag == "br":
            self._end_line(always=True)
        elif tag in LINES:
            self._end_line()
            if tag in APART:
                self._apart()
            self.quoted += tag == "blockquote"
            self.line += "- " if tag == "li" else ""

    def handle_endtag(self, tag):
        if self.silent:
            if tag in self.silent:
                del self.silent[len(self.silent) - 1 - self.silent[::-1].index(tag) :]
        elif tag in LINES:
            self._end_line()
            self.quoted = max(0, self.quoted - (tag == "blockquote"))
            if tag in APART:
                self._apart()

    def handle_data(self, data):
        if not self.silent and not self.over:
            words = " ".join(data.split())
            before = " " if data[:1].isspace() and self.line and not self.line.endswith(" ") else ""
            self.line += before + words + (" " if words and data[-1:].isspace() else "")

    def _end_line(self, *, always=False):
        if not self.over and (self.line.strip() or always):
            self.lines.append("> " * bool(self.quoted) + self.line.strip())
        self.line = ""

    def _apart(self):
        if self.lines and self.lines[-1] and not self.over:
            self.lines.append("")

    def words(self):
        self._end_line()
        return "\n".join(self.lines).strip()
