from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "collaborative.audit"
    label = "audit"
