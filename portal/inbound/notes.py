"""The few notes that follow a mail: to the person's own known address alone, and each at most once a day.

Whoever wrote from another address hears nothing: a sender is easily forged, and would get mail they never asked for.
"""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborative.discussion.models import Post
from collaborative.outbox.actions import write_message
from collaborative.outbox.rules import together


class Teller:
    """Writes to one person about one thing she may have answered by mail. No word of hers stands in a note."""

    def __init__(self, actor, person, place, now: datetime):
        self.actor, self.person, self.place, self.day = actor, person, place, timezone.localdate(now)

    def stranger(self):
        self._tell(
            "stranger",
            self.person.pk,
            _("Was this mail yours?"),
            _(
                "A mail came that wanted to answer in your name, from an address that we do not know as yours. So we"
                " did not take it in. If it was you, please answer on the page:"
            ),
            _("If it was not you, there is nothing to do."),
        )

    def expired(self):
        self._tell(
            "expired",
            self.place.pk,
            _("Please answer on the page"),
            _("You answered a mail of ours from a while ago. That works for 30 days, and the page is still here:"),
            self._own_words(),
        )

    def cannot_be_answered(self):
        self._tell(
            "gone",
            self.place.pk,
            _("Your answer found no place"),
            _(
                "You answered a conversation by mail. It is not there any more, or it takes no answers now, so we could"
                " not put yours there. What others are talking about is here:"
            ),
            self._own_words(),
            link=self._url("discussion:post_list"),
        )

    def nothing_to_read(self, has_attachments):
        self._tell(
            "empty",
            self.place.pk,
            _("We found no words in your mail"),
            _("You answered a conversation by mail, and we found no new words in it. Please answer on the page:"),
            self._pictures() if has_attachments else "",
        )

    def please_look(self, has_attachments):
        self._tell(
            "look",
            self.place.pk,
            _("Please look at your answer once more"),
            _(
                "Thank you for your answer. Before others read it, please look at it once more: perhaps a child's name"
                " stands in it, or a name that could mean two people, or it is very long. It waits for you on the page,"
                " and nobody else can see it:"
            ),
            self._pictures() if has_attachments else "",
        )

    def attachments_stay(self):
        self._tell(
            "attachments",
            self.place.pk,
            _("Your words are there, without the picture or file"),
            _("Thank you, your answer stands under the conversation:"),
            self._pictures(),
        )

    def _pictures(self):
        return _(
            "A picture or file in a mail does not come along, because a mail cannot ask if everybody in a picture said"
            " yes. You can add it on the page."
        )

    def _own_words(self):
        return _("Your words are still in the mail you sent.")

    def _url(self, name, *rest):
        place = [self.actor.organization_slug, self.actor.collaborative_slug]
        return settings.PUBLIC_ADDRESS + reverse(name, args=[*place, *rest])

    def _page(self):
        if isinstance(self.place, Post):
            return self._url("discussion:post_detail", self.place.pk)
        return self._url("metrics:observation_enter")

    def _tell(self, what, about, subject, *paragraphs, link=""):
        first, *rest = paragraphs
        greeting = _("Hi %(name)s,") % {"name": self.person.first_name}
        body = together([greeting, f"{first} {link or self._page()}", *rest, _("This note went only to you.")])
        write_message(
            to=self.person.email,
            subject=subject,
            body=body,
            slot=f"inbound:{what}:{about}:{self.day:%y%m%d}",
            person_id=self.person.pk,
            from_name=self.actor.collaborative_name,
            language=self.person.language,
        )
