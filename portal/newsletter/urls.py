from django.urls import path

from .views import guests, letters, pieces

urlpatterns = [
    path("", letters.letter_list, name="letter_list"),
    path("begin/", letters.letter_begin, name="letter_begin"),
    path("<uuid:letter_id>/", letters.letter_detail, name="letter_detail"),
    path("<uuid:letter_id>/edit/", letters.letter_edit, name="letter_edit"),
    path("<uuid:letter_id>/mail/", letters.letter_mail, name="letter_mail"),
    path("<uuid:letter_id>/send/", letters.letter_send, name="letter_send"),
    path("<uuid:letter_id>/stop/", letters.letter_stop, name="letter_stop"),
    path("<uuid:letter_id>/hide/", letters.letter_hide, name="letter_hide"),
    path("<uuid:letter_id>/show/", letters.letter_show, name="letter_show"),
    path("<uuid:letter_id>/take/<str:section>/<uuid:source_id>/", pieces.piece_take, name="piece_take"),
    path("<uuid:letter_id>/words/", pieces.words_add, name="words_add"),
    path("<uuid:letter_id>/guest/", guests.guest_ask, name="guest_ask"),
    path("pieces/<uuid:piece_id>/move/", pieces.piece_move, name="piece_move"),
    path("pieces/<uuid:piece_id>/shorten/", pieces.piece_shorten, name="piece_shorten"),
    path("pieces/<uuid:piece_id>/drop/", pieces.piece_drop, name="piece_drop"),
    path("pieces/<uuid:piece_id>/put-back/", pieces.piece_put_back, name="piece_put_back"),
    path("pieces/<uuid:piece_id>/words/", pieces.words_edit, name="words_edit"),
    path("pieces/<uuid:piece_id>/guest/", guests.guest_write, name="guest_write"),
]
