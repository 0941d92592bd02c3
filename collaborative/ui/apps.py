from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "collaborative.ui"
