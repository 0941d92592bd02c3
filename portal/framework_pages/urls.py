"""The framework's addresses: its two pages that show other rooms, and the room's own."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.framework, name="framework"),
    path("drivers/<slug:code>/", views.driver, name="driver"),
    path("", include("collaborative.framework.urls")),
]
