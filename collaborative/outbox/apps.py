from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "collaborative.outbox"
    label = "outbox"
