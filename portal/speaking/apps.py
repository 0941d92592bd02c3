from django.apps import AppConfig


class SpeakingConfig(AppConfig):
    """Every word people read, in the languages people read: catalogues, extracted and compiled with Babel."""

    name = "portal.speaking"
    label = "speaking"

    def ready(self):
        from . import checks, house_words  # noqa: F401, PLC0415 (the checks register themselves)

        house_words.install()
