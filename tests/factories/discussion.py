"""Posts, replies and what stands on the shelf, made through the actions people use."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from collaborative.discussion import actions
from tests.factories.pdsa import acting_as

TODAY = datetime.date.today()


def post(membership, **values):
    """A post by a member; to all teams unless `audience` says otherwise (`group` is a role group)."""
    group = values.pop("group", None)
    values = {"audience": "all", "text": "We sing at the door now.", **values}
    with acting_as(membership):
        return actions.write_post(
            collaborative_id=membership.collaborative_id,
            by=membership.person,
            role=membership.role,
            team_id=membership.team_id,
            group_id=group.pk if group else None,
            **values,
        )


def reply(post, membership, **values):
    """An answer of another member under a post."""
    values = {"text": "We tried that too.", **values}
    with acting_as(membership):
        return actions.reply(post, by=membership.person, role=membership.role, team_id=membership.team_id, **values)


def shelf_item(membership, **values):
    values = {"title": "Songs for the door", "link": "https://example.org/songs", **values}
    with acting_as(membership):
        return actions.put_on_shelf(collaborative_id=membership.collaborative_id, by=membership.person, **values)


def sheet(name="songs.txt", words=b"la la la"):
    """An uploaded text file."""
    return SimpleUploadedFile(name, words, "text/plain")
