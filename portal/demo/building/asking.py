"""Invitations that wait for an answer, and one that got a no."""

from django.utils import timezone

from collaborative.tenancy.actions import invitations
from collaborative.tenancy.enums import Role

WAYS = ("email", "text_to", "works_on", "hours", "language")


def build_invitations(built, entries):
    for entry in entries:
        asked = invitations.invite(
            role=Role(entry["role"]),
            by=built.people[entry["by"]],
            on=timezone.localdate(),
            first_name=entry["first"],
            family_name=entry["last"],
            team=built.teams[entry["collaborative"], entry["center"]],
            **{name: entry[name] for name in WAYS if name in entry},
        )
        if "said_no" in entry:
            invitations.decline(asked, words=entry["said_no"])
