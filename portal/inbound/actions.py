"""The only writes of mail that comes in: addresses given out, mails stored, and what is cleared away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from collaborative.discussion.models import PostReply
from collaborative.isolation.context import current_organization_id, tenant_context
from collaborative.isolation.inserting import add_unless_there
from collaborative.later.queue import later

from . import addresses, reading, rules
from .enums import AddressKind, ReceivedState
from .models import MailedAnswer, Received, ReplyAddress


def proven_addresses(person) -> set[str]:
    """The addresses of a person's login at which somebody has read a mail of ours."""
    if person.user_id is None:
        return set()
    found = EmailAddress.objects.filter(user_id=person.user_id, verified=True)
    return set(found.values_list("email", flat=True))


def reply_address(person, about_id, *, kind=AddressKind.POST, due_on=None, detail=()) -> str:
    """Where this person may answer by mail about a post (or a team's numbers), for the Reply-To of a mail to them.

    "" where answers by mail are off, or nobody has proven that the person's address is theirs: a mail from it would
    then be a stranger's. Asked again, the address is the same and holds anew.
    """
    if not settings.INBOUND_ADDRESS or person.email not in proven_addresses(person):
        return ""
    key = {"person_id": person.pk, "kind": kind, "about_id": about_id, "due_on": due_on}
    expires_at = timezone.now() + rules.ADDRESS_LIVES
    row = ReplyAddress(**key, code=addresses.new_code(), expires_at=expires_at, detail=list(detail))
    if not add_unless_there(row):
        ReplyAddress.objects.filter(**key).update(expires_at=expires_at, detail=list(detail))
        row = ReplyAddress.objects.get(**key)
    return addresses.address_of(current_organization_id(), row.code)


def store(token: str, raw: bytes) -> bool:
    """Keep a mail that came to an address of ours; says whether it is new. Raises nothing for what is not ours.

    For the receiver, whose role may add mails and read nothing. The worker takes it in; where no queue answers, within
    a minute.
    """
    found = addresses.read(token)
    if found is None:
        return False
    organization_id, code = found
    try:
        with tenant_context(organization_id):
            row = Received(code=code, digest=reading.digest_of(raw), raw=raw[: rules.KEPT])
            row.save(force_insert=True)
            later("portal.inbound.tasks.take_in", received_id=row.pk)
    except IntegrityError:  # it came before, or the organization is gone
        return False
    return True


@dataclass(frozen=True)
class Claimed:
    """A mail in our hands: which try this is."""

    id: UUID
    tries: int


def claim(received_id: UUID, now: datetime) -> Claimed | None:
    """Take a mail in hand for two minutes; None where somebody else has it, or nothing is left to do."""
    with transaction.atomic():
        row = Received.objects.due(now).select_for_update(skip_locked=True, of=("self",)).filter(pk=received_id).first()
        if row is None:
            return None
        Received.objects.filter(pk=row.pk).update(tries=row.tries + 1, try_after=now + rules.LEASE)
        return Claimed(row.pk, row.tries + 1)


def finish(received_id: UUID, state: str) -> None:
    """Done with a mail: not a word of it stays here."""
    Received.objects.filter(pk=received_id).update(state=state, raw=b"", try_after=None)


def put_off(claimed: Claimed, now: datetime) -> None:
    """Taking it in broke: try again later, or put it aside."""
    row = Received.objects.filter(pk=claimed.id)
    if claimed.tries >= rules.MOST_TRIES:
        row.update(state=ReceivedState.ASIDE, try_after=None)
    else:
        row.update(try_after=now + rules.PAUSES[claimed.tries - 1])


def put_worn_out_aside(now: datetime) -> int:
    """Mails whose worker died at each try."""
    return Received.objects.worn_out(now).update(state=ReceivedState.ASIDE, try_after=None)


def clear_incoming(now: datetime) -> int:
    """Words of mails put aside, what came long ago, addresses that hold no longer, and marks of answers that are gone.

    In the current organization; run as often as one likes.
    """
    with transaction.atomic():
        aside = Received.objects.filter(state=ReceivedState.ASIDE, received_at__lt=now - rules.ASIDE_KEPT)
        aside.exclude(raw=b"").update(raw=b"")
        over = Received.objects.exclude(state=ReceivedState.WAITING).filter(received_at__lt=now - rules.RECEIVED_KEPT)
        cleared = over.delete()[0]
        # An address is known for as long again, so that whoever writes to it hears that it holds no longer.
        cleared += ReplyAddress.objects.filter(expires_at__lt=now - rules.ADDRESS_LIVES).delete()[0]
        there = PostReply.objects.values("pk")
        return cleared + MailedAnswer.objects.exclude(reply_id__in=there).delete()[0]
