"""Posts, replies and what stands on the shelf, made through the actions people use."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from collaborative.discussion import actions
from collaborative.discussion.models import CircleMember
from tests.factories.pdsa import acting_as

TODAY = datetime.date.today()


def piece(*, agreed=True, **values):
    """Something to hang on a post; everybody in a picture said yes unless told."""
    return actions.Piece(everyone_agreed=agreed, **values)


def post(membership, **values):
    """A post by a member; to all teams unless `audience` says otherwise (`group` is a role group, `circle` one that
    its members run). `upload` with what it `shows`, and `link`, hang on it."""
    group, circle = values.pop("group", None), values.pop("circle", None)
    upload, shows, link = values.pop("upload", None), values.pop("shows", ""), values.pop("link", "")
    pieces = [piece(upload=upload, caption=shows)] if upload else []
    pieces += [piece(link=link)] if link else []
    values = {"audience": "all", "text": "We sing at the door now.", "pieces": pieces, **values}
    with acting_as(membership):
        return actions.write_post(
            collaborative_id=membership.collaborative_id,
            by=membership.person,
            role=membership.role,
            team_id=membership.team_id,
            group_id=group.pk if group else None,
            circle_id=circle.pk if circle else None,
            **values,
        )


def reply(post, membership, **values):
    """An answer of another member under a post."""
    values = {"text": "We tried that too.", **values}
    with acting_as(membership):
        return actions.reply(post, by=membership.person, role=membership.role, team_id=membership.team_id, **values)


def shelf_item(membership, **values):
    values = {"title": "Songs for the door", "link": "https://example.org/songs", "on": TODAY, **values}
    values.setdefault("curates", True)
    with acting_as(membership):
        return actions.put_on_shelf(collaborative_id=membership.collaborative_id, by=membership.person, **values)


def sheet(name="songs.txt", words=b"la la la"):
    """An uploaded text file."""
    return SimpleUploadedFile(name, words, "text/plain")


def circle(founder, *others, name="Night talks", topic="Families who work nights"):
    """A group run by its members: one who founded it, and others who said yes."""
    with acting_as(founder):
        made = actions.found_circle(
            collaborative_id=founder.collaborative_id, name=name, topic=topic, by=founder.person, on=TODAY
        )
    for other in others:
        with acting_as(founder):
            actions.invite(made, [other.person_id], by=founder.person, on=TODAY)
        with acting_as(other) as actor:
            actions.join(CircleMember.objects.get(circle=made, person_id=actor.person_id), on=TODAY)
    return made


def worry(row, membership, **values):
    """A word of a reader to the moderators about a post or a reply."""
    with acting_as(membership):
        return actions.tell_worry(row, by=membership.person, **{"words": "This may hurt somebody.", **values})
