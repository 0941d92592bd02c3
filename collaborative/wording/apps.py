from django.apps import AppConfig

from collaborative.ui.own_words import read_books_with


class WordingConfig(AppConfig):
    name = "collaborative.wording"
    label = "wording"

    def ready(self):
        read_books_with(self.get_model("Phrase").objects.as_book)
