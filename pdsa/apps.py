from django.apps import AppConfig


class PDSAConfig(AppConfig):
    name = "pdsa"
