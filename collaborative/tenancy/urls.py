from django.urls import path

from .views import coaching, faces, giving_roles, grouping, inviting, organization, places, profile, sharing, who

HERE = "<slug:organization>/<slug:collaborative>/"
PEOPLE = HERE + "people/"
ABOVE = "<slug:organization>/"

urlpatterns = [
    # Above the collaboratives
    path(ABOVE, organization.organization_home, name="organization_home"),
    path(ABOVE + "settings/", organization.organization_edit, name="organization_edit"),
    path(ABOVE + "people/", organization.organization_people, name="organization_people"),
    path(ABOVE + "people/me/", profile.organization_profile_edit, name="organization_profile_edit"),
    path(ABOVE + "people/welcome/", profile.organization_welcome, name="organization_welcome"),
    path(ABOVE + "people/<uuid:person_id>/wall/", organization.wall_raise, name="wall_raise"),
    path(ABOVE + "people/<uuid:person_id>/wall/lower/", organization.wall_lower, name="wall_lower"),
    # People
    path(PEOPLE, who.who_is_who, name="who_is_who"),
    path(PEOPLE + "me/", profile.profile_edit, name="profile_edit"),
    path(PEOPLE + "me/photo/", faces.portrait_edit, name="portrait_edit"),
    path(PEOPLE + "me/photo/picture/", faces.portrait_own, name="portrait_own"),
    path(PEOPLE + "me/photo/remove/", faces.portrait_remove, name="portrait_remove"),
    path(PEOPLE + "photos/<uuid:portrait_id>/", faces.portrait, name="portrait"),
    path(PEOPLE + "welcome/", profile.welcome, name="welcome"),
    path(PEOPLE + "invite/", inviting.invitation_send, name="invitation_send"),
    path(PEOPLE + "invitations/", inviting.invitation_list, name="invitation_list"),
    path(PEOPLE + "invitations/<uuid:invitation_id>/again/", inviting.invitation_again, name="invitation_again"),
    path(PEOPLE + "invitations/<uuid:invitation_id>/revoke/", inviting.invitation_revoke, name="invitation_revoke"),
    path(PEOPLE + "invitations/<uuid:invitation_id>/agree/", inviting.invitation_agree, name="invitation_agree"),
    path(PEOPLE + "invitations/<uuid:invitation_id>/refuse/", inviting.invitation_refuse, name="invitation_refuse"),
    path(PEOPLE + "roles/give/", giving_roles.membership_give, name="membership_give"),
    path(PEOPLE + "roles/<uuid:membership_id>/", giving_roles.membership_edit, name="membership_edit"),
    path(PEOPLE + "roles/<uuid:membership_id>/end/", giving_roles.membership_end, name="membership_end"),
    path(PEOPLE + "coaches/", coaching.assignment_list, name="assignment_list"),
    path(PEOPLE + "coaches/add/", coaching.assignment_add, name="assignment_add"),
    path(PEOPLE + "coaches/<uuid:assignment_id>/end/", coaching.assignment_end, name="assignment_end"),
    path(PEOPLE + "groups/", coaching.group_list, name="group_list"),
    path(PEOPLE + "groups/add/", coaching.group_add, name="group_add"),
    path(PEOPLE + "groups/make/", grouping.group_make, name="group_make"),
    path(PEOPLE + "groups/<uuid:group_id>/", coaching.group_edit, name="group_edit"),
    # Places
    path(HERE + "settings/", places.collaborative_edit, name="collaborative_edit"),
    path(HERE + "teams/<uuid:team_id>/edit/", places.team_edit, name="team_edit"),
    path(HERE + "teams/<uuid:team_id>/picture/", places.team_picture, name="team_picture"),
    path(HERE + "teams/<uuid:team_id>/picture/remove/", places.team_picture_remove, name="team_picture_remove"),
    path(HERE + "centers/add/", places.center_add, name="center_add"),
    path(HERE + "centers/<uuid:center_id>/join/", places.center_join, name="center_join"),
    path(HERE + "centers/<uuid:center_id>/", places.center_edit, name="center_edit"),
    # Sharing, and one's own history
    path(HERE + "agreement/", sharing.agreement, name="agreement"),
    path(HERE + "agreement/pause/<uuid:team_id>/", sharing.pause_start, name="pause_start"),
    path(HERE + "agreement/pause/<uuid:team_id>/end/", sharing.pause_end, name="pause_end"),
    path(HERE + "history/", profile.own_history, name="own_history"),
]
