"""Where an answer to a message goes: to the person who writes, or, where it tells of one conversation, under the post.

A mail whose answers stand under a post says so, and who reads them there: nobody's word to a helper ends up on a page.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from collaborative.discussion.models import Post
from collaborative.discussion.sentences import who_can_see
from collaborative.outbox.enums import Channel, NoticeKind
from portal.inbound.actions import reply_address
from portal.inbound.enums import AddressKind

OF_A_POST = (
    NoticeKind.MENTION, NoticeKind.REPLY, NoticeKind.POST, NoticeKind.CELEBRATION, NoticeKind.QUESTION,
)  # fmt: skip
LONGEST = 254  # letters of a Reply-To


@dataclass(frozen=True)
class WayBack:
    """The Reply-To of a message, and what it says about that."""

    address: str
    words: str = ""


def way_back(person, dues, helper, way) -> WayBack:
    """For a message to `person` about these dues, in her language."""
    own = helper.email if helper else ""
    about = {(due.kind in OF_A_POST, due.leads_to) for due in dues}
    if way.get("channel") == Channel.TEXT or len(about) != 1:
        return WayBack(own)
    if dues[0].kind in OF_A_POST:
        return _under_the_post(person, dues[0].leads_to, own)
    if dues[0].kind == NoticeKind.NUMBERS:
        return _to_both(person, dues[-1], own)
    return WayBack(own)


def _under_the_post(person, post_id, own):
    address = reply_address(person, post_id)
    if not address:
        return WayBack(own)
    post = Post.objects.select_related("group__coach", "group__co_lead", "circle").get(pk=post_id)
    said = _("You can answer there by replying to this mail: your words then stand under the post. %(who)s") % {
        "who": who_can_see(post)
    }
    return WayBack(address, said)


def _to_both(person, due, own):
    """ "Not this month" is noted, and whoever asked reads it, too, with all that is said beside it."""
    periods = [(period.collect, period.start.isoformat()) for period in due.periods]
    address = own and reply_address(person, due.about_id, kind=AddressKind.NUMBERS, due_on=due.due_on, detail=periods)
    both = f"{own}, {address}" if address else own
    return WayBack(both if len(both) <= LONGEST else own)
