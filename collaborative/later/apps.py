from django.apps import AppConfig


class LaterConfig(AppConfig):
    name = "collaborative.later"
    label = "later"
