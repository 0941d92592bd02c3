"""A small idea beside the words that are typed already: nothing typed is lost, and nothing stands there twice."""

from .twice import looks_like

FILLED_IN = ("with_whom", "how_to_tell")


def with_idea(words: dict, idea: dict, ideas: list[dict]) -> dict:
    """`words` of a form with an idea (`what`, `with_whom`, `how_to_tell`, `driver`) put in.

    Words of one's own stay, with the idea under them; the words of another one of `ideas` make room for it.
    """
    merged = {**words, "driver": words.get("driver") or idea["driver"]}
    for name in FILLED_IN:
        typed = _typed(words, name)
        merged[name] = idea[name] if not typed or typed in _of(ideas, name) else typed
    typed = _typed(words, "what")
    if not typed or typed in _of(ideas, "what"):
        merged.update(what=idea["what"], driver=idea["driver"])
    elif not looks_like(idea["what"], typed):
        merged["what"] = f"{typed}\n{idea['what']}"
    return merged


def _typed(words, name):
    return str(words.get(name) or "").strip()


def _of(ideas, name):
    return {idea[name] for idea in ideas}
