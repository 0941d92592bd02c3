from django.urls import path

from . import views

urlpatterns = [
    path("teams/<uuid:team_id>/", views.part, name="part"),
    path("teams/<uuid:team_id>/file/", views.part_take, name="part_take"),
]
