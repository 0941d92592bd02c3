from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    name = "portal.recognition"
    label = "recognition"
