"""The few nouns a collaborative may say in its own words, and how a sentence changes with them: pure functions.

A sentence is changed after it was translated, so that no catalogue knows of it. What changes is the noun and what
agrees with it: in English "a" or "an", in Spanish the words before it ("del centro", "de la agencia").
"""

import re
from dataclasses import dataclass

# What people may choose stands in the middle of sentences and in attributes of pages: letters, spaces, hyphens.
PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
LONGEST = 40


@dataclass(frozen=True)
class Word:
    """A noun for one and for many; `gender` (m or f) where the language needs it."""

    one: str
    many: str
    gender: str = ""


OURS = {
    "en": {
        "center": Word("center", "centers"),
        "project_team": Word("project team", "project teams"),
        "team_leader": Word("team leader", "team leaders"),
        "family_partner": Word("family partner", "family partners"),
        "learning_session": Word("learning session", "learning sessions"),
    },
    "es": {
        "center": Word("centro", "centros", "m"),
        "project_team": Word("equipo del proyecto", "equipos del proyecto", "m"),
        "team_leader": Word("líder del equipo", "líderes del equipo", "m"),
        "family_partner": Word("representante de las familias", "representantes de las familias", "m"),
        "learning_session": Word("sesión de aprendizaje", "sesiones de aprendizaje", "f"),
    },
}
NOUNS = tuple(OURS["en"])
# Kinds of places, which keep their name whatever the places of this collaborative are called.
NAMES_OF_KINDS = {
    "en": r"(?:child care centers?|stand-alone centers?|agency with several centers)",
    "es": r"(?:centros? de cuidado infantil|centros? independientes?|agencia con varios centros)",
}
NOT_WORDS = re.compile(r"(%\([^)]*\)[sd]|%[sd%]|\{[^}]*\}|<[^>]*>|&\w+;)")

# Spanish: what stands before a noun, as it is before a man's and before a woman's.
PAIRS = (
    ("el", "la"), ("los", "las"), ("un", "una"), ("unos", "unas"), ("ningún", "ninguna"), ("algún", "alguna"),
    ("algunos", "algunas"), ("otro", "otra"), ("otros", "otras"), ("todo", "toda"), ("todos", "todas"),
    ("mucho", "mucha"), ("muchos", "muchas"), ("pocos", "pocas"), ("varios", "varias"), ("este", "esta"),
    ("estos", "estas"), ("ese", "esa"), ("esos", "esas"), ("nuestro", "nuestra"), ("nuestros", "nuestras"),
    ("propio", "propia"), ("propios", "propias"), ("mismo", "misma"), ("mismos", "mismas"), ("primer", "primera"),
    ("primeros", "primeras"), ("próximo", "próxima"), ("próximos", "próximas"), ("último", "última"),
    ("últimos", "últimas"), ("nuevo", "nueva"), ("nuevos", "nuevas"), ("cuántos", "cuántas"), ("un solo", "una sola"),
    ("del", "de la"), ("al", "a la"),
)  # fmt: skip
TO_FEMININE, TO_MASCULINE = dict(PAIRS), {feminine: masculine for masculine, feminine in PAIRS}
NEUTRAL = ("demás", "cada", "su", "sus")
JOINING = {"y": "e", "o": "u"}
# Further away from the noun: said of centers, these follow it.
LATER_ON = tuple(
    (re.compile(rf"\b{masculine}\b"), feminine)
    for masculine, feminine in (
        ("juntos", "juntas"), ("inventados", "inventadas"), ("el primero", "la primera"),
        ("aparece solo", "aparece sola"),
        ("parte de él", "parte de ella"), ("los califica", "las califica"), ("los financia", "las financia"),
        ("los supervisa", "las supervisa"), ("distinguirlos", "distinguirlas"),
        ("o todos", "o todas"), ("agregarlo", "agregarla"),
    )
)  # fmt: skip
STRESSED_A = re.compile(r"(?:á|há|aula|ala|agua)", re.IGNORECASE)  # "el aula", but "las aulas"
BEFORE_STRESSED_A = {
    "la": "el", "una": "un", "alguna": "algún", "ninguna": "ningún", "de la": "del", "a la": "al",
}  # fmt: skip
NO_AN = re.compile(r"(?:uni|use|util|eu|one\b|once\b)", re.IGNORECASE)
AN = re.compile(r"(?:[aeiou]|hour|honest|heir)", re.IGNORECASE)
I_SOUND, O_SOUND = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE), re.compile(r"h?[oó]", re.IGNORECASE)


def is_plain(word) -> bool:
    """Whether a word may stand in pages: letters, with spaces or hyphens between them."""
    return isinstance(word, str) and len(word) <= LONGEST and bool(PLAIN.fullmatch(word))


def words_of(vocabulary, language) -> tuple[tuple[str, Word], ...]:
    """A collaborative's own nouns in one language; whatever is not a plain word is as if nobody had said it.

    `vocabulary`: {noun: {language: [one, many] or [one, many, gender]}}, as it is kept.
    """
    found = []
    for noun, ours in OURS.get(language, {}).items():
        parts = ((vocabulary or {}).get(noun) or {}).get(language) or ()
        if len(parts) >= 2 and all(is_plain(part) for part in parts[:2]):
            gender = parts[2] if len(parts) > 2 and parts[2] in ("m", "f") else ours.gender
            found.append((noun, Word(parts[0], parts[1], gender)))
    return tuple(pair for pair in found if pair[1] != OURS[language][pair[0]])


def say(text: str, language: str, words, instead_of=()) -> str:
    """`text` with a collaborative's own nouns in place of ours; names put into it later stay as they are.

    `instead_of`: the words in the text where they are no longer ours.
    """
    ours = {**OURS[language], **dict(instead_of)}
    own = {**OURS[language], **dict(words)}
    pattern = _pattern(language, tuple((noun, ours[noun]) for noun in NOUNS if ours[noun] != own[noun]))
    if pattern is None:
        return text
    turned = set()

    def put(found):
        return _put(found, language, ours, own, turned)

    parts = NOT_WORDS.split(text)
    parts[::2] = [pattern.sub(put, part) for part in parts[::2]]
    said = "".join(parts)
    if "center" in turned:
        for there, instead in LATER_ON:
            said = there.sub(instead, said)
    return said


def _pattern(language, ours):
    """The nouns with what agrees with them before, each in a group of its own; a kind's name comes first and stays."""
    if not ours:
        return None
    before = {"en": r"(?:an?\s+)?", "es": rf"(?:(?:{_BEFORE_ES})\s+)*"}[language]
    nouns = "|".join(
        f"(?P<{noun}_many>{re.escape(word.many)})|(?P<{noun}_one>{re.escape(word.one)})" for noun, word in ours
    )
    kinds = NAMES_OF_KINDS[language]
    return re.compile(rf"(?P<kind>\b{kinds}\b)|(?<![\w-])(?P<before>{before})(?:{nouns})(?!\w)", re.IGNORECASE)


_BEFORE_ES = "|".join(
    sorted({*TO_FEMININE, *TO_MASCULINE, *NEUTRAL, "de", "a", "y", "e", "o", "u"}, key=len, reverse=True)
).replace(" ", r"\s+")


def _put(found, language, ours, own, turned):
    if found["kind"]:
        return found[0]
    name = next(key for key, value in found.groupdict().items() if value and key not in ("kind", "before"))
    noun, number = name.rsplit("_", 1)
    there, word = found[name], own[noun]
    said = _as_written(there, getattr(word, number))
    if language == "en":
        return _with_article(found["before"], said)
    if word.gender == "f" and ours[noun].gender == "m":
        turned.add(noun)
    before = _agreeing(found["before"], word, ours[noun].gender, is_one=number == "one", next_word=said)
    whole = f"{before}{said}"
    return whole[:1].upper() + whole[1:] if found[0][0].isupper() else whole


def _as_written(there, word):
    """Capital letters where the sentence had them: "Learning Session" becomes "Study Day", "Centers" "Programs"."""
    parts = there.split()
    if len(parts) > 1 and all(part[0].isupper() for part in parts):
        return " ".join(part[0].upper() + part[1:] for part in word.split(" "))
    return word[0].upper() + word[1:] if there[0].isupper() else word


def _with_article(before, said):
    article = before.strip()
    if not article:
        return before + said
    right = "an" if AN.match(said) and not NO_AN.match(said) else "a"
    return f"{right.capitalize() if article[0].isupper() else right} {said}"


def _agreeing(before, word, gender, *, is_one, next_word):
    """The Spanish words before a noun, as the new noun has them."""
    said = " ".join(before.lower().split())
    if word.gender != gender:
        table = TO_FEMININE if word.gender == "f" else TO_MASCULINE
        said = " ".join(table.get(part, part) for part in _in_parts(said, table))
    if word.gender == "f" and is_one and STRESSED_A.match(next_word):
        said = _before_stressed_a(said)
    head, _space, last = said.rpartition(" ")
    sound = {"y": I_SOUND, "o": O_SOUND}
    plain = {"e": "y", "u": "o"}.get(last, last)
    if plain in JOINING:
        last = JOINING[plain] if sound[plain].match(next_word) else plain
        said = f"{head} {last}".strip()
    return f"{said} " if said else ""


def _in_parts(said, table):
    """`said` in words, "de la", "a la" and "un solo" being one where the table knows them."""
    parts = []
    for word in said.split():
        joined = f"{parts[-1]} {word}" if parts else word
        if parts and joined in table:
            parts[-1] = joined
        else:
            parts.append(word)
    return parts


def _before_stressed_a(said):
    for there, instead in sorted(BEFORE_STRESSED_A.items(), key=lambda pair: -len(pair[0])):
        if said == there or said.endswith(f" {there}"):
            return said[: len(said) - len(there)] + instead
    return said
