from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "collaborative.introductions"
    label = "introductions"
