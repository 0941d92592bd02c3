"""Looking after each other: a worry told in private, what a moderator does about it, and hints on posting."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.isolation.locking import ChangedMeanwhile

from ..enums import CareKind
from ..models import CareStep, Guidance, PostReply, Worry
from .posts import hide


def tell_worry(row, *, by, words, excerpt="", language="en") -> Worry:
    """Tell the moderators, and nobody else, what worries one about a post or a reply."""
    post_id, reply_id = (row.post_id, row.pk) if isinstance(row, PostReply) else (row.pk, None)
    return Worry.objects.create(
        collaborative_id=row.collaborative_id, author=by, post_id=post_id, reply_id=reply_id, words=words,
        excerpt=excerpt, language=language,
    )  # fmt: skip


@transaction.atomic
def write_to_author(row, *, by, words, worry=None) -> CareStep:
    """A word to the author of a post or reply, read by the author and the moderators alone. The first thing to do."""
    return keep_log(row, CareKind.WROTE, by=by, words=words, worry=worry)


@transaction.atomic
def take_down(row, *, by, why, worry=None) -> None:
    """Take somebody's words off the page; the author sees by whom and why."""
    hide(row, by=by)
    keep_log(row, CareKind.HID, by=by, words=why, worry=worry)


def keep_log(row, kind, *, by, words="", worry=None) -> CareStep:
    """One line of the log about somebody's words."""
    post_id, reply_id = (row.post_id, row.pk) if isinstance(row, PostReply) else (row.pk, None)
    return CareStep.objects.create(
        collaborative_id=row.collaborative_id, author=by, worry=worry, post_id=post_id, reply_id=reply_id,
        writer_id=row.author_id, kind=kind, words=words,
    )  # fmt: skip


@transaction.atomic
def settle(worry, row, *, by, words="") -> None:
    """It has been looked at, and talked about where that helped. `row`: the words in question, None where they are
    not to be read by the moderator."""
    Worry.objects.filter(pk=worry.pk, settled_at=None).update(settled_at=timezone.now())
    if row is not None:
        keep_log(row, CareKind.SETTLED, by=by, words=words, worry=worry)


def change_guidance(*, collaborative_id, seen, by, **values) -> Guidance:
    """How we would like to talk, from now on. `seen`: the number of what one had in front of one, 0 for none.

    Raises ChangedMeanwhile where somebody changed it since.
    """
    try:
        with transaction.atomic():
            return Guidance.objects.create(collaborative_id=collaborative_id, number=seen + 1, author=by, **values)
    except IntegrityError:
        raise ChangedMeanwhile(Guidance.objects.of(collaborative_id)) from None
