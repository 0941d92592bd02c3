"""Making a storyboard, showing it, and leaving a note."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from collaborative.files.actions import NotAFile, clear_file, show_to, store_picture
from collaborative.files.models import StoredFile
from collaborative.isolation.inserting import add_unless_there
from collaborative.isolation.locking import save_if_unchanged
from collaborative.tenancy.enums import Audience

from ..models import BoardFace, BoardNote, BoardPicture, Storyboard

PICTURES = 4  # on one board, so that it stays one page; ours
LONGEST = 1400  # pixels


class EnoughPictures(NotAFile):
    """The board has as many pictures as fit on a page."""


def start_board(team, *, by, role, language="en", **words) -> Storyboard:
    """The team's board, for the team alone until it shows it."""
    return Storyboard.objects.create(
        collaborative_id=team.collaborative_id, team_id=team.pk, author_id=by, author_role=role,
        audience=Audience.TEAM, language=language, **words,
    )  # fmt: skip


def change_board(board, *, version, by, role, language, **words) -> None:
    """Other words on the board. Raises ChangedMeanwhile."""
    save_if_unchanged(board, version, author_id=by, author_role=role, language=language, **words)


@transaction.atomic
def show_board(board, *, by, on) -> None:
    """All teams see the board, its pictures and the notes under it."""
    _for(board, Audience.ALL, shown_on=board.shown_on or on)


@transaction.atomic
def keep_to_team(board, *, by) -> None:
    """The board is the team's own again; notes stay with it."""
    _for(board, Audience.TEAM)


def _for(board, audience, **changes):
    Storyboard.objects.filter(pk=board.pk).update(audience=audience, version=F("version") + 1, **changes)
    BoardNote.objects.filter(storyboard=board).update(audience=audience)
    pictures = BoardPicture.objects.filter(storyboard=board).values("file_id")
    place = {"team_id": board.team_id, "group_id": None, "collaborative_id": board.collaborative_id}
    show_to(StoredFile.objects.filter(pk__in=pictures), audience=audience, **place)


@transaction.atomic
def add_picture(board, upload, *, by, description) -> BoardPicture:
    """A picture on the board, seen by whoever sees the board. Raises files.NotAFile, EnoughPictures."""
    if BoardPicture.objects.filter(storyboard=board, hidden_at=None).count() >= PICTURES:
        raise EnoughPictures
    stored = store_picture(
        upload, by=by, longest=LONGEST, description=description, collaborative_id=board.collaborative_id,
        team_id=board.team_id, group_id=None, audience=board.audience,
    )  # fmt: skip
    return BoardPicture.objects.create(storyboard=board, team_id=board.team_id, person_id=by, file=stored)


@transaction.atomic
def remove_picture(picture, *, by) -> None:
    """The picture is off the board, and its bytes are gone."""
    BoardPicture.objects.filter(pk=picture.pk).update(hidden_at=timezone.now(), hidden_by_id=by)
    clear_file(picture.file_id)


def agree_to_be_shown(team_id, person_id) -> None:
    """Somebody of the team may be shown on its board by first name and photo."""
    add_unless_there(BoardFace(team_id=team_id, person_id=person_id))


def no_longer_shown(team_id, person_id) -> None:
    """Somebody is off the team's board at once."""
    BoardFace.objects.filter(team_id=team_id, person_id=person_id, hidden_at=None).delete()


def leave_note(board, *, by, role, author_team_id, kind, text, language="en") -> BoardNote:
    """Kind words or a question under a board, read by whoever reads the board."""
    return BoardNote.objects.create(
        storyboard=board, collaborative_id=board.collaborative_id, team_id=board.team_id, audience=board.audience,
        author_id=by, author_role=role, author_team_id=author_team_id, kind=kind, text=text, language=language,
    )  # fmt: skip
