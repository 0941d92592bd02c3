"""Tries and what belongs to them, made through the actions people use."""

import datetime
import io
import re
from contextlib import contextmanager

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from collaborative.framework.models import CollaborativeChangeFramework, PrimaryDriver, StarterIdea
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.entering import enter
from collaborative.tenancy.models import AffinityGroup
from pdsa import actions

TODAY = datetime.date.today()
TUESDAY = TODAY + datetime.timedelta(days=7)


@contextmanager
def acting_as(membership):
    """Inside as this member, with exactly the context the door would set; gives the actor."""
    with entered(Context()):
        yield enter(membership.user_id, membership.organization_slug, membership.collaborative_slug)


def cycle(membership, **values):
    """A try begun by a team member; `audience` other than `self` shows it."""
    audience, group = values.pop("audience", "self"), values.pop("group", None)
    by = membership.person
    values = {"what": "Sing one song before coming in", "look_back_on": TUESDAY, "on": TODAY, **values}
    with acting_as(membership):
        made = actions.start_cycle(team=membership.team, by=by, **values)
        if audience != "self":
            actions.share_cycle(made, audience=audience, group=group, by=by, on=values["on"])
    return made


def group(collaborative, role, **values):
    return AffinityGroup.objects.create(collaborative=collaborative, role=role, name=f"{role} group", **values)


def driver(collaborative, **values):
    framework, _made = CollaborativeChangeFramework.objects.get_or_create(
        collaborative=collaborative, number=1, defaults={"name": "Our framework", "published_on": TODAY}
    )
    number = PrimaryDriver.objects.filter(framework=framework).count() + 1
    values = {"position": number, "code": f"D{number}", "short_title": f"Driver {number}", **values}
    return PrimaryDriver.objects.create(framework=framework, long_title=values["short_title"], **values)


def idea(driver, **values):
    values = {"position": 1, "role_label": "teacher", "what": "Greet two children by name", **values}
    return StarterIdea.objects.create(driver=driver, **values)


def picture(*, place_in_it=True, kind="JPEG"):
    """An uploaded photo that carries, as phones do, where it was taken."""
    exif = Image.Exif()
    if place_in_it:
        exif[0x010E] = "WHERE-IT-WAS-TAKEN"
        exif.get_ifd(0x8825)[1] = "N"
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, kind, exif=exif)
    return SimpleUploadedFile("form.jpg", drawn.getvalue(), content_type="image/jpeg")


def text_of(response):
    """What stands on the page between the tags, on one line."""
    words = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", words)
