from django.urls import path

from .views import closures, lines, page, sessions

urlpatterns = [
    path("", page.schedule, name="schedule"),
    path("dates.ics", page.dates_ics, name="dates_ics"),
    path("dates/<uuid:line_id>.ics", page.date_ics, name="date_ics"),
    path("lines/add/", lines.line_add, name="line_add"),
    path("lines/<uuid:line_id>/edit/", lines.line_edit, name="line_edit"),
    path("lines/<uuid:line_id>/hide/", lines.line_hide, name="line_hide"),
    path("lines/<uuid:line_id>/show/", lines.line_show, name="line_show"),
    path("lines/<uuid:line_id>/done/", lines.line_done, name="line_done"),
    path("sessions/add/", sessions.session_add, name="session_add"),
    path("sessions/<uuid:session_id>/edit/", sessions.session_edit, name="session_edit"),
    path("sessions/<uuid:session_id>/hide/", sessions.session_hide, name="session_hide"),
    path("sessions/<uuid:session_id>/show/", sessions.session_show, name="session_show"),
    path("periods/<uuid:period_id>/edit/", sessions.period_edit, name="period_edit"),
    path("closures/", closures.closure_list, name="closure_list"),
    path("closures/add/", closures.closure_add, name="closure_add"),
    path("closures/<uuid:closure_id>/hide/", closures.closure_hide, name="closure_hide"),
    path("closures/<uuid:closure_id>/show/", closures.closure_show, name="closure_show"),
]
