"""Issues that leave: to everybody who has not said no, each in their own open hours, as mail or text.

Whether all may see a piece is asked when it leaves, and once more about each mail that still waits.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import translation

from collaborative.outbox import actions as outbox
from collaborative.outbox.enums import Channel, MessageState
from collaborative.outbox.models import Message
from collaborative.tenancy import grants
from collaborative.tenancy.enums import Audience, Scope, Verb
from collaborative.tenancy.telling import way_to
from collaborative.ui.house_words import speaking
from collaborative.ui.own_words import book_of
from portal.notices import rules as hours
from portal.notices.actions.reaching import ALL, LETTERS
from portal.notices.enums import STARTS_WITH, Pace, Subject
from portal.notices.links import stop_url
from portal.notices.models import Reach
from portal.notices.people import World, world_of

from .. import mails, rules
from ..lines import Place, lines_of
from ..models import Letter, Piece


def deliver(organization_id: UUID, now: datetime) -> None:
    """Let leave what is due in the current organization. As often as one likes: nobody gets an issue twice."""
    recently = Letter.objects.shown().filter(sent_at__gte=now - rules.DELIVERED_FOR).exists()
    if not (Letter.objects.shown().due(now).exists() or recently) or not _alone(organization_id):
        return
    world = world_of(organization_id, now)
    for letter in Letter.objects.shown().due(now).order_by("leaves_at", "pk"):
        if letter.collaborative_id in world.collaborative_ids:
            let_leave(letter, Issue(letter, world, now).place, now=now, today=world.today)
    chosen = Reach.objects.of(world.persons)
    for letter in Letter.objects.shown().filter(sent_at__gte=now - rules.DELIVERED_FOR).order_by("sent_at", "pk"):
        if letter.collaborative_id in world.collaborative_ids:
            issue = Issue(letter, world, now)
            _say_again(issue)
            _write_to_everybody(issue, chosen)


def _alone(organization_id) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('newsletter'), hashtext(%s))", [str(organization_id)])
        return cursor.fetchone()[0]


@transaction.atomic
def let_leave(letter, place, *, now, today) -> None:
    """From now on it is everybody's to read; what all may not see any more is out of it for good."""
    gone = Letter.objects.filter(pk=letter.pk, sent_at=None, leaves_at__lte=now)
    if not gone.update(sent_at=now, audience=Audience.ALL, version=F("version") + 1):
        return
    pieces = list(Piece.objects.shown().of(letter))
    kept = {line.piece.pk for line in lines_of(letter, pieces, place, today=today)}
    shown = Piece.objects.shown().filter(letter=letter)
    shown.filter(pk__in=kept).update(audience=Audience.ALL, version=F("version") + 1)
    shown.exclude(pk__in=kept).update(hidden_at=now, version=F("version") + 1)


@dataclass
class Issue:
    """One issue on its way: its words in each language once, and how they look for each reader."""

    letter: Letter
    world: World
    now: datetime
    told: dict = field(default_factory=dict)

    @property
    def slot(self):
        return f"{LETTERS}{self.letter.pk.hex}"

    @property
    def collaborative(self):
        return self.world.collaborative(self.letter.collaborative_id)

    @property
    def place(self):
        return Place(self.world.organization.slug, self.collaborative.slug)

    @property
    def page_url(self):
        return settings.PUBLIC_ADDRESS + self.place.url("newsletter:letter_detail", self.letter.pk)

    def lines(self):
        """In the language that is spoken now."""
        language = translation.get_language()
        if language not in self.told:
            pieces = list(Piece.objects.shown().of(self.letter))
            self.told[language] = lines_of(self.letter, pieces, self.place, today=self.world.today)
        return self.told[language]

    def way_out(self, person):
        organization, choose = self.world.organization.pk, self.place.url("notices:reach_edit")
        return mails.WayOut(
            self.collaborative.name,
            settings.PUBLIC_ADDRESS + choose,
            stop_url(organization, person.pk, Subject.NEWSLETTER),
            stop_url(organization, person.pk, ALL),
        )

    def words_for(self, person, channel) -> dict:
        """Body and HTML, in the person's language."""
        ours = speaking(self.world.vocabularies.get(self.letter.collaborative_id))
        with translation.override(person.language), ours, book_of(self.letter.collaborative_id):
            if channel == Channel.TEXT:
                return {"body": mails.short_of(self.letter, self.collaborative.name, self.page_url)}
            lines, way_out = self.lines(), self.way_out(person)
            return {
                "body": mails.text_of(self.letter, lines, self.page_url, way_out),
                "html": mails.html_of(self.letter, lines, self.page_url, way_out),
                "leave_url": way_out.stop_url,
            }


def _write_to_everybody(issue, chosen):
    """To each reader who wants it, was here when it left, may be written to at this hour, and has not got it."""
    slots = Message.objects.exclude(state=MessageState.DROPPED).filter(slot__startswith=issue.slot)
    have = set(slots.values_list("person_id", flat=True))
    editor = issue.world.persons.get(issue.letter.author_id)
    for person in _readers(issue):
        window = hours.open_hours(issue.now, issue.world.hours_of(person))
        way = way_to(person, issue.world.organization.country)
        wanted = chosen.get(person.pk, STARTS_WITH)[Subject.NEWSLETTER] == Pace.NOW
        if way and wanted and person.pk not in have and window and window[0] <= issue.now:
            outbox.write_message(
                **way,
                **issue.words_for(person, way["channel"]),
                subject="" if way["channel"] == Channel.TEXT else issue.letter.title,
                slot=f"{issue.slot}:{person.pk.hex}",
                person_id=person.pk,
                from_name=editor.full_name if editor else issue.collaborative.short_name,
                reply_to=editor.email if editor else "",
                language=person.language,
                not_after=window[1],
                erase_when_sent=not settings.DEMO,  # people's words are read where they stand, not in our outbox
            )


def _readers(issue):
    found = {}
    for row in issue.world.here[issue.letter.collaborative_id]:
        reads = grants.scope_of("letter.all", Verb.READ, row.role) == Scope.ALL
        if reads and row.created_at <= issue.letter.sent_at:
            found[row.person_id] = row.person
    return [found[pk] for pk in sorted(found)]


def _say_again(issue):
    """What waits (no mail server, the night came) is written anew, so that it says what is true when it leaves."""
    waiting = Message.objects.out_of_hand(issue.now).filter(slot__startswith=issue.slot)
    for message in waiting.filter(person_id__in=issue.world.persons):
        person = issue.world.persons[message.person_id]
        words = issue.words_for(person, message.channel)
        if any(getattr(message, name) != said for name, said in words.items()):
            outbox.say_anew(message, **words)
        window = hours.open_hours(issue.now, issue.world.hours_of(person))
        if window and message.not_after and message.not_after <= issue.now:
            outbox.move(message, not_before=window[0], not_after=window[1])
