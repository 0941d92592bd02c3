from django.urls import path

from . import views

urlpatterns = [
    path("", views.report_list, name="report_list"),
    path("ask/", views.report_ask, name="report_ask"),
    path("<uuid:report_id>/", views.report_detail, name="report_detail"),
    path("<uuid:report_id>/progress/", views.report_progress, name="report_progress"),
    path("<uuid:report_id>/file/", views.report_file, name="report_file"),
]
