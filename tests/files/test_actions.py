"""Pictures: taken as phones and tablets make them, drawn anew and small, and never large in memory."""

import io
import subprocess
import sys
import threading
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from collaborative.files import actions
from collaborative.files.models import StoredFile
from collaborative.tenancy.enums import Role
from portal.servers.state import PROJECT
from tests import factories
from tests.factories.pdsa import acting_as

PEAK = """
import resource, sys, django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from collaborative.files import actions
actions._keep = lambda *words: None
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    actions.store_picture(SimpleUploadedFile("photo", sys.stdin.buffer.read()), by=None)
except actions.NotAFile:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
TURNED = 6  # EXIF: to be shown a quarter to the right


def picture(size, kind="JPEG", mode="RGB", **values):
    drawn = io.BytesIO()
    Image.new(mode, size).save(drawn, kind, **values)
    return drawn.getvalue()


def turned(size, **values):
    exif = Image.Exif()
    exif[0x0112] = TURNED
    return picture(size, exif=exif, **values)


def of_a_phone():
    """A JPEG with a second, smaller picture in it, as phones write it."""
    drawn = io.BytesIO()
    Image.new("RGB", (400, 300)).save(drawn, "MPO", save_all=True, append_images=[Image.new("RGB", (40, 30))])
    return drawn.getvalue()


def upload(content):
    return SimpleUploadedFile("photo.jpg", content)


@pytest.fixture
def keep(team):
    """Store a picture and say what became of it."""
    teacher = factories.member(Role.TEACHER, team=team)

    def kept(content):
        with acting_as(teacher):
            stored = actions.store_picture(upload(content), by=teacher.person_id)
            return Image.open(io.BytesIO(bytes(StoredFile.objects.get(pk=stored.pk).content)))

    return kept


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (lambda: picture((8160, 6120)), (2000, 1500)),  # 50 million pixels, as new phones take them
        (lambda: turned((4032, 3024)), (1500, 2000)),
        (lambda: turned((300, 200), progressive=True), (200, 300)),
        (of_a_phone, (400, 300)),
        (lambda: picture((300, 200), "PNG", "P"), (300, 200)),
        (lambda: picture((300, 200), "PNG", "RGBA"), (300, 200)),
        (lambda: picture((300, 200), "PNG", "I;16"), (300, 200)),
        (lambda: picture((300, 200), "PNG", "1"), (300, 200)),
        (lambda: picture((300, 200), mode="CMYK"), (300, 200)),
        (lambda: picture((4800, 4800), "PNG"), (2000, 2000)),
    ],
)
def test_photos_and_screenshots_are_taken_and_stand_upright(keep, content, size):
    kept = keep(content())

    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", size)
    assert dict(kept.getexif()) == {}


@pytest.mark.parametrize(
    "content",
    [
        lambda: picture((7740, 7740), "PNG"),
        lambda: picture((5200, 5200), "PNG", "1"),
        lambda: picture((5200, 5200), progressive=True),
        lambda: picture((9000, 7000)),
    ],
)
def test_too_many_pixels_are_refused_before_they_are_drawn(content, monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda picture: pytest.fail("it was decoded"))

    with pytest.raises(actions.NotAFile, match="too many pixels"):
        actions.store_picture(upload(content()), by=None)


def peak(content):
    """How many megabytes more a process takes at its peak while it keeps this picture."""
    words = [sys.executable, "-c", PEAK]
    return int(subprocess.run(words, cwd=PROJECT, input=content, capture_output=True, check=True).stdout)


@pytest.mark.slow
def test_no_picture_takes_more_than_a_quarter_of_a_gigabyte():
    assert peak(picture((7740, 7740), "PNG")) < 10
    assert peak(picture((8160, 6120))) < 150
    assert peak(picture((4890, 4890), "PNG", "RGBA")) < 256


def test_one_picture_at_a_time_is_in_memory(monkeypatch):
    inside, most = [], []

    def slowly(sent, longest):
        inside.append(sent)
        most.append(len(inside))
        time.sleep(0.02)
        inside.remove(sent)
        return b""

    monkeypatch.setattr(actions, "_drawn_anew", slowly)
    monkeypatch.setattr(actions, "_keep", lambda *words: None)
    threads = [threading.Thread(target=actions.store_picture, args=(upload(b"x"),), kwargs={"by": None})
               for _number in range(4)]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1, 1, 1, 1]
