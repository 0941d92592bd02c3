"""What hangs on a post or reply: pictures, files and links, people named there, and who does what by when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from collaborative.files.actions import store_document
from collaborative.files.rules import PICTURES
from collaborative.isolation.inserting import add_unless_there

from ..models import Attachment, Mention, PostReply, PostTask


@dataclass(frozen=True)
class Piece:
    """A picture, file or link to hang on a post: an upload or a link; what a picture shows; whether all said yes."""

    upload: object = None
    link: str = ""
    caption: str = ""
    everyone_agreed: bool = False


@dataclass(frozen=True)
class Line:
    """One line of who does what by when."""

    what: str
    owner_id: UUID
    due_on: date | None = None


def place_of(row) -> dict:
    """The columns by which readers of a post or reply are known, for what hangs on it."""
    names = ("collaborative_id", "team_id", "group_id", "circle_id", "audience")
    return {name: getattr(row, name) for name in names}


def hang_on(row, pieces, *, by) -> list[Attachment]:
    """Keep pieces under a post or a reply, for the same people. Raises files.NotAFile."""
    post_id, reply_id = (row.post_id, row.pk) if isinstance(row, PostReply) else (row.pk, None)
    place = place_of(row)
    # The tables of files know one column of groups: a group run by its members stands there by its own id.
    of_file = {name: value for name, value in place.items() if name != "circle_id"}
    of_file["group_id"] = place["group_id"] or place["circle_id"]
    hung = []
    first = Attachment.objects.filter(post_id=post_id, reply_id=reply_id).count() + 1
    for position, piece in enumerate(pieces, start=first):
        stored = None
        if piece.upload:
            stored = store_document(piece.upload, by=by.pk, description=piece.caption, **of_file)
        hung.append(
            Attachment.objects.create(
                post_id=post_id,
                reply_id=reply_id,
                author=by,
                position=position,
                link="" if stored else piece.link,
                file=stored,
                caption=piece.caption,
                is_picture=stored is not None and stored.content_type in PICTURES,
                everyone_agreed=piece.everyone_agreed,
                **place,
            )
        )
    return hung


def name_people(row, people, *, by) -> None:
    """Note who was named in a post or reply; somebody who was named there already is not named twice."""
    post_id, reply_id = (row.post_id, row.pk) if isinstance(row, PostReply) else (row.pk, None)
    for person_id in people:
        add_unless_there(
            Mention(post_id=post_id, reply_id=reply_id, person_id=person_id, author=by, **place_of(row))
        )  # fmt: skip


def list_tasks(post, lines, *, by) -> None:
    """Keep who does what by when under a post."""
    for position, line in enumerate(lines, start=1):
        PostTask.objects.create(
            post=post, author=by, position=position, what=line.what, owner_id=line.owner_id, due_on=line.due_on,
            **place_of(post),
        )  # fmt: skip


def tick(task, *, on) -> None:
    """Its owner has done it."""
    PostTask.objects.filter(pk=task.pk, done_on=None).update(done_on=on, version=F("version") + 1)


def untick(task) -> None:
    """Not done yet after all."""
    PostTask.objects.filter(pk=task.pk).update(done_on=None, version=F("version") + 1)
