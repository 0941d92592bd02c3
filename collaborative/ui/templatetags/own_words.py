"""What the project team wrote, in the reader's words; and what people wrote, with the language it is in.

{{ driver.short_title|in_own_words }}       on a page: what nobody has said in the reader's language keeps its own
{{ driver.short_title|own_words }}          in an attribute, a drawing or a component's argument: the words alone
{{ row.guidance|in_own_words:row.language }}  where a text says itself in which language it is
{% as_written post.language %}              a small line under what a person wrote: "Written in English"
"""

from django.template import Library
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .. import own_words as words

register = Library()


@register.filter
def in_own_words(text, written_in=""):
    return words.shown_in_own_words(text, **_language(written_in))


@register.filter
def own_words(text, written_in=""):
    return words.in_own_words(text, **_language(written_in))


def _language(written_in):
    return {"written_in": written_in} if written_in else {}


@register.simple_tag
def as_written(language):
    """Why words sound foreign, for a reader and for who listens to the page; nothing in the reader's own language."""
    if not language or language == words.language_of_reader():
        return ""
    said = {"en": _("Written in English"), "es": _("Written in Spanish")}.get(language)
    return format_html('<span class="small soft as-written">{}</span>', said or _("Written in another language"))
