"""Translations, said in the words of the collaborative one is in: the one place where sentences take them on."""

from django.utils.translation import trans_real

from collaborative.ui import house_words

CONTEXT_END = trans_real.CONTEXT_SEPARATOR
Ours = trans_real.DjangoTranslation


class OwnWords(Ours):
    """A language's translations; while a collaborative's words are in force they stand in every sentence."""

    def gettext(self, message):
        said = super().gettext(message)
        if not house_words.is_speaking():
            return said
        return house_words.say(said.rpartition(CONTEXT_END)[2], self.language())

    def ngettext(self, one, many, number):
        said = super().ngettext(one, many, number)
        return house_words.say(said, self.language()) if house_words.is_speaking() else said


def install():
    """Every language that is loaded from now on speaks so; those that are loaded are loaded again."""
    trans_real.DjangoTranslation = OwnWords
    trans_real._translations.clear()
    trans_real._default = None
    if hasattr(trans_real._active, "value"):
        trans_real.activate(trans_real._active.value.to_language())
