"""Taking in a mail that is stored: whose it is, whether she may say this there, and then it is said, once.

Rights are asked now, as the page asks them; what the page would ask the person about becomes her draft there.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone, translation

from collaborative.discussion.actions import reply
from collaborative.discussion.models import Post
from collaborative.discussion.naming import named
from collaborative.drafts.typed import DraftOf
from collaborative.isolation.context import current_organization_id, tenant_context
from collaborative.tenancy.actors import Actor, can_on_rung
from collaborative.tenancy.entering import enter
from collaborative.tenancy.models import Organization, Person
from collaborative.ui.child_names import possible_child_names
from collaborative.ui.house_words import speaking

from . import actions, notes, numbers, reading, rules
from .enums import AddressKind, ReceivedState
from .models import MailedAnswer, Received, ReplyAddress
from .reading import Mail

logger = logging.getLogger("next_tuesday")
DAY = timedelta(days=1)


def take_in_waiting(organization_id: UUID, now: datetime | None = None) -> None:
    """Every mail of an organization that may be taken in now, the oldest first."""
    now = now or timezone.now()
    with tenant_context(organization_id):
        actions.put_worn_out_aside(now)
        due = list(Received.objects.due(now).values_list("pk", flat=True))
    for received_id in due:
        take_in(organization_id, received_id, now)


def take_in(organization_id: UUID, received_id: UUID, now: datetime | None = None) -> None:
    """Take in one mail; done twice it changes nothing more. What breaks is tried again, and put aside in the end."""
    now = now or timezone.now()
    with tenant_context(organization_id):
        claimed = actions.claim(received_id, now)
    if claimed is None:
        return
    try:
        with tenant_context(organization_id):
            row = Received.objects.select_for_update().get(pk=received_id)
            outcome, taken = _handled(row, now)
            actions.finish(row.pk, ReceivedState.TAKEN if taken else ReceivedState.LET_GO)
    except Exception as error:  # whatever it is, the mail is not lost and keeps no other from its turn
        logger.error("mail not taken in, try %s: %s", claimed.tries, type(error).__name__, extra=_told(organization_id))
        with tenant_context(organization_id):
            actions.put_off(claimed, now)
    else:
        logger.info("mail: %s", outcome, extra=_told(organization_id))


def _told(organization_id):
    return {"organization": str(organization_id)}


def _handled(row, now) -> tuple[str, bool]:
    """(what became of it in a word or two for the log, whether it was taken in)."""
    mail = reading.read(bytes(row.raw))
    if mail.is_from_a_machine:
        return "from a machine", False
    address = ReplyAddress.objects.filter(code=row.code).first()
    if address is None:
        return "to an address that is gone", False
    taken = Received.objects.filter(code=row.code, state=ReceivedState.TAKEN, received_at__gt=now - DAY)
    if taken.count() >= rules.MOST_A_DAY:
        return "too many in a day", False
    person = Person.objects.shown().filter(pk=address.person_id).first()
    if person is None or person.user_id is None:
        return "for somebody who is gone", False
    return _of_person(address, person, mail, now)


def _of_person(address, person, mail: Mail, now):
    place = numbers.place_of(address) if address.kind == AddressKind.NUMBERS else _post_of(address)
    organization = Organization.objects.get(pk=current_organization_id())
    collaborative = place.collaborative if place else None
    actor = collaborative and enter(person.user_id, organization.slug, collaborative.slug)
    if actor is None or actor.person_id != person.pk:
        return "for somebody who has left", False
    with translation.override(person.language), speaking(actor.vocabulary):
        tell = notes.Teller(actor, person, place, now)
        if not rules.is_theirs(mail.senders, actions.proven_addresses(person)):
            tell.stranger()
            return "from a stranger", False
        if address.expires_at <= now:
            tell.expired()
            return "too long ago", False
        if address.kind == AddressKind.NUMBERS:
            return numbers.noted(address, actor, person, mail)
        return _answer(actor, person, mail, tell)


def _post_of(address):
    """The post, put away or not: whether it may be answered is asked of the actor."""
    return Post.objects.filter(pk=address.about_id).select_related("collaborative").first()


def _answer(actor: Actor, person, mail: Mail, tell):
    post = Post.objects.here(actor).with_group().select_related("circle").filter(pk=tell.place.pk).first()
    if post is None or not can_on_rung(actor, "comment", "post", post) or _is_over(post):
        tell.cannot_be_answered()
        return "to what cannot be answered", False
    if not mail.words:
        tell.nothing_to_read(mail.has_attachments)
        return "without words", False
    found = named(actor, post, text=mail.words)
    if len(mail.words) > rules.LONGEST or possible_child_names(mail.words) or found.question:
        _keep_as_draft(actor, post, mail.words)
        tell.please_look(mail.has_attachments)
        return "kept as a draft", True
    answer = reply(
        post,
        by=person,
        role=actor.roles[0],
        team_id=actor.team_id,
        text=mail.words,
        language=person.language,
        people=found.people,
    )
    MailedAnswer.objects.create(reply_id=answer.pk)
    if mail.has_attachments:
        tell.attachments_stay()
    return "answered", True


def _is_over(post):
    return post.circle_id is not None and post.circle.closed_on is not None


def _keep_as_draft(actor, post, words):
    """Below what she had begun to write on the page herself."""
    draft = DraftOf(actor, "reply", post.pk)
    begun = draft.words()
    draft.keep({**begun, "text": "\n\n".join(part for part in (begun.get("text", ""), words) if part)})
