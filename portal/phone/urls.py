from django.urls import path

from . import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("offline/ready/", views.ready, name="ready"),
    path("offline/<slug:language>/", views.shell, name="no_connection"),
    path("offline/<slug:language>/<slug:form>/", views.shell, name="shell"),
]
