from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "collaborative.tenancy"
    label = "tenancy"
