from django.urls import path

from .views import chart, definitions, entering, lists, shown, taking_out

urlpatterns = [
    path("", lists.metric_list, name="metric_list"),
    path("enter/", entering.observation_enter, name="observation_enter"),
    path("sheet/", lists.sheet_print, name="sheet_print"),
    path("definitions/", definitions.definition_list, name="definition_list"),
    path("definitions/new/", definitions.metric_define, name="metric_define"),
    path("sharing/", shown.sharing_show, name="sharing_show"),
    path("counts/<uuid:observation_id>/", chart.observation_history, name="observation_history"),
    path("notes/<uuid:note_id>/hide/", chart.note_hide, name="note_hide"),
    path("notes/<uuid:note_id>/show/", chart.note_show, name="note_show"),
    path("teams/<uuid:team_id>/", lists.team_numbers, name="team_numbers"),
    path("teams/<uuid:team_id>/export/", taking_out.team_export, name="team_export"),
    path("teams/<uuid:team_id>/<uuid:metric_id>/", chart.team_chart, name="team_chart"),
    path("<uuid:metric_id>/", chart.metric_chart, name="metric_chart"),
    path("<uuid:metric_id>/centers/", lists.metric_centers, name="metric_centers"),
    path("<uuid:metric_id>/export/", taking_out.metric_export, name="metric_export"),
    path("<uuid:metric_id>/notes/add/", chart.note_add, name="note_add"),
    path("<uuid:metric_id>/goal/", chart.goal_set, name="goal_set"),
    path("<uuid:metric_id>/plan/", chart.plan_edit, name="plan_edit"),
    path("<uuid:metric_id>/definition/", definitions.definition_change, name="definition_change"),
]
