"""The words of an invitation: warm, short, and with no promise that is not true in this collaborative."""

from django.utils import translation
from django.utils.translation import gettext as _

from collaborative.outbox import rules as outbox
from collaborative.outbox.enums import Channel
from collaborative.ui.house_words import speaking
from collaborative.ui.own_words import book_of, in_own_words

from . import rules
from .enums import TEAM_ROLES, Role


def invitation_words(person, membership, inviter, organization, **details) -> str:
    """The letter in the language of the person it is for; paragraphs are parted by an empty line.

    `house`: whose own words it speaks in, and what it says besides.
    """
    return _letter(person, membership, inviter, organization, _call_first, **details)


def paper_words(person, membership, inviter, organization, **details) -> str:
    """The same letter on paper, beside a printed card: there is nothing to tap."""
    return _letter(person, membership, inviter, organization, _call_first_on_paper, **details)


def _letter(person, membership, inviter, organization, ending, *, works_on="", hours="", own_words="", house=None):
    ours = speaking(house.vocabulary if house else None)
    with translation.override(person.language), ours, book_of(membership.collaborative_id):
        sentences = [
            _greeting(person, inviter),
            _who_asks(membership, organization),
            _what_for(membership, works_on),
        ]
        if hours:
            sentences.append(_("It takes about %(hours)s a month.") % {"hours": in_own_words(hours)})
        if membership.role == Role.FAMILY_PARTNER and membership.collaborative.practical_supports:
            sentences.append(" ".join(in_own_words(membership.collaborative.practical_supports).split()))
        if organization.not_used_to_rate_signed_on:
            sentences.append(
                _("What we count and write is not used to rate a center or anyone in it: %(name)s has signed that.")
                % {"name": organization.not_used_to_rate_signed_by}
            )
        sentences.append(ending(person, inviter))
        parts = [" ".join(sentences), in_own_words(house.invitation_words) if house else "", own_words]
        return "\n\n".join(part.strip() for part in parts if part.strip())


def _greeting(person, inviter):
    if inviter.pk == person.pk:  # started by an operator's command: nobody asks in person
        return _("Hi %(name)s.") % {"name": person.first_name}
    return _("Hi %(name)s, it is %(inviter)s.") % {"name": person.first_name, "inviter": inviter.first_name}


def _who_asks(membership, organization):
    if membership.role == Role.TEAM_LEADER:  # often the first of a team there is
        return _("We would like you to lead the team of %(center)s in %(collaborative)s.") % {
            "center": membership.team.center.name,
            "collaborative": membership.collaborative.name,
        }
    if membership.role in TEAM_ROLES:
        return _("The team at %(center)s would like you with them.") % {"center": membership.team.center.name}
    if membership.role == Role.ORGANIZATION_ADMIN:
        return _("%(organization)s would like you to look after its place here.") % {"organization": organization.name}
    if membership.role == Role.IMPLEMENTATION_TEAM:
        return _("We would like you on the project team of %(collaborative)s.") % {
            "collaborative": membership.collaborative.name
        }
    return _("We would like you in %(collaborative)s, as %(role)s.") % {
        "collaborative": membership.collaborative.name,
        "role": str(Role(membership.role).label).lower(),
    }


def _what_for(membership, works_on):
    if membership.role == Role.ORGANIZATION_ADMIN:
        return _("That means who takes part, from when until when.")
    if membership.role in (Role.OBSERVER, Role.APPLICANT):
        return _("Centers there learn together from small new ways of doing things.")
    if works_on:
        said = _("We try small new ways to %(work)s, and your voice counts as much as anyone's.")
        return said % {"work": in_own_words(works_on)}
    return _("We try small new ways of doing things, and your voice counts as much as anyone's.")


def _call_first(person, inviter):
    if inviter.pk == person.pk:
        return _("Tap to see more. It is fine to say no.")
    if inviter.phone:
        return _("Tap to see more, or call me first at %(phone)s. It is fine to say no.") % {"phone": inviter.phone}
    return _("Tap to see more, or just answer this mail. It is fine to say no.")


def as_mail(invitation, organization) -> dict:
    """To whom, subject and body of the mail around the letter; its address is the invitation's fresh one."""
    person, inviter = invitation.membership.person, invitation.invited_by
    language = person.language
    return {
        "to": invitation.email,
        "subject": invitation_subject(inviter, invitation.membership, organization, language),
        "body": invitation_mail(invitation.words, invitation.address, days=rules.VALID_DAYS, language=language),
    }


def as_text(invitation, organization) -> dict:
    """To whom, and the letter in short: who asks, where to, whom to call first. The page behind the link has it all."""
    person, inviter = invitation.membership.person, invitation.invited_by
    with translation.override(person.language):
        sentences = [_greeting(person, inviter), _who_asks(invitation.membership, organization)]
        sentences.append(_call_first_by_text(person, inviter))
        body = outbox.as_text(" ".join([*sentences, invitation.address]))
    return {"channel": Channel.TEXT, "to": invitation.phone, "subject": "", "body": body}


def _call_first_by_text(person, inviter):
    if inviter.phone and inviter.pk != person.pk:
        return _call_first(person, inviter)
    return _("Tap to see more. It is fine to say no.")


def _call_first_on_paper(person, inviter):
    if inviter.phone:
        return _("The card shows you the way in. Or call me first at %(phone)s. It is fine to say no.") % {
            "phone": inviter.phone
        }
    return _("The card shows you the way in. Or talk to me first. It is fine to say no.")


def invitation_mail(words: str, address: str, *, days: int, language: str) -> str:
    """The mail around the letter: the one link, and until when it works."""
    with translation.override(language):
        return "\n\n".join(
            [
                words,
                address,
                _("The link is only for you. It works once, for %(days)s days.") % {"days": days},
            ]
        )


def invitation_subject(inviter, membership, organization, language: str) -> str:
    with translation.override(language):
        place = membership.place_name or membership.collaborative_name or organization.name
        if inviter.pk == membership.person_id:
            return _("Your invitation: %(place)s") % {"place": place}
        return _("%(inviter)s invites you: %(place)s") % {"inviter": inviter.full_name, "place": place}
