from django.urls import path

from . import views

HERE = "<slug:organization>/<slug:collaborative>/"

urlpatterns = [
    path(HERE, views.home, name="home"),
    path(HERE + "story/", views.story, name="story"),
    path(HERE + "our-team/", views.in_hand, name="in_hand"),
    path(HERE + "new-here/", views.newcomer, name="newcomer"),
    path(HERE + "handing-on/<uuid:membership_id>/", views.handover, name="handover"),
    path(HERE + "noticing/", views.noticing_add, name="noticing_add"),
]
