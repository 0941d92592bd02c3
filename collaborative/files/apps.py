from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "collaborative.files"
    label = "files"
