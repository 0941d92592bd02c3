from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "collaborative.drafts"
    label = "drafts"
