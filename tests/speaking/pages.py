"""What people read on a page: its texts and the labels that are read aloud."""

from html.parser import HTMLParser

READ = ("alt", "aria-label", "aria-description", "placeholder", "title")
SILENT = {"script", "style", "template", "code"}
EMPTY = {"area", "br", "hr", "img", "input", "link", "meta", "path", "circle", "line", "rect", "use", "polyline"}


class Texts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            self.inside.append(tag)
        self.found += [value for name, value in attributes if value and (name in READ or name.startswith("data-say"))]

    def handle_endtag(self, tag):
        while self.inside and tag in self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not SILENT & set(self.inside):
            self.found.append(" ".join(data.split()))


def texts_of(html):
    """Every text of a page, in order."""
    reader = Texts()
    reader.feed(html)
    return reader.found
