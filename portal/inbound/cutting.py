"""What somebody wrote just now, out of a mail that also repeats an older one: pure, in English and Spanish.

When in doubt a line stays: words of a person that are lost are worse than a signature too many.
"""

import re
import unicodedata

# "On Mon, Nov 23, 2026 at 9:00 AM Amal <amal@…> wrote:", over up to three lines as Gmail breaks it; in Spanish too.
OPENS_QUOTE = re.compile(r"^(on|el|en)\b.{4,400}?\b(wrote|escribi[oó])\s*:\s*$", re.IGNORECASE | re.DOTALL)
BEGINS = re.compile(r"^(on|el|en)\s", re.IGNORECASE)
IS_SOMEBODYS = re.compile(r"\d.*[@<:,]", re.DOTALL)
# Outlook's block: From, Sent, To, Subject.
FROM = re.compile(r"^[*_]*(from|de)[*_]*\s*:\s*[*_]*\s*\S", re.IGNORECASE)
OTHER_HEADERS = re.compile(r"^[*_]*(sent|date|to|subject|cc|enviado( el)?|fecha|para|asunto)[*_]*\s*:", re.IGNORECASE)
SEPARATES = re.compile(
    r"^\s*(-{2,}\s*(original message|mensaje original|forwarded message|mensaje reenviado)\s*-{2,}|_{10,})\s*$",
    re.IGNORECASE,
)
PHONES = re.compile(
    r"^\s*(sent from|sent via|get outlook for|enviado desde|enviado con|"
    r"obtener outlook|obtenga outlook|descargar outlook)\b.{0,80}$",
    re.IGNORECASE,
)
CONFIDENTIAL = re.compile(
    r"^\W*(confidentiality (notice|note)|aviso de confidencialidad|disclaimer\s*:|"
    r"this (e-?mail|message|communication)\b.{0,120}\b(confidential|intended)|"
    r"este (correo|mensaje)\b.{0,120}\b(confidencial|dirigido))",
    re.IGNORECASE,
)
NOT_SEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
HEADERS_WITHIN = 6  # lines below "From:" in which two more headers of a quoted mail are looked for
QUOTE_LINES = 3  # over which a program may break the line that opens a quote


def newly_written(text: str) -> str:
    """The words somebody wrote, without what they answered, signatures, and what a phone or an office adds."""
    lines = _plain(text)
    last_quoted = max((at for at, line in enumerate(lines) if line.lstrip().startswith(">")), default=-1)
    end = next((at for at in range(len(lines)) if _ends_here(lines, at, last_quoted)), len(lines))
    return _trimmed(_without_additions(_without_quotes(lines[:end])))


def _plain(text):
    """Lines as people see them: no letters that do not show, no control characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(NOT_SEEN)
    text = "".join(one for one in text if one == "\n" or one == "\t" or unicodedata.category(one) != "Cc")
    return [line.replace("\xa0", " ").rstrip() if line != "-- " else line for line in text.split("\n")]


def _ends_here(lines, at, last_quoted):
    """Whether everything from this line on repeats an older mail, or is a signature."""
    line = lines[at]
    if SEPARATES.match(line) or line.rstrip() == "--":
        return True
    if FROM.match(line):
        below = [one for one in lines[at + 1 : at + 1 + HEADERS_WITHIN] if OTHER_HEADERS.match(one)]
        return len(below) > 1
    length = _opens_quote(lines, at)
    return bool(length) and last_quoted < at + length


def _opens_quote(lines, at):
    """Over how many lines "On …, Amal wrote:" goes that begins here; 0 where none does."""
    if not BEGINS.match(lines[at].lstrip("> ")):
        return 0
    for length in range(1, QUOTE_LINES + 1):
        opening = " ".join(one.lstrip("> ") for one in lines[at : at + length])
        if OPENS_QUOTE.match(opening):
            return length if IS_SOMEBODYS.search(opening) else 0
    return 0


def _without_quotes(lines):
    """Quoted lines, and those that open a quote, are left out; what was written between and below them stays."""
    kept, at = [], 0
    while at < len(lines):
        length = _opens_quote(lines, at)
        if length:
            at += length
            continue
        if lines[at].lstrip().startswith(">"):
            kept += [""] if kept and kept[-1] else []
        else:
            kept.append(lines[at])
        at += 1
    return kept


def _without_additions(lines):
    """Without "Sent from my phone" wherever it stands, and without an office's notice at the end."""
    kept = [line for line in lines if not PHONES.match(line)]
    for at in range(1, len(kept)):
        if not kept[at - 1].strip() and CONFIDENTIAL.match(" ".join(kept[at : at + 3])):
            return kept[:at]
    return kept


def _trimmed(lines):
    """Without empty lines around, and never two of them."""
    found = []
    for line in lines:
        if line.strip() or (found and found[-1]):
            found.append(line.strip() if not line.strip() else line.rstrip())
    return "\n".join(found).strip()
