"""What is due and what is new, gathered into one message a person, as soon as that person chose; and who could use a
friendly call."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone, translation

from collaborative.outbox import actions as outbox
from collaborative.outbox.enums import Channel, MessageState, NoticeKind
from collaborative.outbox.models import Message, Notice
from collaborative.outbox.rules import DAILY, GATHERED, WEEKLY, together
from collaborative.tenancy.models import Person
from collaborative.tenancy.telling import way_to
from collaborative.ui.house_words import speaking
from collaborative.ui.own_words import book_of

from .. import due, news, pacing, reasons, replying, rules, short_words, words
from ..enums import STARTS_WITH, CallReason
from ..mentions import mentions
from ..models import FriendlyCall, Reach
from ..people import World, world_of
from ..replies import replies

LOOKED_BACK = timedelta(days=21)  # further back than a slot or a piece of news can reach
DAY = timedelta(days=1)
BY_DAY = (NoticeKind.QUESTION, NoticeKind.SHELF)
OVERLAP = timedelta(hours=1)  # what was being written while the last message was gathered is looked at once more; ours
MOST = {NoticeKind.CELEBRATION: 4, NoticeKind.POST: 5, NoticeKind.QUESTION: 2, NoticeKind.DATE: 5, NoticeKind.SHELF: 3}


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
    dues = [
        *replies(world), *due.look_backs(world), *due.answers(world), *mentions(world),
        *due.numbers(world, coming, called),
    ]  # fmt: skip
    _keep_notices(dues)
    _ask_again(world)
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
    over = [row.pk for row in unsent if _key(row) not in keys]
    Notice.objects.filter(pk__in=over).update(dropped_at=timezone.now())
    held = Notice.objects.holding().filter(kind__in=due.KINDS, person_id__in={row.person_id for row in dues})
    known = {_key(row) for row in held}
    for row in dues:
        if row.key not in known:
            outbox.notice(person_id=row.person_id, kind=row.kind, about_id=row.about_id, due_on=row.due_on)


def _ask_again(world):
    """What is new and lies in a message that has not left: is it still there, and may its reader still see it?"""
    unsent = list(Notice.objects.holding().unsent().filter(kind__in=news.KINDS))
    if unsent:
        there = news.news(world, {row.person_id for row in unsent})
        keys = {item.key for items in there.values() for item in items}
        over = [row.pk for row in unsent if _key(row) not in keys]
        Notice.objects.filter(pk__in=over).update(dropped_at=timezone.now())


def _key(notice):
    return notice.person_id, notice.kind, notice.about_id, notice.due_on


@dataclass
class Desk:
    """Everything about the people who may be written to now, read at once: ways, hours, choices, what they had."""

    world: World
    now: datetime
    dues: dict = field(default_factory=lambda: defaultdict(list))
    ways: dict = field(default_factory=dict)
    windows: dict = field(default_factory=dict)
    zones: dict = field(default_factory=dict)
    slots: dict = field(default_factory=dict)
    taken: dict = field(default_factory=lambda: defaultdict(set))
    last: dict = field(default_factory=dict)
    said: set = field(default_factory=set)
    chosen: dict = field(default_factory=dict)

    def paces(self, person_id):
        return self.chosen.get(person_id, STARTS_WITH)

    def had_today(self, person_id) -> bool:
        """Whether a message that gathers went out today."""
        last, zone = self.last.get(person_id), self.zones[person_id]
        return last is not None and timezone.localdate(last, zone) == timezone.localdate(self.now, zone)


def _write_messages(world: World, dues, now):
    """To everyone who has something unsaid and may be written to at this hour: one message, as soon as they chose."""
    desk = _desk(world, dues, now)
    persons = {pk: world.persons[pk] for pk in desk.windows}
    fresh = news.news(world, {pk for pk, person in persons.items() if _may_need_news(desk, person)})
    _read_what_was_said(desk, fresh)
    for person in sorted(persons.values(), key=lambda person: person.pk):
        everything = [*desk.dues[person.pk], *_not_said(desk, person, fresh.get(person.pk, ()))]
        paces, slots = desk.paces(person.pk), desk.slots[person.pk]
        choice = pacing.what_now(everything, paces, desk.taken[person.pk], slots, had_today=desk.had_today(person.pk))
        if choice:
            _write_message(desk, person, choice)


def _desk(world, dues, now):
    desk = Desk(world, now, chosen=Reach.objects.of(world.persons))
    for person in world.persons.values():
        hours = world.hours_of(person)
        window = rules.open_hours(now, hours)
        way = way_to(person, world.organization.country)
        if way and window and window[0] <= now:
            desk.ways[person.pk], desk.windows[person.pk] = way, window
            desk.zones[person.pk] = ZoneInfo(hours.zone)
            desk.slots[person.pk] = pacing.Slots.at(now, hours.zone, person.pk)
    lately = Message.objects.exclude(state=MessageState.DROPPED).filter(person_id__in=desk.windows)
    lately = lately.filter(created_at__gte=now - LOOKED_BACK).in_slots(GATHERED)
    for person_id, slot in lately.values_list("person_id", "slot"):
        desk.taken[person_id].add(slot)
    gathered = lately.in_slots((WEEKLY, DAILY)).order_by().values_list("person_id").annotate(Max("created_at"))
    desk.last = dict(gathered)
    unsaid = {_key(row) for row in Notice.objects.to_gather().filter(kind__in=due.KINDS)}
    for row in dues:
        if row.key in unsaid and row.person_id in desk.windows:
            desk.dues[row.person_id].append(row)
    return desk


def _may_need_news(desk, person):
    paces, slots = desk.paces(person.pk), desk.slots[person.pk]
    asked, had_today = bool(desk.dues[person.pk]), desk.had_today(person.pk)
    return pacing.may_need_news(paces, desk.taken[person.pk], slots, asked=asked, had_today=had_today)


def _read_what_was_said(desk, fresh):
    """What is new and stands, or stood, in a message to somebody already."""
    rows = Notice.objects.filter(person_id__in=fresh, kind__in=news.KINDS).exclude(message=None, dropped_at=None)
    desk.said = {tuple(row) for row in rows.values_list("person_id", "kind", "about_id", "due_on")}


def _not_said(desk, person, items):
    """Of what is new, what came since the last message, a few of each kind."""
    last = desk.last.get(person.pk)
    since = last - OVERLAP if last else desk.now - news.FIRST
    found = [
        row for row in items
        if row.key not in desk.said and (row.came_at is None or row.came_at >= _morning(since, row))
    ]  # fmt: skip
    return [row for kind, most in MOST.items() for row in [one for one in found if one.kind == kind][:most]]


def _morning(since, row):
    """What comes with a day, not with a minute, came at its first moment; what was said is known besides."""
    return since - DAY if row.kind in BY_DAY else since


def _write_message(desk, person, choice):
    world, way = desk.world, desk.ways[person.pk]
    collaborative, team = _place(world, choice.dues)
    helper = world.helper(collaborative.pk, for_family=world.is_family_partner(person.pk), team=team)
    helper = helper if helper and helper.pk != person.pk else None
    notices = outbox.notices_of(person.pk, [(row.kind, row.about_id, row.due_on) for row in choice.dues])
    there = {_key(row) for row in notices}
    dues = [row for row in choice.dues if row.key in there]
    if not dues:
        return
    ours = speaking(world.vocabularies.get(collaborative.pk))
    with translation.override(person.language), ours, book_of(collaborative.pk):
        speaker = short_words if way["channel"] == Channel.TEXT else words
        reason = reasons.Reason(choice.pace, dues, is_chosen=person.pk in desk.chosen)
        letter = speaker.letter(person, dues, world, helper, collaborative, reason)
        way_back = replying.way_back(person, dues, helper, way)
        letter["closing"] = together([way_back.words, letter["closing"]])
        said = letter.pop("said")
        outbox.gather(
            [row for row in notices if _key(row) in said],
            {row.pk: said[_key(row)] for row in notices if _key(row) in said},
            **letter,
            **way,
            person_id=person.pk,
            slot=choice.slot,
            from_name=helper.full_name if helper else collaborative.short_name,
            reply_to=way_back.address,
            language=person.language,
            not_after=desk.windows[person.pk][1],
        )


def _place(world, dues):
    """The collaborative a message speaks for, and the team, where the first of them has one."""
    team = next((world.teams[due.team_id] for due in dues if due.team_id), None)
    return (team.collaborative if team else world.collaborative(dues[0].collaborative_id)), team


def _move_waiting(world: World, now):
    """What could not leave in its hours (no mail server, no sender) leaves in the person's next ones."""
    waiting = Message.objects.out_of_hand(now).in_slots(GATHERED).filter(not_after__lte=now)
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
