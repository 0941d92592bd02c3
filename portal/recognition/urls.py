from django.urls import path

from .views import certificates, credit, wall

urlpatterns = [
    path("", credit.credit, name="credit"),
    path("add/", credit.credit_add, name="credit_add"),
    path("<uuid:note_id>/edit/", credit.credit_edit, name="credit_edit"),
    path("<uuid:note_id>/hide/", credit.credit_hide, name="credit_hide"),
    path("<uuid:note_id>/show/", credit.credit_show, name="credit_show"),
    path("words/", credit.words_edit, name="words_edit"),
    path("certificates/", certificates.certificate_list, name="certificate_list"),
    path("certificates/<uuid:membership_id>/", certificates.certificate_file, name="certificate_file"),
    path("thanks/", wall.thanks, name="thanks"),
]
