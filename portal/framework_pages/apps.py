from django.apps import AppConfig


class FrameworkPagesConfig(AppConfig):
    name = "portal.framework_pages"
    label = "framework_pages"
