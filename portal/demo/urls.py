from django.urls import path

from . import views

urlpatterns = [
    path("", views.people, name="people"),
    path("enter/<slug:key>/", views.enter, name="enter"),
    path("mail/", views.mails, name="mail"),
]
