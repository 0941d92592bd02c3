"""The colours of the look can be read by everyone: contrast AA in both themes, computed from the file itself."""

import itertools
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css").read_text()
CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TEXT = 4.5  # WCAG 2.2, 1.4.3
SHAPE = 3.0  # WCAG 2.2, 1.4.11
STAGES = {"sky": "wash-sky", "marigold": "wash-marigold", "plum": "wash-plum", "brick": "wash-brick"}


def theme(start):
    block = TOKENS[TOKENS.index(start) :]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


THEMES = {
    "light": theme(":root {"),
    "dark": theme("@media (prefers-color-scheme: dark)"),
    "print": theme("@media print"),
}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("paper", "surface", "sunken")
WORDS = [
    *itertools.product(("ink", "ink-soft", "spruce", "sky", "marigold", "plum", "brick"), GROUNDS),
    *((ink, ground) for ink, ground in STAGES.items()),
    *(("ink", ground) for ground in (*STAGES.values(), "spruce-wash")),
    ("spruce", "spruce-wash"),
    ("on-spruce", "spruce"),
    ("on-spruce", "spruce-deep"),
    ("paper", "ink"),
    ("surface", "plum"),
]
SHAPES = [*itertools.product(("edge",), GROUNDS)]


def test_contrast_of_black_on_white_is_the_known_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read(name):
    colours = THEMES[name]

    weak = {pair: round(contrast(*(colours[part] for part in pair)), 2) for pair in WORDS}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("name", THEMES)
def test_boxes_can_be_seen(name):
    colours = THEMES[name]

    weak = {pair: round(contrast(*(colours[part] for part in pair)), 2) for pair in SHAPES}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < SHAPE} == {}


def test_every_theme_names_every_colour():
    assert set(THEMES["dark"]) == set(THEMES["light"]) == set(THEMES["print"])


YOUNG = {
    "light-dark()": r"light-dark\(",
    "color-mix()": r"color-mix\(",
    "nesting": r"^\s*&",
    "relative colours": r"\bfrom var\(",
    "@scope": r"@scope",
}


def test_styles_use_nothing_an_old_phone_does_not_know():
    sheets = sorted(CSS.glob("*.css"))

    found = {
        f"{sheet.name}: {what}"
        for sheet in sheets
        for what, pattern in YOUNG.items()
        if re.search(pattern, re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL), re.MULTILINE)
    }

    assert len(sheets) >= 5
    assert found == set()


def test_every_variable_that_is_used_is_defined():
    sheets = {sheet.name: sheet.read_text() for sheet in CSS.glob("*.css")}
    defined = set(re.findall(r"(--[a-z0-9-]+):", "".join(sheets.values())))

    unknown = {
        f"{name}: {variable}"
        for name, text in sheets.items()
        for variable in re.findall(r"var\((--[a-z0-9-]+)", text)
        if variable not in defined
    }

    assert unknown == set()
