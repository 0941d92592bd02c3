"""The only writes of Learn together."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.files.actions import store_document
from collaborative.files.models import StoredFile
from collaborative.isolation.forgetting import NothingToForget, forget_words
from collaborative.tenancy.enums import Audience

from .enums import PostKind, ReplyKind
from .models import Noticing, Post, PostReply, ShelfItem


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
    title="",
    team_id=None,
    group_id=None,
    kind=PostKind.WORDS,
    link="",
    upload=None,
    shows="",
    language="en",
) -> Post:
    """Post words for an audience; `by` is the Person, `role` what she is here, `upload` one file or picture.

    `shows`: what can be seen in the picture, for who cannot see it.

    Raises files.NotAFile where the upload cannot be taken; then nothing is posted.
    """
    place = {
        "collaborative_id": collaborative_id,
        "team_id": team_id,
        "group_id": group_id if audience == Audience.GROUP else None,
        "audience": audience,
    }
    stored = store_document(upload, by=by.pk, description=shows, **place) if upload else None
    return Post.objects.create(
        author=by,
        author_role=role,
        title=title,
        text=text,
        kind=kind,
        link=link,
        file=stored,
        language=language,
        **place,
    )


@transaction.atomic
def reply(post, *, by, role, text, team_id=None, kind=ReplyKind.ANSWER, language="en") -> PostReply:
    """Answer a post, or say thank you in words, for the same people as the post."""
    answer = PostReply.objects.create(
        post=post, collaborative_id=post.collaborative_id, team_id=team_id if post.audience != Audience.TEAM else
        post.team_id, group_id=post.group_id, audience=post.audience, author=by, author_role=role, text=text,
        kind=kind, language=language,
    )  # fmt: skip
    Post.objects.filter(pk=post.pk).update(last_reply_at=timezone.now())
    return answer


def hide(row, *, by) -> None:
    """Take something off the page; whoever did can bring it back for 30 days."""
    type(row).objects.filter(pk=row.pk, hidden_at=None).update(
        hidden_at=timezone.now(), hidden_by_id=by.pk, version=F("version") + 1
    )


def bring_back(row) -> None:
    """Undo `hide`."""
    type(row).objects.filter(pk=row.pk).update(hidden_at=None, hidden_by_id=None, version=F("version") + 1)


@transaction.atomic
def forget(row) -> None:
    """Remove the words the caller wrote in a post or reply within 24 hours for good, and the file that came with them.

    Raises TooLongAgo.
    """
    try:
        forget_words(row._meta.db_table, row.pk)
    except NothingToForget:
        raise TooLongAgo from None
    file_id = getattr(row, "file_id", None)
    if file_id:
        type(row).objects.filter(pk=row.pk).update(file=None, version=F("version") + 1)
        StoredFile.objects.filter(pk=file_id).update(content=b"", size=0, name="", description="")


@transaction.atomic
def put_on_shelf(*, collaborative_id, by, title, description="", link="", upload=None, driver=None, language="en"):
    """Keep a link or a file where everybody in the collaborative finds it. Raises files.NotAFile."""
    stored = None
    if upload:
        place = {"collaborative_id": collaborative_id, "team_id": None, "group_id": None, "audience": Audience.ALL}
        stored = store_document(upload, by=by.pk, **place)
    return ShelfItem.objects.create(
        collaborative_id=collaborative_id, author=by, title=title, description=description,
        link="" if stored else link, file=stored, driver=driver, language=language,
    )  # fmt: skip


def note_noticing(*, collaborative_id, by, question, text, on, language="en") -> Noticing:
    """Write down what the project team notices under one of the four questions."""
    return Noticing.objects.create(
        collaborative_id=collaborative_id, author=by, question=question, text=text, noticed_on=on, language=language
    )
