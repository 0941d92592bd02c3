from django.urls import path

from .views import cards, pins, sheets, tablets

urlpatterns = [
    path("", cards.card_list, name="card_list"),
    path("add/", cards.person_add, name="person_add"),
    path("for/<uuid:person_id>/", cards.card_make, name="card_make"),
    path("for/<uuid:person_id>/no/", cards.person_decline, name="person_decline"),
    path("<uuid:card_id>/", sheets.card_sheet, name="card_sheet"),
    path("<uuid:card_id>/stop/", cards.card_stop, name="card_stop"),
    path("mine/", pins.ways_in, name="ways_in"),
    path("mine/stop/", pins.own_card_stop, name="own_card_stop"),
    path("mine/pin/", pins.pin_set, name="pin_set"),
    path("mine/pin/drop/", pins.pin_drop, name="pin_drop"),
    path("tablets/<uuid:team_id>/", tablets.tablet_list, name="tablet_list"),
    path("tablets/<uuid:team_id>/here/", tablets.tablet_add, name="tablet_add"),
    path("tablet/<uuid:tablet_id>/off/", tablets.tablet_off, name="tablet_off"),
]
