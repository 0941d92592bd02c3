"""The only writes here: notices gathered into one message a week, and the list of friendly calls."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone, translation

from collaborative.isolation.locking import save_if_unchanged
from collaborative.outbox import actions as outbox
from collaborative.outbox.enums import Channel, MessageState, NoticeKind
from collaborative.outbox.models import Message, Notice
from collaborative.outbox.rules import WEEKLY, together
from collaborative.tenancy.models import Person
from collaborative.tenancy.telling import way_to
from collaborative.ui.house_words import speaking
from collaborative.ui.own_words import book_of

from . import due, replying, rules, short_words, words
from .enums import CallReason
from .mentions import mentions
from .models import FriendlyCall
from .people import World, world_of

SLOT = WEEKLY


@transaction.atomic
def gather_notices(organization_id: UUID, now: datetime) -> None:
    """Say what is due in the current organization, ask again about what was not sent yet, and keep the list of calls.

    Run as often as one likes, by as many as one likes: the second of two at once finds nothing to do.
    """
    if not _first_here(organization_id):
        return
    world = world_of(organization_id, now)
    coming = due.to_come(world)
    _keep_calls(world, coming)
    called = set(_open_calls(world).values_list("team_id", flat=True))
    dues = [*due.look_backs(world), *due.answers(world), *mentions(world), *due.numbers(world, coming, called)]
    _keep_notices(dues)
    _move_waiting(world, now)
    _write_messages(world, dues, now)


def _first_here(organization_id) -> bool:
    """Only one gathers for an organization at a time; the lock ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('notices'), hashtext(%s))", [str(organization_id)])
        return cursor.fetchone()[0]


def _keep_notices(dues):
    """Write down what is newly due, and drop what was not sent and holds no longer."""
    keys = {row.key for row in dues}
    unsent = Notice.objects.holding().unsent().filter(kind__in=due.KINDS)
    over = [row.pk for row in unsent if (row.person_id, row.kind, row.about_id, row.due_on) not in keys]
    Notice.objects.filter(pk__in=over).update(dropped_at=timezone.now())
    for row in dues:
        outbox.notice(person_id=row.person_id, kind=row.kind, about_id=row.about_id, due_on=row.due_on)


def _write_messages(world: World, dues, now):
    """To everyone who has something unsaid and may be written to at this hour: one message, if this week had none."""
    by_key = {row.key: row for row in dues}
    unsaid = defaultdict(list)
    for row in Notice.objects.to_gather().filter(person_id__in={row.person_id for row in dues}).order_by("pk"):
        unsaid[row.person_id].append(row)
    for person in Person.objects.shown().filter(pk__in=unsaid).order_by("pk"):
        way = way_to(person, world.organization.country)
        hours = world.hours_of(person)
        window = rules.open_hours(now, hours)
        slot = f"{SLOT}{rules.week_of(now, hours.zone)}:{person.pk}"
        if way and window and window[0] <= now and not _has_message(person, slot):
            said = [row for row in unsaid[person.pk] if _key(row) in by_key]
            _write_message(world, person, said, [by_key[_key(row)] for row in said], slot, window, way)


def _key(notice):
    return notice.person_id, notice.kind, notice.about_id, notice.due_on


def _has_message(person, slot):
    return Message.objects.filter(person_id=person.pk, slot=slot).exclude(state=MessageState.DROPPED).exists()


def _write_message(world, person, notices, dues, slot, window, way):
    team = next((world.teams[due.team_id] for due in dues if due.team_id), None)
    collaborative = team.collaborative if team else world.collaborative(dues[0].collaborative_id)
    helper = world.helper(collaborative.pk, for_family=world.is_family_partner(person.pk), team=team)
    helper = helper if helper and helper.pk != person.pk else None
    ours = speaking(world.vocabularies.get(collaborative.pk))
    with translation.override(person.language), ours, book_of(collaborative.pk):
        if way["channel"] == Channel.TEXT:
            letter = short_words.letter(person, dues, world, helper, collaborative)
        else:
            letter = words.letter(person, dues, world, helper, collaborative)
        way_back = replying.way_back(person, dues, helper, way)
        letter["closing"] = together([way_back.words, letter["closing"]])
        said = letter.pop("said")
        outbox.gather(
            [row for row in notices if _key(row) in said],
            {row.pk: said[_key(row)] for row in notices if _key(row) in said},
            **letter,
            **way,
            person_id=person.pk,
            slot=slot,
            from_name=helper.full_name if helper else collaborative.short_name,
            reply_to=way_back.address,
            language=person.language,
            not_after=window[1],
        )


def _move_waiting(world: World, now):
    """What could not leave in its hours (no mail server, no sender) leaves in the person's next ones."""
    waiting = Message.objects.out_of_hand(now).filter(slot__startswith=SLOT, not_after__lte=now)
    persons = Person.objects.in_bulk([row.person_id for row in waiting])
    for message in waiting:
        window = rules.open_hours(now, world.hours_of(persons[message.person_id]))
        if window:
            outbox.move(message, not_before=window[0], not_after=window[1])


def _open_calls(world):
    return FriendlyCall.objects.shown().open().filter(reason=CallReason.NUMBERS, team_id__in=world.teams)


def _keep_calls(world: World, coming):
    """After two weeks without numbers a line on the list; it goes by itself when they come in."""
    calls = FriendlyCall.objects.shown().filter(reason=CallReason.NUMBERS, team_id__in=world.teams)
    is_open = {call.team_id for call in calls if call.done_on is None}
    last = {}
    for call in calls.filter(done_by__isnull=False).order_by("done_on"):
        last[call.team_id] = call.done_on
    settled = is_open - set(coming)
    _open_calls(world).filter(team_id__in=settled).update(done_on=world.today)
    for team_id, periods in coming.items():
        if team_id not in is_open and rules.needs_a_call(periods, last.get(team_id), world.today):
            team = world.teams[team_id]
            FriendlyCall.objects.create(
                collaborative_id=team.collaborative_id,
                team=team,
                helper=world.helper(team.collaborative_id, team=team),
                reason=CallReason.NUMBERS,
                since=world.today,
            )
            outbox.drop_notices(NoticeKind.NUMBERS, team_id)


def add_call(*, team, why, offer, by, on) -> FriendlyCall:
    """Somebody of the project team thinks a call would be nice; whoever adds it phones, until another takes it."""
    return FriendlyCall.objects.create(
        collaborative_id=team.collaborative_id, team=team, helper=by, why=why, offer=offer, since=on
    )


def take_call(call, *, version, by, on) -> None:
    """`by` is the one who phones. Raises ChangedMeanwhile."""
    save_if_unchanged(call, version, helper=by)


def note_call(call, *, note, version, by, on) -> None:
    """They talked. Raises ChangedMeanwhile where somebody noted or took the call since."""
    save_if_unchanged(call, version, done_on=on, done_by=by, note=note)


def reopen_call(call, *, version, by, on) -> None:
    """Not talked yet after all; the line is back, without its note. Raises ChangedMeanwhile."""
    save_if_unchanged(call, version, done_on=None, done_by=None, note="")
