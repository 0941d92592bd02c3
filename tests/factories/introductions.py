"""Introductions, storyboards, supports and calls, made through the actions people use."""

import datetime
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from collaborative.introductions.actions import calls, storyboard, supports, words
from tests.factories.pdsa import acting_as

TODAY = datetime.date.today()


def photo(name="me.jpg", size=(640, 480), place=None):
    """An uploaded JPEG; `place`: with the place where it was taken, as phones write it."""
    written = io.BytesIO()
    picture = Image.new("RGB", size, "#c8563b")
    exif = picture.getexif()
    if place:
        exif[0x010E] = place
    picture.save(written, "JPEG", exif=exif)
    return SimpleUploadedFile(name, written.getvalue(), "image/jpeg")


def introduction(membership, **values):
    group = values.pop("group", None)
    values = {"audience": "all", "brings": "I like mornings.", **values}
    with acting_as(membership):
        return words.introduce(
            collaborative_id=membership.collaborative_id, by=membership.person_id, role=membership.role,
            team_id=membership.team_id, group_id=group.pk if group else None, **values,
        )  # fmt: skip


def hello(introduction, membership, text="Hello!"):
    with acting_as(membership):
        return words.say_hello(
            introduction, by=membership.person_id, role=membership.role, author_team_id=membership.team_id, text=text
        )


def board(membership, *, shown=False, **values):
    """The board of a member's team; `shown` to all teams."""
    values = {"about_us": "A house with a door.", "ask_us_about": "", "love_help_with": "", "first_priorities": "",
              **values}  # fmt: skip
    with acting_as(membership):
        made = storyboard.start_board(membership.team, by=membership.person_id, role=membership.role, **values)
        if shown:
            storyboard.show_board(made, by=membership.person_id, on=TODAY)
            made.refresh_from_db()
    return made


def promise(membership, text="We pay for your time.", **values):
    with acting_as(membership):
        return supports.promise(
            collaborative_id=membership.collaborative_id, by=membership.person_id, kind="pay", text=text, **values
        )


def given(keeper, person, **values):
    """Something a person was given, written down by who keeps the ledger."""
    values = {"kind": "rides", "what": "A ride both ways", "given_on": TODAY, "given_by_id": keeper.person_id, **values}
    with acting_as(keeper):
        return supports.note_given(
            collaborative_id=keeper.collaborative_id, person_id=person.person_id, **values
        )  # fmt: skip


def comfort(membership, **values):
    values = {"with_technology": "beside_me", "device": "A flip phone", **values}
    with acting_as(membership):
        supports.say_comfort(
            None, version=None, collaborative_id=membership.collaborative_id, by=membership.person_id, **values
        )


def call(membership, team, **values):
    values = {"caller_id": membership.person_id, "on": TODAY, "has_been": True, **values}
    with acting_as(membership):
        return calls.note_call(team=team, **values)
