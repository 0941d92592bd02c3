"""The forms that stand on a page, read as a browser reads them, and filled in as a person would."""

import datetime
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_from_bytes, urldefrag, urljoin

from tests.bad_input.values import LEFT_OUT, TWICE

WORDS = "Kept words of ours"


@dataclass
class Field:
    """`kind`: words, day, time, number, mail, link, choice, tick, file or hidden; `values`: what one may choose;
    `place`: the how-manieth field of its form it is, so that the words put in are its own."""

    name: str
    kind: str
    place: int = 0
    value: str = ""
    values: list = field(default_factory=list)
    longest: int = 0
    is_ticked: bool = False

    @property
    def pattern(self):
        """Its name without the numbers that tell it from its like: `try-3-what` is a `try-#-what`."""
        return re.sub(r"[0-9a-f-]{16,36}|\d+", "#", self.name)

    def answer(self):
        """What a person puts in, None for nothing."""
        next_week = datetime.date.today() + datetime.timedelta(days=7)
        fixed = {
            "words": f"{self.place} {WORDS}"[: self.longest or None],
            "day": self.value or next_week.isoformat(),
            "time": self.value or "10:00",
            "number": self.value or "3",
            "mail": self.value or "kept.words@example.org",
            "link": self.value or "https://example.org/kept-words",
            "hidden": self.value,
            "file": None,
        }
        if self.kind == "choice":
            return self.value or next((value for value in self.values if value), "")
        if self.kind == "tick":
            return self.value if self.is_ticked else None
        return fixed[self.kind]


@dataclass
class Form:
    """One form on a page: where it goes, and its fields by name."""

    page: str
    action: str
    has_files: bool
    fields: dict

    def answers(self):
        """[(name, words)] as a person would send them."""
        given = [(one.name, one.answer()) for one in self.fields.values()]
        return [(name, value) for name, value in given if value is not None]

    def each_kind(self):
        """Its fields, of those that differ in a number alone the first."""
        first = {}
        for one in self.fields.values():
            first.setdefault(one.pattern, one)
        return [one for pattern, one in first.items() if pattern != "csrfmiddlewaretoken"]

    def answers_but(self, name, value):
        """The answers with one of them replaced, left out, or said twice."""
        kept = [(key, said) for key, said in self.answers() if key != name or value is TWICE]
        if value is LEFT_OUT:
            return kept
        return [*kept, (name, (self.fields[name].answer() or "") if value is TWICE else value)]

    def typed(self, *but):
        """The words that are lost if the answer does not hold them."""
        return {one.answer() for one in self.fields.values() if one.kind == "words" and one.name not in but}


class _Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, page):
        super().__init__()
        self.page, self.found, self.form, self.chosen = page, [], None, None
        self.named, self.elsewhere = {}, []  # forms by id; buttons that send one of them to another address

    def handle_starttag(self, tag, attributes):
        given = {name: value if value is not None else "" for name, value in attributes}
        if tag == "form":
            self.form = None
            if given.get("method", "").lower() == "post":
                action = urldefrag(urljoin(self.page, given.get("action") or self.page)).url
                self.form = Form(self.page, action, "multipart" in given.get("enctype", ""), {})
                self.found.append(self.form)
                self.named[given.get("id")] = self.form
        elif tag == "button" and "formaction" in given:
            self.elsewhere.append((given, self.form))
        elif self.form is None:
            return
        elif tag == "option" and self.chosen is not None:
            self.chosen.values.append(given.get("value", ""))
            if "selected" in given:
                self.chosen.value = given.get("value", "")
        elif given.get("name") and "disabled" not in given:
            self._field(tag, given)

    def _field(self, tag, given):
        name, kind = given["name"], kind_of(tag, given)
        longest = int(given.get("maxlength") or 0)
        if kind is None:
            return
        place = len(self.form.fields)
        one = self.form.fields.setdefault(name, Field(name, kind, place=place, longest=longest))
        if tag == "select":
            self.chosen = one
        elif given.get("type") in ("radio", "checkbox"):
            one.values.append(given.get("value", "on"))
            one.is_ticked = one.is_ticked or "checked" in given
            one.value = given.get("value", "on") if "checked" in given or not one.value else one.value
        elif tag != "textarea":
            one.value = given.get("value", "")

    def sent_elsewhere(self):
        """Each such button as a form of its own: the same boxes, and what the button says."""
        for given, around in self.elsewhere:
            form = self.named.get(given.get("form")) or around
            said = Field(given["name"], "hidden", value=given.get("value", ""), place=len(form.fields), longest=0)
            fields = {**form.fields, said.name: said}
            yield Form(self.page, urljoin(self.page, given["formaction"]), form.has_files, fields)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.chosen = None


def kind_of(tag, given):
    """What is asked for, None for a button."""
    if tag == "button" or given.get("type") in ("submit", "button", "reset", "image"):
        return None
    if tag == "select" or given.get("type") == "radio":
        return "choice"
    if tag == "textarea":
        return "words"
    kinds = {"checkbox": "tick", "date": "day", "month": "day", "time": "time", "email": "mail", "url": "link"}
    kinds |= {"number": "number", "file": "file", "hidden": "hidden"}
    if "hidden" in given:
        return "hidden"
    if given.get("inputmode") in ("numeric", "decimal"):
        return "number"
    return kinds.get(given.get("type", "text"), "words")


def forms_on(page, text):
    """The forms of a page that are sent by POST."""
    reader = _Reader(page)
    reader.feed(text)
    return [form for form in (*reader.found, *reader.sent_elsewhere()) if "logout" not in form.action]


def encoded(answers):
    """[(name, text or bytes)] as the body of a form, whatever the bytes are."""
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in answers)


def _quoted(words):
    return quote_from_bytes(words if isinstance(words, bytes) else words.encode("utf-8", "surrogatepass"))
