from django.urls import path

from .views import care, circles, curating, lists, pieces, posts, replies, shelf, taking_down, tasks, weekly, writing

of_shelf = [
    path("shelf/", shelf.shelf, name="shelf"),
    path("shelf/put/", shelf.shelf_put, name="shelf_put"),
    path("shelf/retired/", curating.shelf_retired, name="shelf_retired"),
    path("shelf/<uuid:item_id>/edit/", curating.shelf_edit, name="shelf_edit"),
    path("shelf/<uuid:item_id>/used/", curating.shelf_used, name="shelf_used"),
    path("shelf/<uuid:item_id>/not-used/", curating.shelf_not_used, name="shelf_not_used"),
    path("shelf/<uuid:item_id>/now/", curating.shelf_now, name="shelf_now"),
    path("shelf/<uuid:item_id>/feature/", curating.shelf_feature, name="shelf_feature"),
    path("shelf/<uuid:item_id>/unfeature/", curating.shelf_unfeature, name="shelf_unfeature"),
    path("shelf/<uuid:item_id>/retire/", curating.shelf_retire, name="shelf_retire"),
    path("shelf/<uuid:item_id>/return/", curating.shelf_return, name="shelf_return"),
    path("shelf/<uuid:item_id>/merge/", curating.shelf_merge, name="shelf_merge"),
    path("shelf/<uuid:item_id>/file/", shelf.shelf_file, name="shelf_file"),
    path("shelf/<uuid:item_id>/hide/", shelf.shelf_hide, name="shelf_hide"),
    path("shelf/<uuid:item_id>/show/", shelf.shelf_show, name="shelf_show"),
]

of_circles = [
    path("groups/", circles.circle_list, name="circle_list"),
    path("groups/found/", circles.circle_found, name="circle_found"),
    path("groups/<uuid:circle_id>/", circles.circle_detail, name="circle_detail"),
    path("groups/<uuid:circle_id>/edit/", circles.circle_edit, name="circle_edit"),
    path("groups/<uuid:circle_id>/invite/", circles.circle_invite, name="circle_invite"),
    path("groups/<uuid:circle_id>/ask/", circles.circle_ask, name="circle_ask"),
    path("groups/<uuid:circle_id>/leave/", circles.circle_leave, name="circle_leave"),
    path("groups/<uuid:circle_id>/close/", circles.circle_close, name="circle_close"),
    path("groups/<uuid:circle_id>/open/", circles.circle_open, name="circle_open"),
    path("groups/people/<uuid:member_id>/let-in/", circles.circle_let_in, name="circle_let_in"),
    path("groups/people/<uuid:member_id>/hand-over/", circles.circle_hand_over, name="circle_hand_over"),
]

of_care = [
    path("worries/", care.worry_list, name="worry_list"),
    path("worries/<uuid:worry_id>/", care.worry_detail, name="worry_detail"),
    path("worries/<uuid:worry_id>/write/", care.worry_write, name="worry_write"),
    path("worries/<uuid:worry_id>/hide/", care.worry_hide, name="worry_hide"),
    path("worries/<uuid:worry_id>/settle/", care.worry_settle, name="worry_settle"),
    path("guidance/", care.guidance, name="guidance"),
]

of_replies = [
    path("replies/<uuid:reply_id>/edit/", writing.reply_edit, name="reply_edit"),
    path("replies/<uuid:reply_id>/versions/", posts.reply_versions, name="reply_versions"),
    path("replies/<uuid:reply_id>/worry/", care.reply_worry, name="reply_worry"),
    path("replies/<uuid:reply_id>/hide/", taking_down.reply_hide, name="reply_hide"),
    path("replies/<uuid:reply_id>/take-down/", taking_down.reply_take_down, name="reply_take_down"),
    path("replies/<uuid:reply_id>/bring-back/", taking_down.reply_bring_back, name="reply_bring_back"),
    path("replies/<uuid:reply_id>/forget/", taking_down.reply_forget, name="reply_forget"),
]

of_posts = [
    path("<uuid:post_id>/", posts.post_detail, name="post_detail"),
    path("<uuid:post_id>/reply/", replies.post_reply, name="post_reply"),
    path("<uuid:post_id>/thank/", replies.post_thank, name="post_thank"),
    path("<uuid:post_id>/edit/", writing.post_edit, name="post_edit"),
    path("<uuid:post_id>/add/", pieces.post_add, name="post_add"),
    path("<uuid:post_id>/versions/", posts.post_versions, name="post_versions"),
    path("<uuid:post_id>/worry/", care.post_worry, name="post_worry"),
    path("<uuid:post_id>/hide/", taking_down.post_hide, name="post_hide"),
    path("<uuid:post_id>/take-down/", taking_down.post_take_down, name="post_take_down"),
    path("<uuid:post_id>/bring-back/", taking_down.post_bring_back, name="post_bring_back"),
    path("<uuid:post_id>/forget/", taking_down.post_forget, name="post_forget"),
]

urlpatterns = [
    path("", lists.post_list, name="post_list"),
    path("write/", writing.post_write, name="post_write"),
    path("waiting/", lists.waiting, name="waiting"),
    path("questions/", weekly.weekly_list, name="weekly_list"),
    path("questions/plan/", weekly.weekly_plan, name="weekly_plan"),
    path("taken-down/", taking_down.taken_down, name="taken_down"),
    path("pieces/<uuid:piece_id>/", pieces.piece_file, name="piece_file"),
    path("pieces/<uuid:piece_id>/remove/", pieces.piece_remove, name="piece_remove"),
    path("pieces/<uuid:piece_id>/forget/", pieces.piece_forget, name="piece_forget"),
    path("pieces/<uuid:piece_id>/bring-back/", pieces.piece_bring_back, name="piece_bring_back"),
    path("tasks/<uuid:task_id>/tick/", tasks.task_tick, name="task_tick"),
    path("tasks/<uuid:task_id>/untick/", tasks.task_untick, name="task_untick"),
    *of_shelf,
    *of_circles,
    *of_care,
    *of_replies,
    *of_posts,
]
