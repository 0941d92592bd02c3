from django.urls import path

from . import invitations, views

INVITATION = "invitation/<slug:organization>/<slug:token>/"

urlpatterns = [
    path("", views.places, name="places"),
    path("language/", views.language, name="language"),
    path(INVITATION, invitations.invitation, name="invitation"),
    path(INVITATION + "yes/", invitations.invitation_accept, name="invitation_accept"),
    path(INVITATION + "no/", invitations.invitation_decline, name="invitation_decline"),
    path(INVITATION + "other/", invitations.invitation_other, name="invitation_other"),
]
