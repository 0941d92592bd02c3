"""What a template has to hold, as pure functions of plain data: a bad entry is named by its path."""

from dataclasses import dataclass, replace
from datetime import date

SOURCE_LANGUAGE = "en"  # of templates


class TemplateProblem(ValueError):
    """The template cannot be used. `path` names the entry (`framework.drivers[2].code`), `problem` says why."""

    def __init__(self, path, problem):
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class Entry:
    """A mapping in a template, read field by field; whatever does not fit is named by its path."""

    def __init__(self, value, path):
        if not isinstance(value, dict):
            raise TemplateProblem(path, "expected named fields")
        self.value = value
        self.path = path

    def _path(self, name):
        return f"{self.path}.{name}" if self.path else name

    def _get(self, name, kinds, what, optional):
        value = self.value.get(name)
        if value is None and optional:
            return None
        if value is None:
            raise TemplateProblem(self._path(name), "is needed")
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise TemplateProblem(self._path(name), f"expected {what}, found {value!r}")
        return value

    def text(self, name, longest, *, optional=False):
        """A text of at most `longest` characters; optional: "" where there is none."""
        text = (self._get(name, (str,), "a text", optional) or "").strip()
        if not text and not optional:
            raise TemplateProblem(self._path(name), "is empty")
        if len(text) > longest:
            raise TemplateProblem(self._path(name), f"has {len(text)} characters, {longest} fit")
        return text

    def number(self, name, *, least=None, optional=False):
        number = self._get(name, (int,), "a whole number", optional)
        if number is not None and least is not None and number < least:
            raise TemplateProblem(self._path(name), f"is {number}, expected {least} or more")
        return number

    def flag(self, name):
        return bool(self._get(name, (bool,), "yes or no", optional=True))

    def day(self, name):
        return self._get(name, (date,), "a date", optional=True)

    def one_of(self, name, choices):
        value = self.text(name, 80)
        if value not in choices:
            raise TemplateProblem(self._path(name), f"is {value!r}, expected one of {', '.join(sorted(choices))}")
        return value

    def entry(self, name):
        return Entry(self._get(name, (dict,), "named fields", optional=False), self._path(name))

    def entries(self, name, optional=False):
        """A list of mappings."""
        items = self._get(name, (list,), "a list", optional=optional) or []
        return [Entry(item, f"{self._path(name)}[{index}]") for index, item in enumerate(items)]

    def texts(self, name, longest):
        """A list of texts, empty where there is none."""
        items = self._get(name, (list,), "a list", optional=True) or []
        for index, item in enumerate(items):
            if not isinstance(item, str) or not 0 < len(item) <= longest:
                raise TemplateProblem(f"{self._path(name)}[{index}]", f"expected a text of up to {longest} characters")
        return tuple(items)

    def once(self, items, name):
        """The values of field `name` in `items`, none of them twice."""
        seen = set()
        for item in items:
            value = item.value.get(name)
            if value in seen:
                raise TemplateProblem(item._path(name), f"{value!r} stands twice")
            seen.add(value)
        return seen


@dataclass(frozen=True)
class SecondaryTemplate:
    code: str
    label: str
    statement: str
    plain: str


@dataclass(frozen=True)
class DriverTemplate:
    code: str
    short_title: str
    long_title: str
    rationale: str
    secondary: tuple[SecondaryTemplate, ...]


@dataclass(frozen=True)
class IdeaTemplate:
    driver: str
    secondary: str
    role: str
    role_label: str
    title: str
    what: str
    with_whom: str
    how_to_tell: str


@dataclass(frozen=True)
class TermTemplate:
    term: str
    text: str
    also: tuple[str, ...]
    language: str = SOURCE_LANGUAGE


@dataclass(frozen=True)
class FrameworkTemplate:
    """Everything a collaborative's framework is made from."""

    name: str
    note: str
    need_and_opportunity: str
    questions: tuple[dict, ...]
    aims: tuple[dict, ...]
    drivers: tuple[DriverTemplate, ...]
    ideas: tuple[IdeaTemplate, ...]
    terms: tuple[TermTemplate, ...]


def read_framework(data) -> FrameworkTemplate:
    """The framework, starter ideas and glossary of a template. Raises TemplateProblem naming the first bad entry."""
    template = Entry(data, "")
    framework = template.entry("framework")
    drivers = _drivers(framework)
    return FrameworkTemplate(
        name=framework.text("name", 160),
        note=framework.text("note", 1000, optional=True),
        need_and_opportunity=framework.text("need_and_opportunity", 10_000, optional=True),
        questions=tuple(_question(entry) for entry in framework.entries("questions")),
        aims=tuple(_aim(entry) for entry in framework.entries("aims")),
        drivers=drivers,
        ideas=_ideas(template, drivers),
        terms=_terms(template),
    )


def _question(entry):
    return {"text": entry.text("text", 160), "hint": entry.text("hint", 240, optional=True)}


def _aim(entry):
    return {
        "text": entry.text("text", 2000),
        "measure": entry.text("measure", 160, optional=True),
        "target": entry.text("target", 60, optional=True),
        "by_when": entry.day("by_when"),
    }


def _drivers(framework):
    entries = framework.entries("drivers")
    framework.once(entries, "code")
    return tuple(
        DriverTemplate(
            code=entry.text("code", 8),
            short_title=entry.text("short_title", 80),
            long_title=entry.text("long_title", 200),
            rationale=entry.text("rationale", 10_000, optional=True),
            secondary=_secondary(entry),
        )
        for entry in entries
    )


def _secondary(driver):
    entries = driver.entries("secondary")
    driver.once(entries, "code")
    return tuple(
        SecondaryTemplate(
            code=entry.text("code", 8),
            label=entry.text("label", 240),
            statement=entry.text("statement", 280, optional=True),
            plain=entry.text("plain", 200, optional=True),
        )
        for entry in entries
    )


def _ideas(template, drivers):
    under = {driver.code: {secondary.code for secondary in driver.secondary} for driver in drivers}
    return tuple(_idea(entry, under) for entry in template.entries("starter_ideas"))


def _idea(entry, under):
    driver = entry.one_of("driver", under)
    has_secondary = entry.value.get("secondary") is not None
    return IdeaTemplate(
        driver=driver,
        secondary=entry.one_of("secondary", under[driver]) if has_secondary else "",
        role=entry.text("role", 24, optional=True),
        role_label=entry.text("role_label", 40),
        title=entry.text("title", 80, optional=True),
        what=entry.text("what", 240),
        with_whom=entry.text("with_whom", 160, optional=True),
        how_to_tell=entry.text("how_to_tell", 200, optional=True),
    )


def _terms(template):
    entries = template.entries("glossary")
    known = template.once(entries, "term")
    return (*(_term(entry) for entry in entries), *_terms_in_other_languages(template, known))


def _term(entry, **more):
    return TermTemplate(
        term=entry.text("term", 80), text=entry.text("definition", 400), also=entry.texts("also", 80), **more
    )


def _terms_in_other_languages(template, known):
    """The same words in other languages; each is found by the word it is `of` as well."""
    for entry in template.entries("glossary_in_other_languages", optional=True):
        language = entry.text("language", 8)
        words = entry.entries("words")
        entry.once(words, "term")
        for word in words:
            said = _term(word, language=language)
            yield replace(said, also=(*said.also, word.one_of("of", known)))
