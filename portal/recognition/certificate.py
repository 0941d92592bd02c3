"""A certificate of taking part: what is known of it, and no more, in the person's own language."""

from pathlib import Path

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborative.tenancy.enums import CollaborativeState, Role
from collaborative.ui.own_words import in_own_words
from portal.papers.sizes import paper_of

from . import rules
from .fetching import title_of

TEMPLATE = Path(__file__).with_name("certificate.typ")


def span_of(membership, collaborative, today) -> rules.Span | None:
    """The days somebody took part."""
    closed_on = collaborative.ends_on if collaborative.state == CollaborativeState.CLOSED else None
    return rules.took_part(membership.starts_on, membership.ends_on, closed_on, today)


def words_of(membership, *, collaborative, organization, own, today) -> dict:
    """Everything on the paper. `own`: how the collaborative recognizes people, if it said so."""
    language = membership.person.language or "en"
    with translation.override(language):
        return {
            "language": language,
            "paper": paper_of(organization.country),
            "title": _("Certificate of participation"),
            "organization": organization.name,
            "name": membership.person.full_name,
            "sentence": _("took part in"),
            "collaborative": collaborative.name,
            "about": in_own_words(collaborative.content_area),
            "facts": [fact for fact in _facts(membership, collaborative, own, today) if fact["value"]],
            "signed_by": own.signed_by if own else "",
            "signed_as": own.signed_as if own else "",
            "signature": _("Signature"),
            "date": _("Date"),
        }


def _facts(membership, collaborative, own, today):
    title = title_of(own, membership.role)
    yield {"label": _("As"), "value": in_own_words(title, own.language) if title else str(Role(membership.role).label)}
    yield {"label": _("With"), "value": _place(membership)}
    yield {"label": _("When"), "value": _days(span_of(membership, collaborative, today))}
    if own and own.hours:
        said = ngettext(
            "%(hours)s hour for the whole of it, as this collaborative says",
            "%(hours)s hours for the whole of it, as this collaborative says",
            own.hours,
        )
        yield {"label": _("Time"), "value": said % {"hours": own.hours}}


def _place(membership):
    if membership.team is None:
        return ""
    team, center = membership.team.name, membership.team.center.name
    return _("%(team)s, %(center)s") % {"team": team, "center": center} if team and team != center else center


def _days(span):
    first, last = (date_format(day, "DATE_FORMAT") for day in (span.first, span.last))
    if span.is_over:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return _("since %(first)s, as of %(last)s") % {"first": first, "last": last}
