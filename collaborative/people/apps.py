from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "collaborative.people"
    label = "people"
