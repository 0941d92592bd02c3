from django.urls import path

from .views import guide, pages

urlpatterns = [
    path("", pages.help, name="help"),
    path("rights/", pages.rights, name="rights"),
    path("guide/", guide.guide, name="guide"),
    path("guide/<slug:role>/", guide.guide_of, name="guide_of"),
    path("guide/<slug:role>/print/", guide.guide_file, name="guide_file"),
    path("guide/<slug:role>/<slug:step>/", guide.guide_step, name="guide_step"),
]
