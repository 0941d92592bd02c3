from django.urls import path

from .views import (
    boards,
    calls,
    comfort,
    directory,
    faculty,
    leaving,
    ledger,
    people,
    pictures,
    project_team,
    removing,
    supports,
    teams,
    words,
)

HERE = "<slug:organization>/<slug:collaborative>/"
PEOPLE = HERE + "people/"
HELLO = PEOPLE + "introductions/"
BOARDS = HERE + "storyboards/"
PROJECT = PEOPLE + "project-team/"
SUPPORTS = HERE + "supports/"
CALLS = PEOPLE + "welcome-calls/"

urlpatterns = [
    # Who is who
    path(HERE + "teams/<uuid:team_id>/", teams.team_detail, name="team_detail"),
    path(HERE + "teams/<uuid:team_id>/packet/", teams.packet, name="packet"),
    path(HERE + "teams/<uuid:team_id>/leave/", leaving.team_leave, name="team_leave"),
    path(HERE + "teams/<uuid:team_id>/left/", leaving.departure_detail, name="departure_detail"),
    path(HERE + "teams/<uuid:team_id>/left/words/", leaving.departure_edit, name="departure_edit"),
    path(HERE + "teams/<uuid:team_id>/left/take-back/", leaving.departure_take_back, name="departure_take_back"),
    path(HERE + "teams/<uuid:team_id>/left/return/", leaving.departure_return, name="departure_return"),
    path(PEOPLE + "<uuid:person_id>/", people.person_detail, name="person_detail"),
    path(PEOPLE + "ask/", directory.directory, name="directory"),
    path(PEOPLE + "ask/subjects/", directory.contacts_edit, name="contacts_edit"),
    path(PEOPLE + "ask/centers/", directory.centers_edit, name="centers_edit"),
    path(PEOPLE + "faculty/", faculty.perspectives, name="perspectives"),
    path(PEOPLE + "faculty/mine/", faculty.perspective_edit, name="perspective_edit"),
    # How the project team works
    path(PROJECT, project_team.competencies, name="competencies"),
    path(PROJECT + "in-hand/<slug:line>/", project_team.holders_edit, name="holders_edit"),
    path(PROJECT + "how/", project_team.structure, name="structure"),
    path(PROJECT + "how/<slug:question>/", project_team.structure_answer, name="structure_answer"),
    path(PROJECT + "skills/", project_team.skills, name="skills"),
    path(PROJECT + "skills/mine/", project_team.skills_mine, name="skills_mine"),
    path(CALLS, calls.call_list, name="call_list"),
    path(CALLS + "teams/<uuid:team_id>/", calls.call_add, name="call_add"),
    path(CALLS + "<uuid:call_id>/", calls.call_edit, name="call_edit"),
    path(CALLS + "<uuid:call_id>/hide/", calls.call_hide, name="call_hide"),
    path(CALLS + "<uuid:call_id>/show/", calls.call_show, name="call_show"),
    # Introducing oneself
    path(HELLO, words.introduction_list, name="introduction_list"),
    path(HELLO + "mine/", words.introduction_write, name="introduction_write"),
    path(HELLO + "<uuid:introduction_id>/", words.introduction_detail, name="introduction_detail"),
    path(HELLO + "<uuid:introduction_id>/hello/", words.hello_say, name="hello_say"),
    path(HELLO + "<uuid:introduction_id>/hide/", removing.introduction_hide, name="introduction_hide"),
    path(HELLO + "<uuid:introduction_id>/show/", removing.introduction_show, name="introduction_show"),
    path(HELLO + "<uuid:introduction_id>/forget/", removing.introduction_forget, name="introduction_forget"),
    path(HELLO + "hellos/<uuid:hello_id>/hide/", removing.hello_hide, name="hello_hide"),
    path(HELLO + "hellos/<uuid:hello_id>/show/", removing.hello_show, name="hello_show"),
    path(HELLO + "hellos/<uuid:hello_id>/forget/", removing.hello_forget, name="hello_forget"),
    # Storyboards
    path(BOARDS, boards.gallery, name="gallery"),
    path(BOARDS + "ours/", boards.board_edit, name="board_edit"),
    path(BOARDS + "ours/show-me/", boards.face_show, name="face_show"),
    path(BOARDS + "ours/not-me/", boards.face_hide, name="face_hide"),
    path(BOARDS + "<uuid:board_id>/", boards.board_detail, name="board_detail"),
    path(BOARDS + "<uuid:board_id>/slide/", boards.board_slide, name="board_slide"),
    path(BOARDS + "<uuid:board_id>/show/", boards.board_show, name="board_show"),
    path(BOARDS + "<uuid:board_id>/keep/", boards.board_keep, name="board_keep"),
    path(BOARDS + "<uuid:board_id>/note/", boards.note_leave, name="note_leave"),
    path(BOARDS + "<uuid:board_id>/pictures/", pictures.picture_add, name="picture_add"),
    path(BOARDS + "pictures/<uuid:picture_id>/", pictures.picture, name="picture"),
    path(BOARDS + "pictures/<uuid:picture_id>/remove/", pictures.picture_remove, name="picture_remove"),
    path(BOARDS + "notes/<uuid:note_id>/hide/", removing.note_hide, name="note_hide"),
    path(BOARDS + "notes/<uuid:note_id>/show/", removing.note_show, name="note_show"),
    path(BOARDS + "notes/<uuid:note_id>/forget/", removing.note_forget, name="note_forget"),
    # Supports
    path(SUPPORTS, supports.support_list, name="support_list"),
    path(SUPPORTS + "promise/", supports.promise_add, name="promise_add"),
    path(SUPPORTS + "promise/<uuid:promise_id>/", supports.promise_edit, name="promise_edit"),
    path(SUPPORTS + "promise/<uuid:promise_id>/hide/", supports.promise_hide, name="promise_hide"),
    path(SUPPORTS + "promise/<uuid:promise_id>/show/", supports.promise_show, name="promise_show"),
    path(SUPPORTS + "given/", ledger.ledger, name="ledger"),
    path(SUPPORTS + "given/add/", ledger.given_add, name="given_add"),
    path(SUPPORTS + "given/<uuid:given_id>/", ledger.given_edit, name="given_edit"),
    path(SUPPORTS + "given/<uuid:given_id>/hide/", ledger.given_hide, name="given_hide"),
    path(SUPPORTS + "given/<uuid:given_id>/show/", ledger.given_show, name="given_show"),
    path(PEOPLE + "me/comfort/", comfort.comfort_edit, name="comfort_edit"),
    path(PEOPLE + "me/comfort/take-back/", comfort.comfort_take_back, name="comfort_take_back"),
    path(PEOPLE + "comfort/", comfort.comfort_list, name="comfort_list"),
]
