from django.urls import path

from . import views

urlpatterns = [
    path("", views.text_list, name="text_list"),
    path("save/", views.text_save, name="text_save"),
    path("sheet/", views.text_sheet, name="text_sheet"),
    path("from-template/", views.text_take, name="text_take"),
    path("<uuid:phrase_id>/show/", views.phrase_show, name="phrase_show"),
]
