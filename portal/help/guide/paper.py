"""The words and pictures of a role's guide, as its paper is made of them."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .shape import picture_of

TEMPLATE = Path(__file__).with_name("guide.typ")


def words_of(guide, *, language, paper, collaborative) -> dict:
    """Everything the paper says, in the language and the words in force."""
    return {
        "language": language,
        "paper": paper,
        "title": _("How it goes, step by step"),
        "role": str(guide.role.label),
        "collaborative": collaborative,
        "lead": str(guide.lead),
        "page": _("Page"),
        "help": _("Is something not clear? Call the person whose number stands at the foot of every page."),
        "steps": [
            {
                "title": str(step.title),
                "words": str(step.words),
                "shows": str(step.shows),
                "picture": _picture(guide, step, language),
            }
            for step in guide.steps
        ],
    }


def _picture(guide, step, language):
    """Its place below the project's folder; nothing where nobody has made it yet."""
    place = f"static/{picture_of(guide, step, language)}"
    return f"/{place}" if (settings.BASE_DIR / place).is_file() else ""
