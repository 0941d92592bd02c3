"""Addresses in the last lines of messages: they work without signing in."""

from django.urls import path

from . import stopping

urlpatterns = [
    path("<str:token>/", stopping.stop, name="stop"),
    path("<str:token>/undo/", stopping.undo, name="undo"),
]
