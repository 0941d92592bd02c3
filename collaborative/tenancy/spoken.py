"""The languages people speak, as they typed them, named in the language of whoever reads it."""

from django.utils.translation import pgettext_lazy

# What one may have typed, in English or in Spanish; a language that is not here stands as it was written.
KNOWN = (
    (("english", "inglés", "ingles"), pgettext_lazy("somebody speaks", "English")),
    (("spanish", "español", "espanol"), pgettext_lazy("somebody speaks", "Spanish")),
    (("portuguese", "portugués"), pgettext_lazy("somebody speaks", "Portuguese")),
    (("french", "francés"), pgettext_lazy("somebody speaks", "French")),
    (("haitian creole", "criollo haitiano"), pgettext_lazy("somebody speaks", "Haitian Creole")),
    (("arabic", "árabe"), pgettext_lazy("somebody speaks", "Arabic")),
    (("chinese", "chino"), pgettext_lazy("somebody speaks", "Chinese")),
    (("mandarin", "mandarín"), pgettext_lazy("somebody speaks", "Mandarin")),
    (("cantonese", "cantonés"), pgettext_lazy("somebody speaks", "Cantonese")),
    (("vietnamese", "vietnamita"), pgettext_lazy("somebody speaks", "Vietnamese")),
    (("korean", "coreano"), pgettext_lazy("somebody speaks", "Korean")),
    (("tagalog", "tagalo"), pgettext_lazy("somebody speaks", "Tagalog")),
    (("russian", "ruso"), pgettext_lazy("somebody speaks", "Russian")),
    (("ukrainian", "ucraniano"), pgettext_lazy("somebody speaks", "Ukrainian")),
    (("somali", "somalí"), pgettext_lazy("somebody speaks", "Somali")),
    (("sign language", "asl", "lengua de señas"), pgettext_lazy("somebody speaks", "sign language")),
)
NAMED = {typed: name for names, name in KNOWN for typed in names}


def named(languages) -> tuple[str, ...]:
    """The languages of one person, for the reader of now."""
    return tuple(str(NAMED.get(one.casefold(), one)) for one in languages)
