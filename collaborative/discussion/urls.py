from django.urls import path

from .views import posts, replies, shelf, taking_down

urlpatterns = [
    path("", posts.post_list, name="post_list"),
    path("write/", posts.post_write, name="post_write"),
    path("taken-down/", taking_down.taken_down, name="taken_down"),
    path("shelf/", shelf.shelf, name="shelf"),
    path("shelf/put/", shelf.shelf_put, name="shelf_put"),
    path("shelf/<uuid:item_id>/file/", shelf.shelf_file, name="shelf_file"),
    path("shelf/<uuid:item_id>/hide/", shelf.shelf_hide, name="shelf_hide"),
    path("shelf/<uuid:item_id>/show/", shelf.shelf_show, name="shelf_show"),
    path("replies/<uuid:reply_id>/hide/", taking_down.reply_hide, name="reply_hide"),
    path("replies/<uuid:reply_id>/take-down/", taking_down.reply_take_down, name="reply_take_down"),
    path("replies/<uuid:reply_id>/bring-back/", taking_down.reply_bring_back, name="reply_bring_back"),
    path("replies/<uuid:reply_id>/forget/", taking_down.reply_forget, name="reply_forget"),
    path("<uuid:post_id>/", posts.post_detail, name="post_detail"),
    path("<uuid:post_id>/reply/", replies.post_reply, name="post_reply"),
    path("<uuid:post_id>/thank/", replies.post_thank, name="post_thank"),
    path("<uuid:post_id>/hide/", taking_down.post_hide, name="post_hide"),
    path("<uuid:post_id>/take-down/", taking_down.post_take_down, name="post_take_down"),
    path("<uuid:post_id>/bring-back/", taking_down.post_bring_back, name="post_bring_back"),
    path("<uuid:post_id>/forget/", taking_down.post_forget, name="post_forget"),
    path("<uuid:post_id>/file/", posts.post_file, name="post_file"),
]
