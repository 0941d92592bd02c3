"""Posts and replies: written, changed, taken off the page, brought back, removed for good."""

import contextlib
import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.files.models import StoredFile
from collaborative.isolation.forgetting import NothingToForget, forget_words
from collaborative.isolation.locking import save_if_unchanged
from collaborative.outbox.actions import drop_all_about
from collaborative.tenancy.enums import Audience

from ..enums import PostKind, ReplyKind
from ..models import Attachment, Mention, Noticing, Post, PostReply, PostTask
from .hanging import hang_on, list_tasks, name_people


class TooLongAgo(Exception):
    """None of these words were written by this person within the last day."""


@transaction.atomic
def write_post(
    *,
    collaborative_id,
    by,
    role,
    audience,
    text,
    team_id=None,
    group_id=None,
    circle_id=None,
    pieces=(),
    people=(),
    tasks=(),
    **more,
) -> Post:
    """Post words for an audience; `by` is the Person, `role` what she is here.

    `pieces`: what hangs on it (see Piece). `people`: ids of those named. `tasks`: see Line. `more`: title, kind, who,
    language, driver, planned_date, try_id, week (the Monday from which a question of the week is put).
    Raises files.NotAFile where an upload cannot be taken; then nothing is posted.
    """
    in_group = audience == Audience.GROUP
    if more.get("week"):
        more["active_at"] = timezone.make_aware(datetime.datetime.combine(more["week"], datetime.time()))
    post = Post.objects.create(
        collaborative_id=collaborative_id,
        team_id=team_id,
        group_id=group_id if in_group and not circle_id else None,
        circle_id=circle_id if in_group else None,
        audience=audience,
        author=by,
        author_role=role,
        text=text,
        **{"kind": PostKind.WORDS, **more},
    )
    hang_on(post, pieces, by=by)
    name_people(post, people, by=by)
    list_tasks(post, tasks, by=by)
    return post


@transaction.atomic
def reply(
    post, *, by, role, text, team_id=None, kind=ReplyKind.ANSWER, language="en", pieces=(), people=()
) -> PostReply:
    """Answer a post, or say thank you in words, for the same people as the post. Raises files.NotAFile."""
    answer = PostReply.objects.create(
        post=post, collaborative_id=post.collaborative_id, team_id=team_id if post.audience != Audience.TEAM else
        post.team_id, group_id=post.group_id, circle_id=post.circle_id, audience=post.audience, author=by,
        author_role=role, text=text, kind=kind, language=language,
    )  # fmt: skip
    hang_on(answer, pieces, by=by)
    name_people(answer, people, by=by)
    now = timezone.now()
    Post.objects.filter(pk=post.pk).update(last_reply_at=now, active_at=now)
    return answer


@transaction.atomic
def edit(row, version, *, by, people=(), shown=True, **changes) -> None:
    """Change one's own words; what stood there before stays in the history of the post.

    `shown`: whether others could read it before, so that it says "edited". Raises ChangedMeanwhile.
    """
    edited = {"edited_at": timezone.now()} if shown else {}
    save_if_unchanged(row, version, **changes, **edited)
    name_people(row, people, by=by)


def hide(row, *, by) -> None:
    """Take something off the page; whoever did can bring it back for 30 days. Nobody is told of it any more."""
    type(row).objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )
    drop_all_about(_told_of(row))


def _told_of(row):
    """What people may have been told of with this row: itself, and what was said under it."""
    if not isinstance(row, Post):
        return [row.pk]
    return [row.pk, *PostReply.objects.filter(post=row).values_list("pk", flat=True)]


def bring_back(row) -> None:
    """Undo `hide`."""
    type(row).objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


@transaction.atomic
def forget(row) -> None:
    """Remove the words the caller wrote in a post or reply within 24 hours for good, with all that hangs on it.

    Raises TooLongAgo.
    """
    try:
        forget_words(row._meta.db_table, row.pk)
    except NothingToForget:
        raise TooLongAgo from None
    key = {"reply": row} if isinstance(row, PostReply) else {"post": row, "reply": None}
    for hanging in Attachment.objects.filter(**key):
        forget_piece(hanging)
    Mention.objects.filter(**key).update(hidden_at=timezone.now())
    if isinstance(row, Post):
        _forget_rest_of_post(row)


def _forget_rest_of_post(post):
    """Its list of tasks, and the file and link of the time before attachments."""
    for task in PostTask.objects.filter(post=post):
        with contextlib.suppress(NothingToForget):
            forget_words(task._meta.db_table, task.pk)
    file_id = post.file_id
    Post.objects.filter(pk=post.pk).update(file=None, link="", version=F("version") + 1)
    _empty(file_id)
    drop_all_about(_told_of(post))


def forget_piece(hanging) -> None:
    """A picture, file or link with its words, gone for good."""
    with contextlib.suppress(NothingToForget):
        forget_words(hanging._meta.db_table, hanging.pk)
    Attachment.objects.filter(pk=hanging.pk).update(
        file=None, link="", is_picture=False, hidden_at=timezone.now(), version=F("version") + 1
    )
    _empty(hanging.file_id)


def _empty(file_id):
    if file_id:
        StoredFile.objects.filter(pk=file_id).update(content=b"", size=0, name="", description="")


def note_noticing(*, collaborative_id, by, question, text, on, language="en") -> Noticing:
    """Write down what the project team notices under one of the four questions."""
    return Noticing.objects.create(
        collaborative_id=collaborative_id, author=by, question=question, text=text, noticed_on=on, language=language
    )
