from django.apps import AppConfig


class OnboardingConfig(AppConfig):
    name = "collaborative.onboarding"
    label = "onboarding"
