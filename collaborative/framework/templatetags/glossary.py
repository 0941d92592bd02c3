"""Words of the field that explain themselves: `{% load glossary %}`, then `{% explained "run chart" %}`."""

from django.template import Library

from collaborative.ui.templatetags.ui import term

from ..glossary import glossary_of

register = Library()


@register.simple_tag(takes_context=True)
def explained(context, word, words=""):
    """`word` (or `words` in its place), a tap away from what it means; just the words where the glossary has none.

    All of them on one page take one query together.
    """
    request = context.get("request")
    found = glossary_of(request).meaning(word) if hasattr(request, "actor") else None
    return term(words or word, found[1]) if found else words or word
