from django.apps import AppConfig


class CardsConfig(AppConfig):
    """Ways in for who has no e-mail: printed cards, and a team's tablet with first names and PINs."""

    name = "collaborative.cards"
    label = "cards"
