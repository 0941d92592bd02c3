from django.urls import path

from . import views, ways

urlpatterns = [
    path("", views.people, name="people"),
    path("enter/<slug:key>/", views.enter, name="enter"),
    path("ways/", ways.ways, name="ways"),
    path("ways/card/<uuid:card_id>/", ways.card, name="ways_card"),
    path("ways/tablet/<slug:key>/", ways.tablet, name="ways_tablet"),
    path("ways/tablet-off/", ways.tablet_leave, name="ways_leave"),
    path("mail/", views.mails, name="mail"),
]
