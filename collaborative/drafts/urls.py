from django.urls import path

from . import views

urlpatterns = [
    path("<slug:form>/<uuid:thing_id>/", views.draft_save, name="draft_save"),
    path("<slug:form>/<uuid:thing_id>/drop/", views.draft_drop, name="draft_drop"),
]
