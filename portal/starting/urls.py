from django.urls import path

from . import views

urlpatterns = [
    path("<slug:organization>/collaboratives/new/", views.collaborative_start, name="collaborative_start"),
]
