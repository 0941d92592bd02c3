"""Words that people who work with children never read here, and where to look for them.."""

import ast
import re

BANNED = {
    "en": "owe|owes|owed|owing|late|overdue|missing|fail|fails|failed|failure|suspicious|escalate|escalates|escalated"
    "|escalation|compliance|comply|must|verdict|signal|signals|closes",
    "es": "adeuda|adeudan|adeudado|atrasad[oa]s?|retrasad[oa]s?|vencid[oa]s?|faltantes?|falló|fallo|fallid[oa]s?"
    "|fracaso|fracasó|sospechos[oa]s?|escalar|escalamiento|cumplimiento|incumplimiento|debe|debes|deben|deberá"
    "|deberán|veredicto|señal|señales",
}
PATTERN = {language: re.compile(rf"\b({words})\b", re.IGNORECASE) for language, words in BANNED.items()}

TRANSLATORS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
CONTEXT_FIRST = {"pgettext", "pgettext_lazy", "npgettext"}
COMMENT = re.compile(r"{#.*?#}|{% comment .*?endcomment %}|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"{%-?(.*?)-?%}", re.DOTALL)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
READ_ALOUD = re.compile(r"(?:aria-label|title|alt|placeholder|content|data-say-[a-z-]+)=\"([^\"]*)\"")
SILENT_TAGS = {"url", "static", "load", "extends", "include", "if", "elif", "with", "for", "block", "icon"}


def banned_in(text, language="en"):
    """The banned words of a text, each as it stands there."""
    return [found.group(0) for found in PATTERN[language].finditer(text)]


def words_of_template(source):
    """What a template lets people read: text, texts to translate, arguments of components, labels for listeners."""
    source = COMMENT.sub(" ", source)
    said = [one or other for tag in TAG.findall(source) for one, other in _quoted(tag)]
    html = TAG.sub(" ", source)
    html = re.sub(r"{{.*?}}", " ", html, flags=re.DOTALL)
    said += READ_ALOUD.findall(html)
    said.append(re.sub(r"<[^>]*>", " ", html))
    return "\n".join(said)


def _quoted(tag):
    name = tag.split(maxsplit=1)[0] if tag.split() else ""
    return [] if name in SILENT_TAGS else QUOTED.findall(tag)


def messages_of_python(source):
    """(line, text) of every text that a module hands to gettext."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or _name(node.func) not in TRANSLATORS:
            continue
        arguments = node.args[1:] if _name(node.func) in CONTEXT_FIRST else node.args
        for argument in arguments:
            for part in ast.walk(argument):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield node.lineno, part.value


def _name(function):
    return getattr(function, "id", getattr(function, "attr", ""))


def translations_of(catalogue):
    """Every translated text of a .po file, its lines joined."""
    joined = re.sub(r'"\n"', "", catalogue)
    return re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', joined, re.MULTILINE)
