from django.urls import path

from . import views

urlpatterns = [
    path("", views.help, name="help"),
    path("rights/", views.rights, name="rights"),
]
