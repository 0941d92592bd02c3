from django.apps import AppConfig


class FrameworkConfig(AppConfig):
    name = "collaborative.framework"
    label = "framework"
