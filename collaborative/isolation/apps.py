from django.apps import AppConfig


class IsolationConfig(AppConfig):
    name = "collaborative.isolation"
    label = "isolation"
