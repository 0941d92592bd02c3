"""Edits and the glossary. The framework's own page and its drivers' pages show other rooms too: they are the portal's,
which adds `framework` and `driver` to this list."""

from django.urls import path

from .views import editing, glossary, ideas

urlpatterns = [
    path("glossary/", glossary.glossary, name="glossary"),
    path("glossary/<uuid:term_id>/edit/", editing.term_edit, name="term_edit"),
    path("<uuid:framework_id>/edit/", editing.framework_edit, name="framework_edit"),
    path("<uuid:framework_id>/publish/", editing.framework_publish, name="framework_publish"),
    path("aims/<uuid:aim_id>/edit/", editing.aim_edit, name="aim_edit"),
    path("drivers/<uuid:driver_id>/edit/", editing.driver_edit, name="driver_edit"),
    path("drivers/<uuid:driver_id>/ideas/add/", ideas.idea_add, name="idea_add"),
    path("secondary/<uuid:secondary_id>/edit/", editing.secondary_edit, name="secondary_edit"),
    path("ideas/<uuid:idea_id>/edit/", ideas.idea_edit, name="idea_edit"),
    path("ideas/<uuid:idea_id>/hide/", ideas.idea_hide, name="idea_hide"),
    path("ideas/<uuid:idea_id>/show/", ideas.idea_show, name="idea_show"),
]
