from django.urls import path

from . import cards, fresh, invitations, phones, second, tablets, views

INVITATION = "invitation/<slug:organization>/<slug:token>/"

urlpatterns = [
    path("", views.places, name="places"),
    path("language/", views.language, name="language"),
    path("accounts/second/", second.second, name="second"),
    path("accounts/fresh/", fresh.fresh, name="fresh"),
    path("accounts/my-phone/", phones.phone, name="phone"),
    path("accounts/my-phone/code/", phones.phone_code, name="phone_code"),
    path("accounts/my-phone/remove/", phones.phone_remove, name="phone_remove"),
    path("card/", cards.place, name="card_place"),
    path("card/later/", cards.passkey_later, name="passkey_later"),
    path("card/<slug:organization>/", cards.typing, name="card"),
    path("card/<slug:organization>/you/", cards.ask, name="card_ask"),
    path("card/<slug:organization>/<slug:code>/", cards.opened, name="card_open"),
    path("tablet/", tablets.names, name="tablet"),
    path("tablet/done/", tablets.done, name="tablet_done"),
    path("tablet/<uuid:person_id>/", tablets.pin, name="tablet_pin"),
    path(INVITATION, invitations.invitation, name="invitation"),
    path(INVITATION + "yes/", invitations.invitation_accept, name="invitation_accept"),
    path(INVITATION + "no/", invitations.invitation_decline, name="invitation_decline"),
    path(INVITATION + "other/", invitations.invitation_other, name="invitation_other"),
]
