from django.urls import path

from . import views

urlpatterns = [
    path("", views.post_list, name="post_list"),
    path("write/", views.post_write, name="post_write"),
    path("shelf/", views.shelf, name="shelf"),
    path("shelf/put/", views.shelf_put, name="shelf_put"),
    path("shelf/<uuid:item_id>/file/", views.shelf_file, name="shelf_file"),
    path("<uuid:post_id>/", views.post_detail, name="post_detail"),
    path("<uuid:post_id>/reply/", views.post_reply, name="post_reply"),
    path("<uuid:post_id>/thank/", views.post_thank, name="post_thank"),
    path("<uuid:post_id>/hide/", views.post_hide, name="post_hide"),
    path("<uuid:post_id>/bring-back/", views.post_bring_back, name="post_bring_back"),
    path("<uuid:post_id>/file/", views.post_file, name="post_file"),
]
