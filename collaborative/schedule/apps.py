from django.apps import AppConfig


class ScheduleConfig(AppConfig):
    name = "collaborative.schedule"
    label = "schedule"
