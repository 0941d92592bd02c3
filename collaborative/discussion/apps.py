from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    name = "collaborative.discussion"
    label = "discussion"
