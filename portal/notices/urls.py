from django.urls import path

from . import reaching, views

urlpatterns = [
    path("me/", reaching.reach_edit, name="reach_edit"),
    path("calls/", views.call_list, name="call_list"),
    path("calls/add/", views.call_add, name="call_add"),
    path("calls/<uuid:call_id>/take/", views.call_take, name="call_take"),
    path("calls/<uuid:call_id>/note/", views.call_note, name="call_note"),
    path("calls/<uuid:call_id>/reopen/", views.call_reopen, name="call_reopen"),
]
