"""The only clearing away: what was in the trash for 30 days goes for good, with its history and its files."""

from datetime import datetime

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from collaborative.cards.models import Card, CardCode, Pin, PinGuess, Tablet
from collaborative.drafts.models import Draft
from collaborative.files.models import StoredFile
from collaborative.isolation.clearing import ORDER, clear_table
from collaborative.outbox.enums import MessageState
from collaborative.outbox.models import Message, Notice
from collaborative.tenancy.models import Membership, SentForm

from . import rules

# What goes with the thing it hangs on: (table of the thing, model of what hangs on it, its key to the thing).
GOES_WITH = (
    ("discussion.Post", "discussion.PostReply", "post"),
    ("introductions.Introduction", "introductions.Hello", "introduction"),
    ("discussion.Post", "discussion.Attachment", "post"),
    ("discussion.Post", "discussion.PostTask", "post"),
    ("discussion.Post", "discussion.Mention", "post"),
    ("discussion.Post", "discussion.CareStep", "post"),
    ("discussion.Post", "discussion.Worry", "post"),
    ("discussion.PostReply", "discussion.Attachment", "reply"),
    ("discussion.PostReply", "discussion.Mention", "reply"),
    ("discussion.PostReply", "discussion.CareStep", "reply"),
    ("discussion.PostReply", "discussion.Worry", "reply"),
    ("discussion.ShelfItem", "discussion.ShelfUse", "item"),
    ("pdsa.PDSACycle", "pdsa.CycleAnswer", "cycle"),
    ("pdsa.PDSACycle", "pdsa.AskedTeam", "cycle"),
    ("pdsa.PDSACycle", "pdsa.Photo", "cycle"),
)
# What a file is kept for.
POINTS_TO_FILES = (
    ("discussion.Post", "file_id"),
    ("discussion.Attachment", "file_id"),
    ("discussion.ShelfItem", "file_id"),
    ("introductions.BoardPicture", "file_id"),
    ("pdsa.Photo", "file_id"),
    ("tenancy.Portrait", "file_id"),
    ("tenancy.Team", "picture_id"),
)
OVER = (MessageState.SENT, MessageState.DROPPED, MessageState.GIVEN_UP)


def clear_trash(now: datetime) -> int:
    """What was taken away 30 days ago and longer goes, in the current organization; says how many rows.

    A row that something still hangs on waits until that is gone. Run as often as one likes.
    """
    cleared = 0
    with transaction.atomic():
        _take_along(now)
        for table in ORDER:
            cleared += clear_table(table)
        cleared += _clear_files(now)
    return cleared


def _take_along(now):
    """Answers and photos under what goes, go with it."""
    for thing, hanging, key in GOES_WITH:
        gone = apps.get_model(thing).objects.filter(hidden_at__lt=now - rules.TRASH)
        rows = apps.get_model(hanging).objects.filter(**{f"{key}__in": gone.values("pk")})
        rows.exclude(hidden_at__lt=now - rules.TRASH).update(hidden_at=now - rules.TRASH - rules.SENT_FORMS)


def _clear_files(now):
    """Files that nothing points to any more."""
    files = StoredFile.objects.filter(created_at__lt=now - rules.TRASH)
    for name, key in POINTS_TO_FILES:
        files = files.exclude(Exists(apps.get_model(name).objects.filter(**{key: OuterRef("pk")})))
    return files.delete()[0]


def clear_mails(now: datetime) -> int:
    """Mails that left long ago go, and the notices they carried with them; what still waits stays."""
    with transaction.atomic():
        old = Message.objects.filter(state__in=OVER, created_at__lt=now - rules.MAILS)
        said = Notice.objects.filter(message__in=old.values("pk")).delete()[0]
        dropped = Notice.objects.filter(message=None, dropped_at__lt=now - rules.MAILS).delete()[0]
        return said + dropped + old.delete()[0]


def clear_forms(now: datetime) -> int:
    """Keys of forms that were sent, and words that were typed and never sent."""
    with transaction.atomic():
        keys = SentForm.objects.filter(sent_at__lt=now - rules.SENT_FORMS).delete()[0]
        return keys + Draft.objects.filter(updated_at__lt=now - rules.DRAFTS).delete()[0]


def clear_cards(now: datetime) -> int:
    """Cards that no longer open, tablets that were switched off, and PINs of people who have left the team."""
    with transaction.atomic():
        over = Card.objects.filter(Q(revoked_at__lt=now - rules.CARDS) | Q(expires_at__lt=now - rules.CARDS))
        CardCode.objects.filter(card__in=over.values("pk")).delete()
        off = Tablet.objects.filter(revoked_at__lt=now - rules.CARDS)
        here = Membership.objects.on(now.date()).filter(person=OuterRef("person"), team=OuterRef("team"))
        left = Pin.objects.exclude(Exists(here))
        PinGuess.objects.filter(Q(tablet__in=off.values("pk")) | Q(pin__in=left.values("pk"))).delete()
        return over.delete()[0] + off.delete()[0] + left.delete()[0]


def clear_sessions(now: datetime) -> int:
    """Sessions that have ended, what is known of the devices behind them, and counters that have run out.

    They belong to no organization.
    """
    with transaction.atomic():
        ended = Session.objects.filter(expire_date__lt=now)
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM usersessions_usersession u WHERE NOT EXISTS"
                " (SELECT 1 FROM django_session s WHERE s.session_key = u.session_key AND s.expire_date >= %s)",
                [now],
            )
            devices = cursor.rowcount
            cursor.execute("DELETE FROM cache_entries WHERE expires < %s", [now])
            return devices + cursor.rowcount + ended.delete()[0]
