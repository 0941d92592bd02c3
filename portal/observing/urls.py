from django.urls import path

from . import views

urlpatterns = [
    path("", views.observer_list, name="observer_list"),
    path("totals/", views.totals_file, name="totals_file"),
    path("<uuid:membership_id>/", views.grant_edit, name="grant_edit"),
]
